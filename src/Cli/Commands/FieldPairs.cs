using System.Collections.Immutable;
using System.CommandLine.Parsing;

namespace Bailiwick.Cli.Commands;

/// <summary><c>--field Tier__c=tier</c>: a field of another system and the one of ours that means the same.</summary>
internal static class FieldPairs
{
    /// <summary>Theirs → ours.</summary>
    public static ImmutableDictionary<string, string> Of(string[]? given) =>
        (given ?? []).Select(field => field.Split('=', 2)).ToImmutableDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses what is no pair, and a field of either side that stands twice.</summary>
    public static void Check(OptionResult given, string option)
    {
        string[] all = [.. given.Tokens.Select(token => token.Value)];
        if (Array.Find(all, field => field.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }]) is { } wrong)
        {
            given.AddError($"{option} {wrong}: THEIRS=OURS.");
        }
        else if (Enumerable.Range(0, 2).Any(side => all.Select(field => field.Split('=', 2)[side].Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < all.Length))
        {
            given.AddError($"{option}: {string.Join(' ', all)}.");
        }
    }
}
