using System.Globalization;
using System.Text;
using Bailiwick.Measures;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories;

/// <summary>Edits of a plan's text that touch only their own lines: comments and order survive.</summary>
public static class PlanText
{
    /// <summary>Sets the owners of territories (<c>reps:</c>). Owners that the text gives to other territories stay, and so do overlays.</summary>
    /// <param name="text">A plan file that can be read.</param>
    /// <param name="owners">Territory → owner.</param>
    /// <returns>The text with the new owners.</returns>
    /// <exception cref="ArgumentException">The text is not a plan that can be read.</exception>
    public static string SetReps(string text, IEnumerable<KeyValuePair<TerritoryId, RepId>> owners)
    {
        var wanted = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((TerritoryId territory, RepId owner) in owners)
        {
            wanted[territory.Value] = owner.Value;
        }

        YamlMap root = YamlText.Read("plan", text, []) as YamlMap ?? throw new ArgumentException("the text is not a plan file", nameof(text));
        (YamlScalar? key, YamlNode? reps) = root.Entries.FirstOrDefault(entry => entry.Key.Value == "reps");
        var edits = new List<(int From, int Until, string Text)>();
        foreach (YamlMap line in (reps as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            YamlNode? territory = ValueOf(line, "territory");
            if (territory is YamlScalar { Value: { } id } && ValueOf(line, "owner") is YamlScalar owner && wanted.Remove(id, out string? rep) && rep != owner.Value)
            {
                edits.Add((owner.Start.Index, owner.End.Index, Scalar(rep)));
            }
        }

        if (wanted.Count > 0)
        {
            edits.Add(Added(text, key, reps, wanted));
        }

        var edited = new StringBuilder(text);
        foreach ((int from, int until, string replacement) in edits.OrderByDescending(edit => edit.From))
        {
            edited.Remove(from, until - from).Insert(from, replacement);
        }

        return edited.ToString();
    }

    // New owners go to the end of the list, in the list's own way of writing; without a list, to the end of the file.
    private static (int From, int Until, string Text) Added(string text, YamlScalar? key, YamlNode? reps, OrderedDictionary<string, string> wanted)
    {
        string end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string[] lines = [.. wanted.Select(pair => $"{{ territory: {Scalar(pair.Key)}, owner: {Scalar(pair.Value)} }}")];
        if (reps is YamlList { Items.Length: > 0 } list)
        {
            YamlNode last = list.Items[^1];
            if (list.IsFlow)
            {
                return (last.End.Index, last.End.Index, string.Concat(lines.Select(line => $", {line}")));
            }

            // A block item ends at the end of its last line with a value; comments after it stay after the new lines.
            int at = EndOfLine(text, LastEnd(last));
            string indent = new(' ', list.Items[0].Start.Column - 3);
            return (at, at, string.Concat(lines.Select(line => $"{end}{indent}- {line}")));
        }

        string block = string.Concat(lines.Select(line => $"{end}  - {line}"));
        if (key is not null)
        {
            int until = reps is YamlList ? reps.End.Index : key.End.Index;
            int colon = text.IndexOf(':', key.End.Index) + 1;
            return (colon, Math.Max(colon, until), block);
        }

        string gap = text.Length == 0 || text.EndsWith('\n') ? "" : end;
        return (text.Length, text.Length, string.Create(CultureInfo.InvariantCulture, $"{gap}reps:{block}{end}"));
    }

    private static int LastEnd(YamlNode node) => node switch
    {
        YamlMap { Entries: [.., var (_, value)] } => Math.Max(LastEnd(value), value.Start.Index),
        YamlList { Items: [.., var item], IsFlow: false } => LastEnd(item),
        _ => node.End.Index,
    };

    private static int EndOfLine(string text, int at)
    {
        int line = text.IndexOf('\n', at);
        return line < 0 ? text.Length : line > 0 && text[line - 1] == '\r' ? line - 1 : line;
    }

    private static YamlNode? ValueOf(YamlMap map, string key) => map.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    // Plain where YAML surely reads it as the same text, else in double quotes.
    private static string Scalar(string text) =>
        text.Length > 0 && text.All(each => char.IsLetterOrDigit(each) || each is '-' or '_' or '.') && (char.IsLetter(text[0]) || char.IsDigit(text[0])) && text is not ("null" or "true" or "false")
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
