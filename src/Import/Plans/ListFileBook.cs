using Bailiwick.Rules;

namespace Bailiwick.Import.Plans;

/// <summary>Long lists of values → list files beside the plan.</summary>
internal sealed class ListFileBook
{
    /// <summary>More values than these go to a file.</summary>
    public const int MostInline = 20;

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Relative path → content.</summary>
    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The clause with its long lists in files.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="territory">Whose it is: the files are named after it.</param>
    public Clause Shortened(Clause clause, string territory) => clause switch
    {
        AllClause all => all with { Parts = [.. all.Parts.Select(part => Shortened(part, territory))] },
        AnyClause any => any with { Parts = [.. any.Parts.Select(part => Shortened(part, territory))] },
        NotClause not => not with { Inner = Shortened(not.Inner, territory) },
        AskClause { Operator: "in", File: null } ask when ask.Values.Length > MostInline && Content(ask.Values.Select(value => value.Text)) is { } content
            && ask.Values.All(value => value.Unit is null) => ask with { Values = [], File = Keep(territory, ask.Field, content) },
        _ => clause,
    };

    /// <summary>A list file of named accounts; null when they are few.</summary>
    public string? Accounts(string territory, IReadOnlyCollection<string> accounts) =>
        accounts.Count > MostInline && Content(accounts) is { } content ? Keep(territory, "accounts", content) : null;

    // One value a line; what a list would take for columns or quotes stands in quotes. A value of several lines has no place in a list.
    private static string? Content(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return Array.Exists(all, value => value.AsSpan().IndexOfAny('\r', '\n', '\f') >= 0 || value.Any(each => each is '\u0085' or '\u2028' or '\u2029'))
            ? null
            : string.Concat(all.Select(value => (value.AsSpan().IndexOfAny(",;\t\"") >= 0 ? $"\"{value}\"" : value) + "\n"));
    }

    private string Keep(string territory, string what, string content)
    {
        string safe = string.Concat(territory.Select(each => char.IsLetterOrDigit(each) || each is '-' or '_' ? each : '-'));
        string name = $"lists/{safe}-{what}.csv";
        for (int number = 2; !names.Add(name); number++)
        {
            name = $"lists/{safe}-{what}-{number}.csv";
        }

        Files[name] = content;
        return name;
    }
}
