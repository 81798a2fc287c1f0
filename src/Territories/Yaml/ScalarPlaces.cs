using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Yaml;

/// <summary>Where the characters of a scalar's value stand in the file.</summary>
/// <remarks>
/// YAML folds lines and escapes quotes; blanks aside, the value's characters stand in the file in the same order. It walks on from the
/// place asked for last, since thousands of problems of one long rule come in the order of their places. One thread.
/// </remarks>
internal sealed class ScalarPlaces
{
    private readonly string file;
    private readonly string text;
    private readonly YamlScalar scalar;
    private readonly int end;
    private int read;
    private int at;
    private int line;
    private int lineStart;

    public ScalarPlaces(string file, string text, YamlScalar scalar)
    {
        (this.file, this.text, this.scalar) = (file, text, scalar);
        end = Math.Min(scalar.End.Index, text.Length);
        Restart();
    }

    /// <summary>The place of a character, by its index in the value.</summary>
    public Place Of(int index)
    {
        if (index < read)
        {
            Restart();
        }

        for (; read < Math.Min(index, scalar.Value.Length) && at < end; read++)
        {
            char wanted = scalar.Value[read];
            while (at < end && text[at] != wanted && !(char.IsWhiteSpace(wanted) && char.IsWhiteSpace(text[at])))
            {
                Step();
            }

            Step();
        }

        while (index < scalar.Value.Length && at < end && text[at] != scalar.Value[index])
        {
            Step();
        }

        return new Place(file, line, (at - lineStart + 1).ToString(CultureInfo.InvariantCulture));
    }

    private void Restart()
    {
        (read, at, line, lineStart) = (0, scalar.Start.Index, scalar.Start.Line, scalar.Start.Index - (scalar.Start.Column - 1));

        // A block scalar begins with | or > and its options; the value begins on the next line.
        if (!scalar.IsPlain && at < text.Length && text[at] is '|' or '>')
        {
            while (at < end && line == scalar.Start.Line)
            {
                Step();
            }
        }
    }

    private void Step()
    {
        if (at >= end)
        {
            return;
        }

        if (text[at++] == '\n')
        {
            (line, lineStart) = (line + 1, at);
        }
    }
}
