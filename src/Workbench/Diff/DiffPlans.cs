using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;
using Bailiwick.Workbench.Diff;

namespace Bailiwick.Workbench;

/// <summary>Which versions to compare.</summary>
/// <param name="Before">The earlier version: a plan file, or the key of a kept plan.</param>
/// <param name="After">The later version.</param>
/// <param name="Clock">Tells the day when neither the request nor the later version does.</param>
public sealed record DiffRequest(string Before, string After, TimeProvider Clock)
{
    /// <summary>Accounts to look at in place of the workspace's market.</summary>
    public IMarketSource? Accounts { get; init; }

    /// <summary>The day for which overrides, holdouts, sales and deals count; by default the later version's effective day, else today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether both are keys of kept plans, and never files.</summary>
    public bool AreKept { get; init; }

    /// <summary>Whether to tell what changes hands for every row that may come. Without accounts at hand it is told always.</summary>
    public bool WithRegions { get; init; }
}

/// <summary>The front: compares two versions of a plan. What moves, what it is worth, who is concerned, and which edits move it.</summary>
public static class DiffPlans
{
    /// <summary>Compares.</summary>
    /// <param name="request">Which versions, and over which accounts.</param>
    /// <param name="house">The house's geography.</param>
    /// <param name="workspace">The workspace; null to do without.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static PlanDiff Run(DiffRequest request, Atlas house, Workspace? workspace, CancellationToken cancellation)
    {
        (PlanReading earlier, _) = PlanReference.Read(workspace, request.Before, request.AreKept);
        (PlanReading later, _) = PlanReference.Read(workspace, request.After, request.AreKept);
        DateOnly day = request.Day ?? later.Plan?.Effective ?? PlanReference.Today(request.Clock);
        ImmutableArray<Problem> problems = [.. earlier.Problems, .. later.Problems];
        if (earlier.Plan is null || later.Plan is null)
        {
            return new PlanDiff(earlier.Plan?.Name, later.Plan?.Name, day, null, [], null, null, problems);
        }

        Atlas atlas = workspace is null ? house : WorkspaceAtlas.Of(workspace, house);
        AccountWorth? worth = request.Accounts is { } source ? AccountWorth.Of(CheckedAccounts.PlacedRows(source, atlas, cancellation))
            : workspace is null ? null
            : AccountWorth.Of(workspace.Market.Load(cancellation), day);
        RegionsThatMove? regions = request.WithRegions || worth is null ? RegionsThatMove.Between(earlier.Plan, later.Plan, atlas, null, cancellation) : null;
        var none = new PlanDiff(earlier.Plan.Name, later.Plan.Name, day, worth?.Known, [], regions, null, [.. problems, .. regions?.Problems ?? []]);
        return worth is null ? none : WithAccounts(none, (PlanMatcher.Compile(earlier.Plan, atlas), PlanMatcher.Compile(later.Plan, atlas)), worth, cancellation);
    }

    private static PlanDiff WithAccounts(PlanDiff diff, (PlanMatcher Before, PlanMatcher After) plans, AccountWorth worth, CancellationToken cancellation)
    {
        var before = new DiffVersion(plans.Before, new OwnerBook(plans.Before, diff.Day));
        var after = new DiffVersion(plans.After, new OwnerBook(plans.After, diff.Day));
        PlanMoves moves = PlanMoves.Between(plans.Before, plans.After, worth.Rows, diff.Day, cancellation);
        var layers = new LayerDiffer(before, after, worth);
        return diff with
        {
            Layers = [.. moves.Layers.Select(layers.Of)],
            Moved = new MovedSheet(before, after, worth).Of(moves),
            Problems =
            [
                .. diff.Problems.Concat(plans.Before.Problems).Concat(plans.After.Problems).Concat(moves.Before.Problems).Concat(moves.After.Problems)
                    .DistinctBy(problem => (problem.Code, problem.Place, problem.Value)),
            ],
        };
    }
}
