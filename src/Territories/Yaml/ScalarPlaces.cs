using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Yaml;

/// <summary>Where a character of a scalar's value stands in the file.</summary>
internal static class ScalarPlaces
{
    /// <summary>The places of a scalar's characters, by their index in the value.</summary>
    /// <remarks>YAML folds lines and escapes quotes; blanks aside, the value's characters stand in the file in the same order.</remarks>
    public static Func<int, Place> Of(string file, string text, YamlScalar scalar) => index =>
    {
        int at = Header(text, scalar);
        int end = Math.Min(scalar.End.Index, text.Length);
        for (int read = 0; read < Math.Min(index, scalar.Value.Length) && at < end; read++)
        {
            char wanted = scalar.Value[read];
            while (at < end && text[at] != wanted && !(char.IsWhiteSpace(wanted) && char.IsWhiteSpace(text[at])))
            {
                at++;
            }

            at++;
        }

        if (index < scalar.Value.Length)
        {
            while (at < end && text[at] != scalar.Value[index])
            {
                at++;
            }
        }

        return PlaceOf(file, text, Math.Min(at, end));
    };

    private static int Header(string text, YamlScalar scalar)
    {
        // A block scalar begins with | or > and its options; the value begins on the next line.
        int start = scalar.Start.Index;
        return !scalar.IsPlain && start < text.Length && text[start] is '|' or '>' && text.IndexOf('\n', start) is var line and >= 0 ? line + 1 : start;
    }

    private static Place PlaceOf(string file, string text, int at)
    {
        int lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return new Place(file, 1 + text.AsSpan(0, lineStart).Count('\n'), (at - lineStart + 1).ToString(CultureInfo.InvariantCulture));
    }
}
