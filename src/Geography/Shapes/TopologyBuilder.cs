namespace Bailiwick.Geography.Shapes;

/// <summary>Finds the shared border lines of areas whose rings meet point by point.</summary>
/// <remarks>
/// A point is a junction when other than two border segments end there. Between junctions every ring that walks one segment walks the
/// whole chain, so a chain is known by its first segment. (The idea of TopoJSON's cut and dedup steps, Bostock 2013.)
/// </remarks>
internal static class TopologyBuilder
{
    /// <param name="areas">Per area its simple rings, the inside to the left.</param>
    public static Topology Build(IReadOnlyList<IReadOnlyList<GridPoint[]>> areas)
    {
        Dictionary<GridPoint, int> degrees = Degrees(areas);
        var arcs = new Arcs();
        var areaStarts = new int[areas.Count + 1];
        var ringStarts = new List<int> { 0 };
        var arcsOfRings = new List<int>();
        for (int area = 0; area < areas.Count; area++)
        {
            foreach (GridPoint[] ring in areas[area])
            {
                Cut(ring, degrees, arcs, arcsOfRings);
                ringStarts.Add(arcsOfRings.Count);
            }

            areaStarts[area + 1] = ringStarts.Count - 1;
        }

        return new Topology([.. arcs.Points], [.. arcs.Starts], areaStarts, [.. ringStarts], [.. arcsOfRings]);
    }

    private static Dictionary<GridPoint, int> Degrees(IReadOnlyList<IReadOnlyList<GridPoint[]>> areas)
    {
        var segments = new HashSet<(GridPoint, GridPoint)>();
        var degrees = new Dictionary<GridPoint, int>();
        foreach (GridPoint[] ring in areas.SelectMany(rings => rings))
        {
            GridPoint from = ring[^1];
            foreach (GridPoint to in ring)
            {
                if (segments.Add(GridPoint.Compare(from, to) < 0 ? (from, to) : (to, from)))
                {
                    degrees[from] = degrees.GetValueOrDefault(from) + 1;
                    degrees[to] = degrees.GetValueOrDefault(to) + 1;
                }

                from = to;
            }
        }

        return degrees;
    }

    private static void Cut(GridPoint[] ring, Dictionary<GridPoint, int> degrees, Arcs arcs, List<int> into)
    {
        // A ring without a junction (an island, a lake) begins at its smallest point, so that its other side begins there too.
        int first = Array.FindIndex(ring, point => degrees[point] != 2);
        bool isLoop = first < 0;
        if (isLoop)
        {
            first = 0;
            for (int i = 1; i < ring.Length; i++)
            {
                first = GridPoint.Compare(ring[i], ring[first]) < 0 ? i : first;
            }
        }

        var chain = new List<GridPoint> { ring[first] };
        for (int step = 1; step <= ring.Length; step++)
        {
            GridPoint point = ring[(first + step) % ring.Length];
            chain.Add(point);
            if (step == ring.Length || (!isLoop && degrees[point] != 2))
            {
                into.Add(arcs.Of(chain));
                chain = [point];
            }
        }
    }

    private sealed class Arcs
    {
        private readonly Dictionary<(GridPoint, GridPoint), int> byFirstSegment = [];

        public List<GridPoint> Points { get; } = [];

        public List<int> Starts { get; } = [0];

        public int Of(List<GridPoint> chain)
        {
            if (byFirstSegment.TryGetValue((chain[0], chain[1]), out int known))
            {
                return known;
            }

            int arc = Starts.Count - 1;
            Points.AddRange(chain);
            Starts.Add(Points.Count);
            byFirstSegment[(chain[^1], chain[^2])] = ~arc;
            byFirstSegment[(chain[0], chain[1])] = arc;
            return arc;
        }
    }
}
