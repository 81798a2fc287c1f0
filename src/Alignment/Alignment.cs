using System.Collections.Immutable;

namespace Bailiwick.Alignment;

/// <summary>Which territory each unit is in: units → territories.</summary>
public sealed class Alignment
{
    /// <param name="territoryOf">Per unit a territory, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A unit is in no territory.</exception>
    public Alignment(ImmutableArray<int> territoryOf)
    {
        if (territoryOf.Any(territory => territory < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(territoryOf), "every unit is in a territory, 0 or more");
        }

        TerritoryOf = territoryOf;
    }

    /// <summary>Per unit its territory.</summary>
    public ImmutableArray<int> TerritoryOf { get; }
}
