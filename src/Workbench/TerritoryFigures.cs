using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>What a territory holds and brings; a parent's figures include its children's.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The territory above; null at the top.</param>
/// <param name="IsLeaf">Whether it has no children.</param>
/// <param name="Rep">The accountable rep; null when vacant.</param>
/// <param name="RepName">The rep's name; null when vacant or not known.</param>
/// <param name="Accounts">Accounts.</param>
/// <param name="Customers">Accounts with at least one sale.</param>
/// <param name="Revenue">Revenue of the last twelve months of sales, one amount a currency, most used currency first.</param>
/// <param name="Share">Its part of the layer's revenue in the first currency (of the accounts, when there are no sales).</param>
/// <param name="Balance">Its share over the mean share of the leaves; null for a parent. 1 is even.</param>
public sealed record TerritoryFigure(
    string Layer,
    TerritoryId Territory,
    string Name,
    TerritoryId? Parent,
    bool IsLeaf,
    RepId? Rep,
    string? RepName,
    long Accounts,
    long Customers,
    ImmutableArray<Money> Revenue,
    Share? Share,
    double? Balance);

/// <summary>A layer's territories, and what reaches none.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Territories">All territories, parents before their children, in the plan's order.</param>
/// <param name="Vacancies">Territories that hold accounts themselves and have no rep.</param>
/// <param name="GapAccounts">Accounts inside the scope that reach no territory.</param>
/// <param name="OutOfScopeAccounts">Accounts outside the scope.</param>
public sealed record LayerFigures(string Layer, ImmutableArray<TerritoryFigure> Territories, ImmutableArray<TerritoryId> Vacancies, long GapAccounts, long OutOfScopeAccounts);
