using System.Collections.Immutable;
using System.Globalization;

namespace Bailiwick.Rules;

/// <summary>Sectors that are ranges of two-digit codes: 31-33, 44-45, 48-49 in NAICS.</summary>
public static class SectorRange
{
    private const int MostMembers = 100;

    /// <summary>The members of a range of digits, such as 31, 32, 33 of 31-33; none when the code is no range or holds 100 or more.</summary>
    public static IEnumerable<string> MembersOf(string code)
    {
        string[] ends = Folding.Fold(code).Split('-');
        if (ends.Length != 2 || ends[0].Length != ends[1].Length || !ends.All(end => end.Length is > 0 and < 9 && end.All(char.IsAsciiDigit)))
        {
            return [];
        }

        int first = int.Parse(ends[0], CultureInfo.InvariantCulture);
        int last = int.Parse(ends[1], CultureInfo.InvariantCulture);
        return last < first || last - first >= MostMembers
            ? []
            : Enumerable.Range(first, last - first + 1).Select(member => member.ToString("D" + ends[0].Length, CultureInfo.InvariantCulture));
    }

    /// <summary>The codes with the members of their ranges: each right after its range, and above what begins with it.</summary>
    internal static ImmutableArray<IndustryCode> Spread(ImmutableArray<IndustryCode> codes)
    {
        var known = codes.Select(code => Folding.Fold(code.Code)).ToHashSet(StringComparer.Ordinal);
        var members = codes
            .SelectMany(range => MembersOf(range.Code).Where(known.Add).Select(member => (Range: Folding.Fold(range.Code), Code: new IndustryCode(member, range.Code, range.Title))))
            .ToLookup(member => member.Range, member => member.Code, StringComparer.Ordinal);
        return members.Count == 0 ? codes : [.. codes.SelectMany(code => members[Folding.Fold(code.Code)].Prepend(Below(code)))];

        IndustryCode Below(IndustryCode code) =>
            code.Parent is { } parent && members[Folding.Fold(parent)].FirstOrDefault(member => Folding.Fold(code.Code).StartsWith(member.Code, StringComparison.Ordinal)) is { } member
                ? code with { Parent = member.Code }
                : code;
    }
}
