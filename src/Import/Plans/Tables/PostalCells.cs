using System.Text.RegularExpressions;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Tables;

/// <summary>What was done to a postal code because of how its table writes codes.</summary>
internal enum PostalDoubt
{
    None,

    /// <summary>Leading zeros that a spreadsheet had eaten were restored.</summary>
    Zeros,

    /// <summary>A part of a code was taken for the beginning of longer ones.</summary>
    Beginning,

    /// <summary>Two codes with a mark between were taken for a range.</summary>
    Range,
}

/// <summary>The postal codes of a table → conditions: single codes, ranges (<c>90000-90999</c>), beginnings (<c>902*</c>).</summary>
internal sealed partial class PostalCells
{
    private readonly HashSet<string> wholeCodes = new(StringComparer.Ordinal);

    /// <summary>Looks at a code before any is read: what the shortest means depends on the others.</summary>
    public void See(string? country, string cell)
    {
        foreach (string code in Codes(cell))
        {
            if (country is { } known && code.All(char.IsAsciiDigit) && code.Length > 3)
            {
                wholeCodes.Add(known);
            }
        }
    }

    /// <summary>The conditions of a cell; null when it holds something that is no postal code.</summary>
    public IReadOnlyList<(Clause Clause, PostalDoubt Doubt)>? Read(string? country, string cell)
    {
        var read = new List<(Clause, PostalDoubt)>();
        foreach (string code in Codes(cell))
        {
            if (Range().Match(code) is { Success: true } range && IsRange(range))
            {
                read.Add((Between(Whole(country, range.Groups["low"].Value).Code, Whole(country, range.Groups["high"].Value).Code), PostalDoubt.Range));
            }
            else if (Beginning().Match(code) is { Success: true } beginning)
            {
                read.Add((StartsWith(beginning.Groups["code"].Value), PostalDoubt.None));
            }
            else if (!IsCode(code))
            {
                return null;
            }
            else
            {
                (string whole, PostalDoubt doubt) = Whole(country, code);
                read.Add((doubt == PostalDoubt.Beginning ? StartsWith(whole) : AskClause.OneOf("postal", whole), doubt));
            }
        }

        return read.Count == 0 ? null : read;
    }

    /// <summary>A range whose ends stand in two cells; null when they are no codes, or in the wrong order.</summary>
    public Clause? ReadRange(string? country, string low, string high)
    {
        if (!IsCode(low) || !IsCode(high))
        {
            return null;
        }

        (string from, string to) = (Whole(country, low).Code, Whole(country, high).Code);
        return string.CompareOrdinal(Folding.Postal(from), Folding.Postal(to)) <= 0 ? Between(from, to) : null;
    }

    /// <summary>The beginning of codes; null when it is none.</summary>
    public static Clause? ReadBeginning(string cell) => cell.TrimEnd('*', '%') is var code && IsCode(code) ? StartsWith(code) : null;

    private (string Code, PostalDoubt Doubt) Whole(string? country, string code)
    {
        bool isShort = code.Length == 3 && code.All(char.IsAsciiDigit);
        return country switch
        {
            "US" when isShort && !wholeCodes.Contains("US") => (code, PostalDoubt.Beginning),
            "US" when code.Length is 3 or 4 && code.All(char.IsAsciiDigit) => (code.PadLeft(5, '0'), PostalDoubt.Zeros),
            "TW" when isShort => (code, PostalDoubt.Beginning),
            "CA" or "GB" or "IE" when code.Length <= 4 && code.All(char.IsAsciiLetterOrDigit) => (code, PostalDoubt.Beginning),
            _ => (code, PostalDoubt.None),
        };
    }

    private static string[] Codes(string cell) => cell.Split([';', ',', '、', '，', '；', '\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // 90210-1234 is one code, 90210-90299 two: the ends of a range are of one length and in order.
    private static bool IsRange(Match range)
    {
        string low = Folding.Postal(range.Groups["low"].Value);
        string high = Folding.Postal(range.Groups["high"].Value);
        return low.Length == high.Length && string.CompareOrdinal(low, high) <= 0;
    }

    private static bool IsCode(string text) => text.Length <= 12 && text.Any(char.IsAsciiDigit) && text.All(each => char.IsAsciiLetterOrDigit(each) || each is ' ' or '-');

    private static AskClause Between(string low, string high) => new("postal", "between", [ClauseValue.OfText(low), ClauseValue.OfText(high)]);

    private static AskClause StartsWith(string code) => new("postal", "starts with", [ClauseValue.OfText(code)]);

    [GeneratedRegex(@"^(?<low>[A-Za-z0-9]+)\s*(-|–|—|~|～|\.\.|…|to|至|到)\s*(?<high>[A-Za-z0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"^((?<code>[A-Za-z0-9]*[0-9][A-Za-z0-9 ]*)(\*+|%+|#+)|(?<code>[0-9]+)[xX]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();
}
