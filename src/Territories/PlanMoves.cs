using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Territories.Diff;

namespace Bailiwick.Territories;

/// <summary>Which accounts change hands between two versions of a plan, and which edits move them.</summary>
/// <param name="Before">The answers of the earlier version.</param>
/// <param name="After">The answers of the later version.</param>
/// <param name="Layers">The layers of both, in the order of the later version, then those that it no longer has.</param>
public sealed record PlanMoves(PlanAnswers Before, PlanAnswers After, ImmutableArray<LayerMoves> Layers)
{
    /// <summary>So many different accounts are followed for their edits in a layer; accounts that all rules see alike are one.</summary>
    public const int MostFollowed = 200_000;

    /// <summary>Compares.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="accounts">The accounts, with their places found.</param>
    /// <param name="day">The day for which overrides count, in both.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static PlanMoves Between(PlanMatcher before, PlanMatcher after, ColumnTable accounts, DateOnly day, CancellationToken cancellation = default)
    {
        AccountParents parents = before.AsksForParents || after.AsksForParents ? AccountParents.Of(accounts) : AccountParents.None;
        PlanAnswers earlier = before.Assign(accounts, day, parents, cancellation);
        PlanAnswers later = after.Assign(accounts, day, parents, cancellation);
        var finder = new MoveFinder((before, earlier), (after, later), accounts, (day, parents), cancellation);
        return new PlanMoves(
            earlier,
            later,
            [.. after.Plan.Layers.Concat(before.Plan.Layers).Select(layer => layer.Name).Distinct(StringComparer.Ordinal).Select(finder.Find)]);
    }
}

/// <summary>The accounts that change hands in one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Before">The earlier answers; null when the layer is new.</param>
/// <param name="After">The later answers; null when it is gone.</param>
/// <param name="Groups">Moves by where accounts were and where they come, most accounts first.</param>
public sealed record LayerMoves(string Layer, LayerAnswers? Before, LayerAnswers? After, ImmutableArray<MoveGroup> Groups);

/// <summary>Accounts that move from one territory to another.</summary>
/// <param name="From">Where they were; out of scope where the layer is new.</param>
/// <param name="To">Where they come; out of scope where the layer is gone.</param>
/// <param name="Rows">The accounts, as rows of the table, ascending.</param>
/// <param name="Causes">The edits that move them, most accounts first.</param>
/// <param name="NotFollowed">So many of them were not looked at for their edits: a limit ended it.</param>
public sealed record MoveGroup(RowEnd From, RowEnd To, ImmutableArray<int> Rows, ImmutableArray<MoveCause> Causes, int NotFollowed);

/// <summary>Edits that together move accounts: made to the earlier version, they give the later version's answer for each of these.</summary>
/// <param name="Edits">The edits.</param>
/// <param name="Rows">The accounts, ascending.</param>
public sealed record MoveCause(ImmutableArray<PlanEdit> Edits, ImmutableArray<int> Rows);
