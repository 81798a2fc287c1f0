using System.Collections.Immutable;
using System.Text;
using Bailiwick.Rules;

namespace Bailiwick.SecondOpinion;

/// <summary>The industry schemes of the small worlds, and which code lies under which.</summary>
public static class Schemes
{
    /// <summary>The codes as a file of a scheme has them: id of the scheme, code, parent. A sector that is a range of codes stands above what begins with one of them.</summary>
    public static readonly ImmutableArray<(string Scheme, string Code, string? Parent)> Rows =
    [
        ("tree-2016", "Q", null), ("tree-2016", "Q86", "Q"), ("tree-2016", "86", "Q86"),
        ("tree-2021", "Q", null), ("tree-2021", "86", "Q"), ("tree-2021", "861", "86"), ("tree-2021", "9", "861"),
        ("range", "31-33", null), ("range", "311", "31-33"), ("range", "3111", "311"), ("range", "331", "31-33"), ("range", "9", null),
    ];

    /// <summary>The schemes as the house reads them.</summary>
    public static IndustrySchemes AsRead { get; } = IndustrySchemes.Of(
        Rows.GroupBy(row => row.Scheme, StringComparer.Ordinal).Select(rows => new IndustryScheme(rows.Key, rows.Select(row => new IndustryCode(row.Code, row.Parent, Measures.Text.Same(row.Code))))));

    /// <summary>How accounts name them: without an edition the newest is meant, and of SIC nothing is known.</summary>
    public static readonly ImmutableArray<string> Names = ["tree-2016", "Tree 2021", "tree", "RANGE", "SIC"];

    // The codes above each code, spelled out.
    private static readonly Dictionary<string, Dictionary<string, string[]>> Above = new(StringComparer.Ordinal)
    {
        ["tree2016"] = new(StringComparer.Ordinal) { ["q"] = [], ["q86"] = ["q"], ["86"] = ["q86", "q"] },
        ["tree2021"] = new(StringComparer.Ordinal) { ["q"] = [], ["86"] = ["q"], ["861"] = ["86", "q"], ["9"] = ["861", "86", "q"] },
        ["range"] = new(StringComparer.Ordinal)
        {
            ["31-33"] = [],
            ["31"] = ["31-33"],
            ["32"] = ["31-33"],
            ["33"] = ["31-33"],
            ["311"] = ["31", "31-33"],
            ["3111"] = ["311", "31", "31-33"],
            ["331"] = ["33", "31-33"],
            ["9"] = [],
        },
    };

    /// <summary>Whether a code is another or lies below it: by the tree of the scheme; by leading characters when the scheme is not given or not loaded.</summary>
    /// <remarks>A code that its scheme does not have lies under its beginnings, and where the longest of them that the scheme has lies.</remarks>
    public static bool IsUnder(string? scheme, string code, string above)
    {
        (code, above) = (code.ToLowerInvariant(), above.ToLowerInvariant());
        bool begins = code.StartsWith(above, StringComparison.Ordinal);
        if (scheme is null || !Above.TryGetValue(IdOf(scheme), out Dictionary<string, string[]>? tree))
        {
            return begins;
        }

        if (tree.TryGetValue(code, out string[]? over))
        {
            return code == above || over.Contains(above);
        }

        string? known = tree.Keys.Where(each => code.StartsWith(each, StringComparison.Ordinal)).MaxBy(each => each.Length);
        return begins || (known is not null && (known == above || tree[known].Contains(above)));
    }

    private static string IdOf(string scheme)
    {
        string tidy = string.Concat(scheme.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
        return tidy == "tree" ? "tree2021" : tidy;
    }
}
