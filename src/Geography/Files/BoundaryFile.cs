using System.IO.Compression;
using System.Text.Json;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Files;

/// <summary>Reads a boundary file of any of the known forms, told by its content, not its name.</summary>
internal static class BoundaryFile
{
    /// <summary>The largest file, and the most that the .shp and .dbf of a zip together unpack to.</summary>
    public const long MostBytes = 512L << 20;

    public static List<Feature> Read(string path, List<Problem> problems)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            problems.Add(Problems.NoFile(path));
            return [];
        }

        if (file.Length > MostBytes)
        {
            problems.Add(Problems.TooLarge(file.Name, MostBytes));
            return [];
        }

        using FileStream stream = file.OpenRead();
        return IsZip(stream) ? ReadZip(file.Name, stream, problems) : Read(file.Name, File.ReadAllBytes(path), problems);
    }

    public static List<Feature> Read(string name, byte[] content, List<Problem> problems)
    {
        ReadOnlyMemory<byte> text = content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content.AsMemory(3) : content;
        if (text.Span.StartsWith("PK"u8))
        {
            return ReadZip(name, new MemoryStream(content), problems);
        }

        if (text.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            problems.Add(Problems.NotBoundaries(name));
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            bool isTopology = document.RootElement.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Topology");
            return isTopology ? ReadTopology(name, document.RootElement, problems) : GeoJson.Read(document.RootElement, name, problems);
        }
        catch (JsonException broken)
        {
            problems.Add(Problems.BadJson(name, broken.LineNumber + 1, broken.BytePositionInLine + 1));
            return [];
        }
    }

    private static bool IsZip(Stream content)
    {
        Span<byte> start = stackalloc byte[2];
        int read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return start[..read].SequenceEqual("PK"u8);
    }

    private static List<Feature> ReadTopology(string name, JsonElement root, List<Problem> problems)
    {
        try
        {
            return TopoJson.Read(root);
        }
        catch (FormatException broken)
        {
            problems.Add(Problems.BadCoordinates(name, null, broken.Message));
        }
        catch (Exception broken) when (broken is InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            problems.Add(Problems.BadTopology(name));
        }

        return [];
    }

    private static List<Feature> ReadZip(string name, Stream content, List<Problem> problems)
    {
        try
        {
            using var archive = new ZipArchive(content);
            return ShapefileZip.Read(name, archive, problems);
        }
        catch (InvalidDataException)
        {
            problems.Add(Problems.BadZip(name));
            return [];
        }
    }
}
