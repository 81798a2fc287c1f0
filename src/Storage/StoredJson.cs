using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bailiwick.Storage;

/// <summary>Several values in one column: JSON, with Chinese as itself.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An array of texts.</summary>
    public static string Write(ImmutableArray<string> values) => JsonSerializer.Serialize(values, Options);

    /// <summary>An object of texts, its names in ordinal order whatever order they come in.</summary>
    public static string Write(ImmutableSortedDictionary<string, string> fields) => JsonSerializer.Serialize(
        fields.Count > 1 ? new SortedDictionary<string, string>(fields, StringComparer.Ordinal) : (IReadOnlyDictionary<string, string>)fields, Options);

    /// <summary>Rows of texts.</summary>
    public static string Write(IEnumerable<string[]> rows) => JsonSerializer.Serialize(rows, Options);

    public static string[][] ReadRows(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<string[][]>(utf8, Options)!;

    public static string[] ReadArray(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<string[]>(utf8, Options)!;

    public static Dictionary<string, string> ReadObject(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<Dictionary<string, string>>(utf8, Options)!;
}
