using System.Globalization;
using System.Text;
using System.Text.Json;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Files;

/// <summary>A JSON value with its place, as far as shapes need it.</summary>
/// <param name="At">Bytes before it.</param>
internal abstract record LocatedJson(int At)
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not JSON, or nested deeper than 64 levels.</exception>
    public static LocatedJson Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        LocatedJson root = Next(ref reader);
        reader.Read(); // what stands behind the end is not JSON
        return root;
    }

    /// <summary>Where a byte stands, as a person counts lines and characters.</summary>
    public static Place PlaceOf(string file, ReadOnlySpan<byte> text, int at)
    {
        int lineStart = text[..at].LastIndexOf((byte)'\n') + 1;
        return new Place(file, 1 + text[..lineStart].Count((byte)'\n'), (1 + Encoding.UTF8.GetCharCount(text[lineStart..at])).ToString(CultureInfo.InvariantCulture));
    }

    private static LocatedJson Next(ref Utf8JsonReader reader)
    {
        int at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string key = reader.GetString()!;
                    reader.Read();
                    entries[key] = Next(ref reader);
                }

                return new JsonMap(at, entries);
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Next(ref reader));
                }

                return new JsonList(at, items);
            case JsonTokenType.Number: return new JsonNumber(at, reader.GetDouble());
            case JsonTokenType.String: return new JsonText(at, reader.GetString()!);
            case JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False: return new JsonWord(at);
            default: throw new JsonException($"{reader.TokenType} cannot stand here");
        }
    }
}

internal sealed record JsonMap(int At, Dictionary<string, LocatedJson> Entries) : LocatedJson(At)
{
    /// <summary>The value of <c>type</c>, or null.</summary>
    public string? Type => (this["type"] as JsonText)?.Value;

    public LocatedJson? this[string key] => Entries.GetValueOrDefault(key);
}

internal sealed record JsonList(int At, List<LocatedJson> Items) : LocatedJson(At);

internal sealed record JsonNumber(int At, double Value) : LocatedJson(At);

internal sealed record JsonText(int At, string Value) : LocatedJson(At);

/// <summary>null, true or false.</summary>
internal sealed record JsonWord(int At) : LocatedJson(At);
