namespace Bailiwick.Geography.Shapes;

/// <summary>
/// The shapes of a set as shared border lines (arcs): a border between two areas is kept once, so neighbours, simplification and
/// point-in-area can never disagree about it. Immutable.
/// </summary>
internal sealed class Topology
{
    internal Topology(GridPoint[] points, int[] arcStarts, int[] areaStarts, int[] ringStarts, int[] arcsOfRings)
    {
        (Points, ArcStarts, AreaStarts, RingStarts, ArcsOfRings) = (points, arcStarts, areaStarts, ringStarts, arcsOfRings);
        Left = new int[ArcCount];
        Right = new int[ArcCount];
        Array.Fill(Left, -1);
        Array.Fill(Right, -1);
        for (int area = 0; area < AreaCount; area++)
        {
            for (int at = RingStarts[AreaStarts[area]]; at < RingStarts[AreaStarts[area + 1]]; at++)
            {
                int arc = ArcsOfRings[at];
                ref int side = ref arc >= 0 ? ref Left[arc] : ref Right[~arc];
                if (side >= 0 && side != area)
                {
                    Clashes++;
                }

                side = area;
            }
        }
    }

    public int AreaCount => AreaStarts.Length - 1;

    public int ArcCount => ArcStarts.Length - 1;

    /// <summary>The points of all arcs, one arc after the other, both ends included.</summary>
    public GridPoint[] Points { get; }

    /// <summary>Per arc its first point; one more for the end.</summary>
    public int[] ArcStarts { get; }

    /// <summary>Per area its first ring; one more for the end. Shells and holes alike.</summary>
    public int[] AreaStarts { get; }

    /// <summary>Per ring its first entry in <see cref="ArcsOfRings"/>; one more for the end.</summary>
    public int[] RingStarts { get; }

    /// <summary>Arcs in the order of the ring: the number of the arc, or its complement when it is walked backwards.</summary>
    public int[] ArcsOfRings { get; }

    /// <summary>Per arc the area to its left, or −1.</summary>
    public int[] Left { get; }

    /// <summary>Per arc the area to its right, or −1.</summary>
    public int[] Right { get; }

    /// <summary>How often two areas claim the same side of an arc: 0 in a valid coverage.</summary>
    public int Clashes { get; }

    public ReadOnlySpan<GridPoint> Arc(int arc) => Points.AsSpan(ArcStarts[arc], ArcStarts[arc + 1] - ArcStarts[arc]);

    /// <summary>The neighbour pairs: areas on the two sides of an arc.</summary>
    public IEnumerable<(int A, int B)> Borders()
    {
        for (int arc = 0; arc < ArcCount; arc++)
        {
            if (Left[arc] >= 0 && Right[arc] >= 0 && Left[arc] != Right[arc])
            {
                yield return (Left[arc], Right[arc]);
            }
        }
    }

    /// <summary>The rings of an area, each without a repeated last point.</summary>
    public List<GridPoint[]> Rings(int area)
    {
        var rings = new List<GridPoint[]>();
        for (int ring = AreaStarts[area]; ring < AreaStarts[area + 1]; ring++)
        {
            rings.Add(RingPoints(ring, arc => Arc(arc).ToArray()));
        }

        return rings;
    }

    /// <summary>The points of one ring, with the points of each arc as <paramref name="pointsOf"/> gives them.</summary>
    public GridPoint[] RingPoints(int ring, Func<int, GridPoint[]> pointsOf)
    {
        var points = new List<GridPoint>();
        for (int at = RingStarts[ring]; at < RingStarts[ring + 1]; at++)
        {
            int arc = ArcsOfRings[at];
            GridPoint[] line = pointsOf(arc >= 0 ? arc : ~arc);
            for (int i = 0; i < line.Length - 1; i++)
            {
                points.Add(arc >= 0 ? line[i] : line[line.Length - 1 - i]);
            }
        }

        return [.. points];
    }
}
