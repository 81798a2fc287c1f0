namespace Bailiwick.Geography.Shapes;

/// <summary>A closed line without the repeated last point; the inside lies to its left, so shells run counter-clockwise and holes clockwise.</summary>
internal static class Ring
{
    /// <summary>Twice the signed surface on the grid: positive when counter-clockwise.</summary>
    public static double TwiceSurface(ReadOnlySpan<GridPoint> ring)
    {
        // Relative to the first point, so that the products stay small enough to be exact for all but the largest rings.
        double sum = 0;
        GridPoint origin = ring[0];
        for (int i = 1; i < ring.Length - 1; i++)
        {
            double ax = (double)ring[i].X - origin.X;
            double ay = (double)ring[i].Y - origin.Y;
            double bx = (double)ring[i + 1].X - origin.X;
            double by = (double)ring[i + 1].Y - origin.Y;
            sum += (ax * by) - (ay * bx);
        }

        return sum;
    }

    /// <summary>
    /// The simple rings of a line as it came: repeated points, spikes and pieces without surface are gone, and a ring that meets itself in a
    /// point is two rings. Lines that cross between their points are left to the repair of the coverage.
    /// </summary>
    /// <param name="line">The closed line; a repeated last point is allowed.</param>
    /// <param name="isShell">Decides the direction of the whole line.</param>
    public static List<GridPoint[]> Simple(IReadOnlyList<GridPoint> line, bool isShell)
    {
        var found = new List<GridPoint[]>();
        var open = new List<GridPoint>();
        var at = new Dictionary<GridPoint, int>();
        foreach (GridPoint point in line)
        {
            if (at.TryGetValue(point, out int since))
            {
                // Back at a point of the open line: what lies between is a ring of its own, or a spike or repetition (fewer than three points).
                Close(open, since, found, at);
                continue;
            }

            at[point] = open.Count;
            open.Add(point);
        }

        if (open.Count > 0)
        {
            Close(open, 0, found, at);
        }

        double total = found.Sum(ring => TwiceSurface(ring));
        if (total < 0 == isShell)
        {
            found.ForEach(ring => Array.Reverse(ring));
        }

        return found;
    }

    private static void Close(List<GridPoint> open, int since, List<GridPoint[]> found, Dictionary<GridPoint, int> at)
    {
        int count = open.Count - since;
        if (count >= 3)
        {
            GridPoint[] ring = [.. open.GetRange(since, count)];
            if (!IsFlat(ring))
            {
                found.Add(ring);
            }
        }

        // The meeting point itself stays open.
        foreach (GridPoint gone in open.GetRange(since + 1, count - 1))
        {
            at.Remove(gone);
        }

        open.RemoveRange(since + 1, count - 1);
    }

    /// <summary>Whether all points lie on one line.</summary>
    private static bool IsFlat(GridPoint[] ring)
    {
        GridPoint origin = ring[0];
        (double dx, double dy) = ((double)ring[1].X - origin.X, (double)ring[1].Y - origin.Y);
        return Array.TrueForAll(ring, point => (dx * ((double)point.Y - origin.Y)) - (dy * ((double)point.X - origin.X)) == 0);
    }

    /// <summary>Whether a point lies inside (even-odd, half-open: a border point belongs to one side).</summary>
    public static bool Contains(ReadOnlySpan<GridPoint> ring, double x, double y)
    {
        bool inside = false;
        GridPoint from = ring[^1];
        foreach (GridPoint to in ring)
        {
            if ((from.Y > y) != (to.Y > y) && x < from.X + ((y - from.Y) / ((double)to.Y - from.Y) * ((double)to.X - from.X)))
            {
                inside = !inside;
            }

            from = to;
        }

        return inside;
    }
}
