using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans;

/// <summary>What files say of territories, by key, in the order in which they first say something.</summary>
internal sealed class TerritoryBook
{
    private readonly OrderedDictionary<string, BookedTerritory> territories = new(StringComparer.Ordinal);

    /// <summary>The territories, in the order of their first mention.</summary>
    public IReadOnlyList<BookedTerritory> All => territories.Values;

    /// <summary>The territory of a key, whatever its case and width; made when it is new.</summary>
    public BookedTerritory Of(string key, Place place)
    {
        string folded = Folding.Fold(key);
        if (!territories.TryGetValue(folded, out BookedTerritory? territory))
        {
            territories[folded] = territory = new BookedTerritory(key.Trim(), place);
        }

        return territory;
    }

    /// <summary>The territory of a key; null when no file has it.</summary>
    public BookedTerritory? Find(string key) => territories.GetValueOrDefault(Folding.Fold(key));
}

/// <summary>A territory while files are read.</summary>
/// <param name="key">How files name it.</param>
/// <param name="place">Where it was first named.</param>
internal sealed class BookedTerritory(string key, Place place)
{
    public string Key { get; } = key;

    public Place Place { get; } = place;

    /// <summary>Its id in the plan.</summary>
    public string Id { get; set; } = key;

    public string? Name { get; set; }

    /// <summary>Key of the territory above; null at the top.</summary>
    public string? Parent { get; set; }

    /// <summary>Its layer, where it stands at the top; null is the usual one. Below another territory that one's layer counts.</summary>
    public string? Layer { get; set; }

    /// <summary>Conditions that it takes accounts by: all must hold; empty for a territory without a rule of its own.</summary>
    public ImmutableArray<Clause> Own { get; set; } = [];

    public OrderedDictionary<string, Place> Accounts { get; } = new(StringComparer.Ordinal);

    public RepId? Owner { get; set; }

    public List<RepId> Overlay { get; } = [];

    public List<string> Remarks { get; } = [];
}
