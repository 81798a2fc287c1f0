using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Shapes;

/// <summary>The file form of a set: counts and coordinates as variable-length integers, points as steps from the one before.</summary>
internal static class CompiledSet
{
    private const uint Mark = 0x31475742; // "BWG1"

    public static void Write(BinaryWriter output, string id, Text name, ImmutableArray<Area> areas, Topology topology)
    {
        output.Write(Mark);
        output.Write(id);
        Write(output, name);
        output.Write7BitEncodedInt(areas.Length);
        foreach (Area area in areas)
        {
            output.Write(area.Code.Value);
            Write(output, area.Name);
            output.Write(area.Parent ?? "");
            output.Write(area.Country ?? "");
            output.Write(area.Subdivision ?? "");
            GridPoint middle = GridPoint.Of(area.Centroid.Longitude, area.Centroid.Latitude);
            output.Write(middle.X);
            output.Write(middle.Y);
            output.Write(area.SquareKilometres);
        }

        WriteSteps(output, topology.ArcStarts);
        WriteSteps(output, topology.AreaStarts);
        WriteSteps(output, topology.RingStarts);
        WriteSteps(output, topology.ArcsOfRings);
        (int x, int y) = (0, 0);
        foreach (GridPoint point in topology.Points)
        {
            WriteSigned(output, point.X - (long)x);
            WriteSigned(output, point.Y - (long)y);
            (x, y) = (point.X, point.Y);
        }
    }

    /// <exception cref="InvalidDataException">Not a compiled set, or cut off.</exception>
    public static (string Id, Text Name, ImmutableArray<Area> Areas, Topology Topology) Read(BinaryReader input)
    {
        try
        {
            if (input.ReadUInt32() != Mark)
            {
                throw new InvalidDataException("This is not a boundary set compiled by this version.");
            }

            string id = input.ReadString();
            Text name = ReadText(input);
            var areas = new Area[input.Read7BitEncodedInt()];
            for (int i = 0; i < areas.Length; i++)
            {
                areas[i] = new Area(
                    new AreaCode(input.ReadString()),
                    ReadText(input),
                    NullIfEmpty(input.ReadString()),
                    NullIfEmpty(input.ReadString()),
                    NullIfEmpty(input.ReadString()),
                    new GridPoint(input.ReadInt32(), input.ReadInt32()).ToLonLat(),
                    input.ReadDouble());
            }

            int[] arcStarts = ReadSteps(input);
            int[] areaStarts = ReadSteps(input);
            int[] ringStarts = ReadSteps(input);
            int[] arcsOfRings = ReadSteps(input);
            var points = new GridPoint[arcStarts[^1]];
            (long x, long y) = (0, 0);
            for (int i = 0; i < points.Length; i++)
            {
                x += ReadSigned(input);
                y += ReadSigned(input);
                points[i] = new GridPoint((int)x, (int)y);
            }

            return (id, name, [.. areas], new Topology(points, arcStarts, areaStarts, ringStarts, arcsOfRings));
        }
        catch (Exception broken) when (broken is EndOfStreamException or FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("This boundary set is cut off or damaged.", broken);
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static void Write(BinaryWriter output, Text text)
    {
        output.Write(text.English);
        output.Write(text.Chinese == text.English ? "" : text.Chinese);
    }

    private static Text ReadText(BinaryReader input)
    {
        string english = input.ReadString();
        string chinese = input.ReadString();
        return new Text(english, chinese.Length == 0 ? english : chinese);
    }

    private static void WriteSteps(BinaryWriter output, int[] values)
    {
        output.Write7BitEncodedInt(values.Length);
        int last = 0;
        foreach (int value in values)
        {
            WriteSigned(output, (long)value - last);
            last = value;
        }
    }

    private static int[] ReadSteps(BinaryReader input)
    {
        var values = new int[input.Read7BitEncodedInt()];
        long last = 0;
        for (int i = 0; i < values.Length; i++)
        {
            last += ReadSigned(input);
            values[i] = checked((int)last);
        }

        return values;
    }

    private static void WriteSigned(BinaryWriter output, long value) => output.Write7BitEncodedInt64((value << 1) ^ (value >> 63));

    private static long ReadSigned(BinaryReader input)
    {
        long coded = input.Read7BitEncodedInt64();
        return (long)((ulong)coded >> 1) ^ -(coded & 1);
    }
}
