using System.Globalization;
using System.IO.Compression;
using System.Text;
using Bailiwick.Measures;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;

namespace Bailiwick.Geography.Files;

/// <summary>Reads a shapefile in a zip: .shp and .dbf, the projection by .prj, the encoding by .cpg.</summary>
internal static class ShapefileZip
{
    public static List<Feature> Read(string name, ZipArchive archive, List<Problem> problems)
    {
        ZipArchiveEntry? shapes = archive.Entries.Where(entry => entry.FullName.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).FirstOrDefault();
        if (shapes is null || Part(archive, shapes, ".dbf") is not { } table)
        {
            problems.Add(Problems.NoShapefile(name));
            return [];
        }

        ZipArchiveEntry? projection = Part(archive, shapes, ".prj");
        ZipArchiveEntry? encoding = Part(archive, shapes, ".cpg");
        // Counted before anything is kept: a bomb of a few hundred kilobytes must not cost the memory it asks for.
        if (SizeOf(shapes, BoundaryFile.MostBytes) is not { } shapeSize || SizeOf(table, BoundaryFile.MostBytes - shapeSize) is not { } tableSize)
        {
            problems.Add(Problems.TooLarge(name, BoundaryFile.MostBytes));
            return [];
        }

        if (Projection.Of(projection is null ? null : TextOf(projection), name, problems) is not { } toDegrees)
        {
            return [];
        }

        var options = new ShapefileReaderOptions
        {
            Encoding = EncodingOf(encoding is null ? null : TextOf(encoding), name, problems),
            GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes,
        };
        try
        {
            using ShapefileReader reader = Shapefile.OpenRead(Unpack(shapes, shapeSize), Unpack(table, tableSize), options);
            return ReadAll(name, reader, toDegrees, problems);
        }
        catch (Exception broken) when (broken is ShapefileException or IOException or ArgumentException or FormatException or InvalidOperationException
            or IndexOutOfRangeException or OverflowException or NotSupportedException)
        {
            problems.Add(Problems.BadShapefile(name, shapes.Name));
            return [];
        }
    }

    private static List<Feature> ReadAll(string name, ShapefileReader reader, Func<double, double, (double X, double Y)> toDegrees, List<Problem> problems)
    {
        var found = new List<Feature>();
        int number = 0;
        while (reader.Read(out bool isDeleted, out NetTopologySuite.Features.Feature feature))
        {
            number++;
            if (isDeleted)
            {
                continue;
            }

            try
            {
                var lines = new List<FeatureLine>();
                for (int i = 0; i < (feature.Geometry?.NumGeometries ?? 0); i++)
                {
                    if (feature.Geometry!.GetGeometryN(i) is Polygon polygon && !polygon.IsEmpty)
                    {
                        lines.Add(Line(polygon.Shell, isShell: true, toDegrees));
                        lines.AddRange(polygon.Holes.Select(hole => Line(hole, isShell: false, toDegrees)));
                    }
                }

                if (lines.Count == 0)
                {
                    problems.Add(Problems.NoPolygon(name, number));
                    continue;
                }

                found.Add(new Feature(null, PropertiesOf(feature.Attributes), lines));
            }
            catch (FormatException broken)
            {
                problems.Add(Problems.BadCoordinates(name, number, broken.Message));
            }
        }

        return found;
    }

    private static FeatureLine Line(LinearRing ring, bool isShell, Func<double, double, (double X, double Y)> toDegrees) => new(
        [.. ring.Coordinates.Select(corner =>
        {
            (double x, double y) = toDegrees(corner.X, corner.Y);
            return Positions.ToGrid(x, y);
        })],
        isShell);

    private static Dictionary<string, string> PropertiesOf(IAttributesTable table)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string column in table.GetNames())
        {
            if (Convert.ToString(table[column], CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text)
            {
                found[column] = text;
            }
        }

        return found;
    }

    private static ZipArchiveEntry? Part(ZipArchive archive, ZipArchiveEntry shapes, string extension) =>
        archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName, Path.ChangeExtension(shapes.FullName, extension), StringComparison.OrdinalIgnoreCase));

    /// <summary>How many bytes a part unpacks to, or null when more than <paramref name="most"/>; what the zip says about its size is not believed.</summary>
    private static long? SizeOf(ZipArchiveEntry entry, long most)
    {
        if (entry.Length > most)
        {
            return null;
        }

        using Stream packed = entry.Open();
        var block = new byte[81920];
        long size = 0;
        for (int read = packed.Read(block); read > 0 && size <= most; read = packed.Read(block))
        {
            size += read;
        }

        return size <= most ? size : null;
    }

    private static MemoryStream Unpack(ZipArchiveEntry entry, long size)
    {
        var content = new byte[size];
        using Stream packed = entry.Open();
        packed.ReadExactly(content);
        return new MemoryStream(content, writable: false);
    }

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        var block = new char[64 * 1024];
        return new string(block, 0, reader.ReadBlock(block));
    }

    private static Encoding EncodingOf(string? codePage, string file, List<Problem> problems)
    {
        string name = codePage?.Trim() ?? "";
        if (name.Length == 0)
        {
            return Encoding.UTF8;
        }

        // ESRI writes 88591 for ISO-8859-1, 950 for Big5, or the name itself.
        string usual = name.Replace("ANSI ", "", StringComparison.OrdinalIgnoreCase) is { } plain && plain.StartsWith("8859", StringComparison.Ordinal)
            ? "iso-8859-" + plain[4..].TrimStart('-')
            : name.Replace("ANSI ", "", StringComparison.OrdinalIgnoreCase);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return int.TryParse(usual, CultureInfo.InvariantCulture, out int number) ? Encoding.GetEncoding(number) : Encoding.GetEncoding(usual);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            problems.Add(Problems.UnknownEncoding(file, name));
            return Encoding.UTF8;
        }
    }
}
