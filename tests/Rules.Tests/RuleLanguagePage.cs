using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Bailiwick.Rules.Tests;

/// <summary>docs/rule-language.md: its tables are made from the tables of the code, between marks; its examples are asked.</summary>
internal static partial class RuleLanguagePage
{
    public static string Path { get; } = Find();

    public static string Text => File.ReadAllText(Path).ReplaceLineEndings("\n");

    /// <summary>The tables by the name of their mark.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fields"] = FieldRows(),
        ["kinds"] = KindRows(),
        ["operators"] = OperatorRows(),
        ["keywords"] = string.Join(", ", Operators.Keywords.Order(StringComparer.Ordinal).Select(word => $"`{word}`")) + "\n",
    };

    /// <summary>What stands between the marks of a table.</summary>
    public static string Written(string name) => Mark(name).Match(Text) is { Success: true } found ? found.Groups["inside"].Value : throw new InvalidOperationException($"the page has no marks of {name}");

    /// <summary>Puts every table between its marks.</summary>
    public static void Rewrite() => File.WriteAllText(Path, Tables.Aggregate(Text, (page, table) => Mark(table.Key).Replace(page, found => found.Groups["before"].Value + table.Value + found.Groups["after"].Value)));

    /// <summary>Rules that stand apart.</summary>
    public static IEnumerable<string> Rules => Block().Matches(Text).Select(block => block.Groups["rule"].Value);

    /// <summary>Rule, account and answer of each line of the tables of answers.</summary>
    public static IEnumerable<(string Rule, string Account, bool Holds)> Answers => Answer().Matches(Text)
        .Select(line => (line.Groups["rule"].Value, line.Groups["account"].Value, line.Groups["holds"].Value == "yes"));

    private static string FieldRows() => Table("| Field | Holds | Meaning |", Fields.Table.Select(field => $"| `{field.Name}` | {Kinds.Of(field).English} | {field.Meaning.English} |"));

    private static string KindRows() => Table("| Holds | In `fields:` | Operators |", Enum.GetValues<FieldKind>().Select(kind =>
    {
        string declared = Fields.CustomKinds.FirstOrDefault(word => word.Value == kind).Key is { } word ? $"`{word}`" : "";
        IEnumerable<string> operators = Operators.Table.Where(row => row.Kinds.Contains(kind)).Select(row => $"`{row.Words}`");
        return $"| {Kinds.Of(Fields.Custom("any", kind)).English} | {declared} | {string.Join(", ", operators)} |";
    }));

    private static string OperatorRows() => Table(
        "| Operator | The value | Examples |",
        Operators.Table.Select(row => $"| `{row.Words}` | {row.Meaning.English} | {string.Join("<br>", row.Examples.Select(example => $"`{example}`"))} |"));

    private static string Table(string head, IEnumerable<string> rows) => string.Join('\n', rows.Prepend("|---|---|---|").Prepend(head)) + "\n";

    private static Regex Mark(string name) => new($"(?<before><!-- made from the code: {name} -->\n)(?<inside>.*?)(?<after><!-- end -->)", RegexOptions.Singleline | RegexOptions.ExplicitCapture);

    private static string Find([CallerFilePath] string caller = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(caller)!, "..", "..", "docs", "rule-language.md"));

    [GeneratedRegex("```rule\n(?<rule>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `(?<rule>[^`]+)` \| `\{(?<account>[^`]*)\}` \| (?<holds>yes|no) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Answer();
}
