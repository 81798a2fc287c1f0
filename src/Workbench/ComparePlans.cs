using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What changes hands between two versions of a plan.</summary>
/// <param name="Before">The earlier version's name; null when it could not be read.</param>
/// <param name="After">The later version's name; null when it could not be read.</param>
/// <param name="Regions">What moves; null when a version could not be read.</param>
/// <param name="Problems">All problems, each with its place.</param>
public sealed record PlanComparison(string? Before, string? After, RegionsThatMove? Regions, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether both versions could be compared.</summary>
    public bool IsSound => Regions is not null && Problems.All(problem => problem.Severity != Severity.Error);
}

/// <summary>Compares two versions of a plan for every row that may come.</summary>
public static class ComparePlans
{
    /// <summary>Compares.</summary>
    /// <param name="before">The earlier version: a plan file, or the key of a kept plan.</param>
    /// <param name="after">The later version.</param>
    /// <param name="house">The house's geography.</param>
    /// <param name="workspace">The workspace; null to do without.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static PlanComparison Run(string before, string after, Atlas house, Workspace? workspace, CancellationToken cancellation)
    {
        (PlanReading earlier, _) = PlanReference.Read(workspace, before);
        (PlanReading later, _) = PlanReference.Read(workspace, after);
        Problem[] problems = [.. earlier.Problems, .. later.Problems];
        if (earlier.Plan is null || later.Plan is null)
        {
            return new PlanComparison(earlier.Plan?.Name, later.Plan?.Name, null, problems);
        }

        Atlas atlas = workspace is null ? house : WorkspaceAtlas.Of(workspace, house);
        RegionsThatMove regions = RegionsThatMove.Between(earlier.Plan, later.Plan, atlas, null, cancellation);
        return new PlanComparison(earlier.Plan.Name, later.Plan.Name, regions, [.. problems, .. regions.Problems]);
    }
}
