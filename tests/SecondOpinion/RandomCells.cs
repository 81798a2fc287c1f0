using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>Values of single columns by seeded chance.</summary>
public static class RandomCells
{
    // Of an industry also its scheme says where it lies, and sets are not replaced as a whole.
    private static readonly string[] Texts = ["name", "country", "subdivision", "city", "postal", "type", "tier", "stage", "owner", "industry", "channel", "trade"];
    private static readonly string[] Numbers = ["employees", "revenue", "since", "signed", "fleet_size"];

    /// <summary>The columns that only some plans declare.</summary>
    public static ImmutableSortedSet<string> CustomFields { get; } = [.. Vocabulary.CustomFields.Keys];

    /// <summary>A column and a value for it.</summary>
    public static (string Field, string Value) Of(Chance chance)
    {
        string field = chance.Next(3) == 0 ? Numbers[chance.Next(Numbers.Length)] : Texts[chance.Next(Texts.Length)];
        return (field, field switch
        {
            "since" or "signed" => Vocabulary.Day(chance),
            "employees" or "revenue" or "fleet_size" => Vocabulary.Number(chance, field),
            _ => Vocabulary.Word(chance, field),
        });
    }
}
