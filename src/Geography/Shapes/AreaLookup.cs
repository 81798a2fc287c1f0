using System.Runtime.InteropServices;

namespace Bailiwick.Geography.Shapes;

/// <summary>
/// Point-in-area over a whole coverage. A grid of square cells; a cell that no border crosses knows its area, any other knows the border
/// segments that cross it. From the point we look west for the nearest border: the area to its east is the answer.
/// </summary>
/// <remarks>Unlike one test per candidate polygon this reads each shared border once, and neighbours can never both claim or refuse a point.</remarks>
internal sealed class AreaLookup
{
    // Sixteen cells a segment measured best on us-counties (whose extent is mostly sea) between speed and 3 MB of memory.
    private const int CellsPerSegment = 16;
    private const int MostCells = 1 << 21;

    // Segments stand in every cell within this many grid units: the division that finds a point's cell rounds.
    private const double Slack = 1;

    private readonly double minX;
    private readonly double minY;
    private readonly double size;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] cells;       // an area, −1 for none, or −2 − k: crossed by the segments of list k
    private readonly int[] listStarts;
    private readonly Segment[] segments; // by list, repeated for every cell that they cross: one stretch of memory a look-up

    public AreaLookup(Topology topology)
    {
        List<Segment> all = Segments(topology);
        (minX, minY, double maxX, double maxY) = Extent(topology);
        double wanted = Math.Clamp((double)all.Count * CellsPerSegment, 4096, MostCells);
        size = Math.Max(1, Math.Max(Math.Sqrt((maxX - minX) * (maxY - minY) / wanted), Math.Max(maxX - minX, maxY - minY) / MostCells * 64));
        columns = (int)((maxX - minX) / size) + 1;
        rows = (int)((maxY - minY) / size) + 1;
        cells = new int[columns * rows];
        (listStarts, segments) = Spread(all);
        LabelEmptyCells();
    }

    /// <summary>The area that holds the point, or −1.</summary>
    public int Find(double longitude, double latitude)
    {
        double x = longitude * GridPoint.PerDegree;
        double y = latitude * GridPoint.PerDegree;
        double column = (x - minX) / size;
        double row = (y - minY) / size;
        if (!(column >= 0 && row >= 0 && column < columns && row < rows))
        {
            return -1;
        }

        int cell = ((int)row * columns) + (int)column;
        for (int left = (int)column; left >= 0; left--, cell--)
        {
            int label = cells[cell];
            if (label >= -1)
            {
                return label;
            }

            int list = -2 - label;
            int nearest = NearestWest(segments.AsSpan(listStarts[list], listStarts[list + 1] - listStarts[list]), minX + (left * size), x, y);
            if (nearest >= -1)
            {
                return nearest;
            }
        }

        return -1;
    }

    /// <summary>The area east of the nearest border west of the point, or −2 when none of these segments lies between it and the cell's west edge.</summary>
    /// <remarks>A slanting segment of this cell that lies farther west at this height must not answer: a nearer one may stand in a cell between.</remarks>
    private static int NearestWest(ReadOnlySpan<Segment> candidates, double westEdge, double x, double y)
    {
        double nearest = westEdge - Slack;
        double slope = 0;
        int east = -2;
        foreach (ref readonly Segment segment in candidates)
        {
            // Half-open in y, so that a point at the height of a corner meets exactly one of the two segments there.
            if (y < segment.LowY || y >= segment.HighY)
            {
                continue;
            }

            double at = segment.LowX + ((y - segment.LowY) * segment.Slope);
            if (at <= x && (at > nearest || (at == nearest && segment.Slope > slope)))
            {
                (nearest, slope, east) = (at, segment.Slope, segment.East);
            }
        }

        return east;
    }

    private static List<Segment> Segments(Topology topology)
    {
        var all = new List<Segment>(topology.Points.Length);
        for (int arc = 0; arc < topology.ArcCount; arc++)
        {
            ReadOnlySpan<GridPoint> line = topology.Arc(arc);
            for (int i = 1; i < line.Length; i++)
            {
                (GridPoint from, GridPoint to) = (line[i - 1], line[i]);
                bool isUp = from.Y < to.Y;
                (GridPoint low, GridPoint high) = isUp ? (from, to) : (to, from);
                // A level segment answers for no point, but the cells that it crosses must know that a border runs there.
                double slope = high.Y == low.Y ? 0 : ((double)high.X - low.X) / ((double)high.Y - low.Y);
                all.Add(new Segment(low.X, low.Y, high.Y, isUp ? topology.Right[arc] : topology.Left[arc], slope) { LevelTo = high.X });
            }
        }

        return all;
    }

    private static (double MinX, double MinY, double MaxX, double MaxY) Extent(Topology topology)
    {
        (double minX, double minY, double maxX, double maxY) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (GridPoint point in topology.Points)
        {
            (minX, minY) = (Math.Min(minX, point.X), Math.Min(minY, point.Y));
            (maxX, maxY) = (Math.Max(maxX, point.X), Math.Max(maxY, point.Y));
        }

        return topology.Points.Length == 0 ? (0, 0, 0, 0) : (minX, minY, maxX, maxY);
    }

    private (int[] Starts, Segment[] Segments) Spread(List<Segment> all)
    {
        foreach (ref Segment segment in CollectionsMarshal.AsSpan(all))
        {
            ForEachCell(segment, cell => cells[cell]++);
        }

        var starts = new List<int>();
        int total = 0;
        Span<int> counts = cells;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0)
            {
                starts.Add(total);
                total += counts[cell];
                counts[cell] = -1 - starts.Count;
            }
            else
            {
                counts[cell] = -1;
            }
        }

        starts.Add(total);
        int[] next = [.. starts];
        var spread = new Segment[total];
        foreach (Segment segment in all)
        {
            ForEachCell(segment, cell => spread[next[-2 - cells[cell]]++] = segment);
        }

        return ([.. starts], spread);
    }

    private void ForEachCell(Segment segment, Action<int> act)
    {
        int lowRow = (int)((segment.LowY - minY) / size);
        int highRow = Math.Min((int)((segment.HighY - minY) / size), rows - 1);
        for (int row = lowRow; row <= highRow; row++)
        {
            bool isLevel = segment.LowY == segment.HighY;
            double from = isLevel ? segment.LowX : segment.At(Math.Max(segment.LowY, minY + (row * size)));
            double to = isLevel ? segment.LevelTo : segment.At(Math.Min(segment.HighY, minY + ((row + 1) * size)));
            int lowColumn = Math.Max((int)((Math.Min(from, to) - minX - Slack) / size), 0);
            int highColumn = Math.Min((int)((Math.Max(from, to) - minX + Slack) / size), columns - 1);
            for (int column = lowColumn; column <= highColumn; column++)
            {
                act((row * columns) + column);
            }
        }
    }

    private void LabelEmptyCells()
    {
        for (int row = 0; row < rows; row++)
        {
            int label = -1;
            double middle = minY + ((row + 0.5) * size);
            for (int column = 0; column < columns; column++)
            {
                ref int cell = ref cells[(row * columns) + column];
                if (cell == -1)
                {
                    cell = label;
                    continue;
                }

                int list = -2 - cell;
                double eastEdge = minX + ((column + 1) * size);
                int nearest = NearestWest(segments.AsSpan(listStarts[list], listStarts[list + 1] - listStarts[list]), eastEdge - size, eastEdge, middle);
                label = nearest >= -1 ? nearest : label;
            }
        }
    }

    /// <summary>A border segment, directed upwards, with the area to its east.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Segment(int LowX, int LowY, int HighY, int East, double Slope)
    {
        /// <summary>The other end of a level segment.</summary>
        public int LevelTo { get; init; }

        public double At(double y) => LowX + ((y - LowY) * Slope);
    }
}
