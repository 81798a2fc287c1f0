using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Staffing;

/// <summary>A rep who can be given a territory.</summary>
/// <param name="Id">The rep.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Home">Where the rep lives; null when not known.</param>
public sealed record StaffedRep(RepId Id, string Name, LonLat? Home);

/// <summary>A point that a rep travels to.</summary>
/// <param name="Point">Where it is.</param>
/// <param name="Weight">How much it counts, above 0: 1 for an account.</param>
public readonly record struct Visit(LonLat Point, double Weight);

/// <summary>A territory that needs a rep.</summary>
/// <param name="Id">The territory.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Visits">Where its accounts are; empty when none is placed: then every rep is as near.</param>
public sealed record StaffedTerritory(TerritoryId Id, string Name, ImmutableArray<Visit> Visits);

/// <summary>Who is to be assigned to what. The order of both lists only decides between equal plans.</summary>
public sealed record StaffingProblem
{
    /// <exception cref="ArgumentException">A rep or a territory is there twice.</exception>
    public StaffingProblem(ImmutableArray<StaffedRep> reps, ImmutableArray<StaffedTerritory> territories)
    {
        Reps = Once(reps, rep => rep.Id.Value, nameof(reps));
        Territories = Once(territories, territory => territory.Id.Value, nameof(territories));
    }

    /// <summary>The reps.</summary>
    public ImmutableArray<StaffedRep> Reps { get; }

    /// <summary>The territories.</summary>
    public ImmutableArray<StaffedTerritory> Territories { get; }

    private static ImmutableArray<T> Once<T>(ImmutableArray<T> items, Func<T, string> key, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.All(item => seen.Add(key(item)))
            ? items
            : throw new ArgumentException($"{name}: {items.GroupBy(key, StringComparer.Ordinal).First(same => same.Count() > 1).Key} is there twice.", name);
    }
}
