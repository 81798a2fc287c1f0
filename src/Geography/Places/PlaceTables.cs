using System.Collections.Immutable;
using System.Text;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Places;

/// <summary>The file form of places, postal codes and codes: a table of all texts, then rows of numbers into it.</summary>
internal static class PlaceTables
{
    public const string PlacesFile = "places.bin";
    public const string PostalsFile = "postals.bin";
    public const string CodesFile = "codes.bin";

    private const uint Mark = 0x31545742; // "BWT1"

    public static void WritePlaces(string file, IReadOnlyCollection<PopulatedPlace> places) => Write(file, places, (row, place) =>
    {
        row.Text(place.Name);
        row.Text(place.ChineseName);
        row.Text(place.Country);
        row.Text(place.Subdivision);
        row.Number(place.Population);
        row.Point(place.Point);
    });

    public static ImmutableArray<PopulatedPlace> ReadPlaces(string file) =>
        Read(file, row => new PopulatedPlace(row.Text()!, row.Text(), row.Text()!, row.Text(), row.Number(), row.Point()));

    public static void WritePostals(string file, IReadOnlyCollection<PostalPlace> postals) => Write(file, postals, (row, postal) =>
    {
        row.Text(postal.Country);
        row.Text(postal.Postal);
        row.Text(postal.City);
        row.Text(postal.ChineseCity);
        row.Text(postal.Subdivision);
        row.Point(postal.Point);
    });

    public static ImmutableArray<PostalPlace> ReadPostals(string file) =>
        Read(file, row => new PostalPlace(row.Text()!, row.Text()!, row.Text()!, row.Text(), row.Text(), row.Point()));

    public static void WriteCodes(string file, IReadOnlyCollection<(Country Country, string[] OtherNames)> countries, IReadOnlyCollection<Subdivision> subdivisions)
    {
        Write(file, [.. countries.Select(entry => (object)entry), .. subdivisions], (row, entry) =>
        {
            if (entry is (Country country, string[] others))
            {
                row.Texts("country", country.Alpha2, country.Alpha3, country.Numeric, country.Name.English, country.Name.Chinese, string.Join('|', others));
            }
            else if (entry is Subdivision one)
            {
                row.Texts("subdivision", one.Code, one.Country, one.Name.English, one.Name.Chinese, one.Parent, null);
            }
        });
    }

    public static (CountryCodes Countries, SubdivisionCodes Subdivisions) ReadCodes(string file)
    {
        ImmutableArray<string?[]> rows = Read(file, row => Enumerable.Range(0, 7).Select(_ => row.Text()).ToArray());
        return (
            new CountryCodes(rows.Where(row => row[0] == "country")
                .Select(row => (new Country(row[1]!, row[2]!, row[3] ?? "", new Text(row[4]!, row[5]!)), (row[6] ?? "").Split('|')))),
            new SubdivisionCodes(rows.Where(row => row[0] == "subdivision")
                .Select(row => new Subdivision(row[1]!, row[2]!, new Text(row[3]!, row[4]!), row[5]))));
    }

    private static void Write<T>(string file, IReadOnlyCollection<T> rows, Action<RowWriter, T> write)
    {
        using var body = new MemoryStream();
        using var writer = new RowWriter(body);
        foreach (T row in rows)
        {
            write(writer, row);
        }

        using var output = new BinaryWriter(File.Create(file), Encoding.UTF8);
        output.Write(Mark);
        writer.WriteTexts(output);
        output.Write7BitEncodedInt(rows.Count);
        output.Write(body.ToArray());
    }

    private static ImmutableArray<T> Read<T>(string file, Func<RowReader, T> read)
    {
        using var input = new BinaryReader(new MemoryStream(File.ReadAllBytes(file)), Encoding.UTF8);
        if (input.ReadUInt32() != Mark)
        {
            throw new InvalidDataException($"{file} was not compiled by this version. Run eng/build again.");
        }

        var reader = new RowReader(input);
        var rows = new T[input.Read7BitEncodedInt()];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = read(reader);
        }

        return ImmutableArray.Create(rows);
    }

    private sealed class RowWriter(Stream body) : IDisposable
    {
        private readonly BinaryWriter output = new(body, Encoding.UTF8, leaveOpen: true);
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly List<string> texts = [""];

        public void Text(string? text)
        {
            text ??= "";
            if (!numbers.TryGetValue(text, out int number))
            {
                numbers[text] = number = texts.Count;
                texts.Add(text);
            }

            output.Write7BitEncodedInt(number);
        }

        public void Texts(params ReadOnlySpan<string?> all)
        {
            foreach (string? text in all)
            {
                Text(text);
            }
        }

        public void Number(long number) => output.Write7BitEncodedInt64(number);

        public void Point(LonLat point)
        {
            GridPoint at = GridPoint.Of(point.Longitude, point.Latitude);
            output.Write(at.X);
            output.Write(at.Y);
        }

        public void WriteTexts(BinaryWriter file)
        {
            output.Flush();
            file.Write7BitEncodedInt(texts.Count);
            texts.ForEach(file.Write);
        }

        public void Dispose() => output.Dispose();
    }

    private sealed class RowReader
    {
        private readonly BinaryReader input;
        private readonly string[] texts;

        public RowReader(BinaryReader input)
        {
            this.input = input;
            texts = new string[input.Read7BitEncodedInt()];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = input.ReadString();
            }
        }

        public string? Text() => texts[input.Read7BitEncodedInt()] is { Length: > 0 } text ? text : null;

        public long Number() => input.Read7BitEncodedInt64();

        public LonLat Point() => new GridPoint(input.ReadInt32(), input.ReadInt32()).ToLonLat();
    }
}
