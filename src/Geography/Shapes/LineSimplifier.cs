namespace Bailiwick.Geography.Shapes;

/// <summary>Leaves out points of a line that lie near the line without them (Douglas and Peucker, Cartographica 10(2), 1973, doi 10.3138/FM57-6770-U75U-7727).</summary>
internal static class LineSimplifier
{
    /// <summary>The line with both of its ends; a closed line keeps the two points that are farthest from each other's connection too.</summary>
    /// <param name="line">Two points or more.</param>
    /// <param name="tolerance">The farthest that a left-out point may lie from the new line, in grid units of latitude.</param>
    public static GridPoint[] Simplify(ReadOnlySpan<GridPoint> line, double tolerance)
    {
        if (line.Length <= 2)
        {
            return line.ToArray();
        }

        double narrowing = Math.Cos(double.DegreesToRadians(line[0].Latitude));
        Span<bool> kept = line.Length <= 1024 ? stackalloc bool[line.Length] : new bool[line.Length];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>();
        open.Push((0, line.Length - 1));
        while (open.TryPop(out (int From, int To) piece))
        {
            (int farthest, double distance) = Farthest(line, piece.From, piece.To, narrowing);
            // The two pieces of a closed line are cut once more, or nothing would remain of small islands.
            bool isClosed = line[0] == line[^1] && (piece == (0, line.Length - 1) || kept.Count(true) < 4);
            if (farthest > 0 && (distance > tolerance || isClosed))
            {
                kept[farthest] = true;
                open.Push((piece.From, farthest));
                open.Push((farthest, piece.To));
            }
        }

        var simplified = new List<GridPoint>();
        for (int i = 0; i < line.Length; i++)
        {
            if (kept[i])
            {
                simplified.Add(line[i]);
            }
        }

        return [.. simplified];
    }

    private static (int Index, double Distance) Farthest(ReadOnlySpan<GridPoint> line, int from, int to, double narrowing)
    {
        (int farthest, double most) = (-1, -1);
        for (int i = from + 1; i < to; i++)
        {
            double distance = Distance(line[i], line[from], line[to], narrowing);
            if (distance > most)
            {
                (farthest, most) = (i, distance);
            }
        }

        return (farthest, most);
    }

    private static double Distance(GridPoint point, GridPoint from, GridPoint to, double narrowing)
    {
        double dx = ((double)to.X - from.X) * narrowing;
        double dy = (double)to.Y - from.Y;
        double px = ((double)point.X - from.X) * narrowing;
        double py = (double)point.Y - from.Y;
        double squared = (dx * dx) + (dy * dy);
        double along = squared == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / squared, 0, 1);
        return double.Hypot(px - (along * dx), py - (along * dy));
    }
}
