namespace Bailiwick.Import.Export;

/// <summary>Joins the polygons of a coverage that belong together: inner borders go, outer borders stay.</summary>
/// <remarks>
/// In a coverage each inner border is walked twice, once in each direction, point by point the same. So a border that is met in both
/// directions is struck out, and what is left is walked to rings. Shells run counter-clockwise and holes clockwise, as RFC 7946 asks.
/// </remarks>
internal static class Dissolve
{
    /// <summary>The polygons of these rings together, each a shell and its holes; rings are closed.</summary>
    public static List<List<(double X, double Y)[]>> Polygons(IEnumerable<(double X, double Y)[]> rings)
    {
        List<(double X, double Y)[]> walked = [.. Walk(Outer(rings))];
        (double X, double Y)[][] shells = [.. walked.Where(ring => TwiceSurface(ring) > 0)];
        List<List<(double X, double Y)[]>> polygons = [.. shells.Select(shell => new List<(double X, double Y)[]> { shell })];
        foreach ((double X, double Y)[] hole in walked.Where(ring => TwiceSurface(ring) < 0))
        {
            // The middle of a side: corners may touch the shell.
            (double X, double Y) inside = ((hole[0].X + hole[1].X) / 2, (hole[0].Y + hole[1].Y) / 2);
            int holder = Enumerable.Range(0, shells.Length)
                .Where(shell => Contains(shells[shell], inside))
                .OrderBy(shell => TwiceSurface(shells[shell]))
                .FirstOrDefault(-1);
            if (holder >= 0)
            {
                polygons[holder].Add(hole);
            }
        }

        return polygons;
    }

    private static List<((double X, double Y) From, (double X, double Y) To)> Outer(IEnumerable<(double X, double Y)[]> rings)
    {
        List<((double X, double Y) From, (double X, double Y) To)> sides = [.. rings.SelectMany(ring => ring.Zip(ring.Skip(1)))];
        var walked = sides.ToHashSet();
        return [.. sides.Where(side => !walked.Contains((side.To, side.From)))];
    }

    private static IEnumerable<(double X, double Y)[]> Walk(List<((double X, double Y) From, (double X, double Y) To)> sides)
    {
        var next = new Dictionary<(double X, double Y), Queue<(double X, double Y)>>();
        foreach (((double X, double Y) from, (double X, double Y) to) in sides)
        {
            (next.TryGetValue(from, out Queue<(double X, double Y)>? known) ? known : next[from] = new Queue<(double X, double Y)>()).Enqueue(to);
        }

        foreach (((double X, double Y) start, _) in sides)
        {
            var path = new List<(double X, double Y)>();
            var place = new Dictionary<(double X, double Y), int>();
            (double X, double Y) at = start;
            while (next.TryGetValue(at, out Queue<(double X, double Y)>? ways) && ways.TryDequeue(out (double X, double Y) to))
            {
                place[at] = path.Count;
                path.Add(at);
                if (place.TryGetValue(to, out int loop))
                {
                    // A point met again closes a ring: what lies between is cut off, so that no ring touches itself.
                    yield return [.. path[loop..], to];
                    path[loop..].ForEach(point => place.Remove(point));
                    path.RemoveRange(loop, path.Count - loop);
                }

                at = to;
            }
        }
    }

    private static double TwiceSurface((double X, double Y)[] ring)
    {
        double sum = 0;
        for (int at = 0; at + 1 < ring.Length; at++)
        {
            sum += (ring[at].X * ring[at + 1].Y) - (ring[at + 1].X * ring[at].Y);
        }

        return sum;
    }

    private static bool Contains((double X, double Y)[] ring, (double X, double Y) point)
    {
        bool inside = false;
        for (int at = 0; at + 1 < ring.Length; at++)
        {
            ((double X, double Y) a, (double X, double Y) b) = (ring[at], ring[at + 1]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)) + a.X)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
