using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>A plan file made ready for accounts of a file, without a workspace.</summary>
/// <param name="Matcher">The plan; null when it has errors.</param>
/// <param name="Day">The day for which overrides count: the plan's effective day, else today.</param>
/// <param name="Problems">Why the plan cannot be used, or what is doubtful.</param>
internal sealed record ReadyPlan(PlanMatcher? Matcher, DateOnly Day, IReadOnlyList<Problem> Problems)
{
    public static ReadyPlan Read(string file, Atlas atlas, TimeProvider clock, IndustrySchemes? schemes)
    {
        PlanReading reading = PlanFile.Read(file, schemes);
        PlanMatcher? matcher = reading.Plan is { } plan ? PlanMatcher.Compile(plan, atlas) : null;
        Problem[] problems = [.. reading.Problems, .. matcher?.Problems ?? []];
        bool isReady = problems.All(problem => problem.Severity != Severity.Error);
        return new ReadyPlan(isReady ? matcher : null, reading.Plan?.Effective ?? PlanReference.Today(clock), problems);
    }

    /// <summary>Who belongs to whom, in the whole source, when the plan keeps families together.</summary>
    public AccountParents ParentsIn(IMarketSource source)
    {
        if (Matcher?.AsksForParents != true)
        {
            return AccountParents.None;
        }

        var parents = new AccountParents();
        foreach (ColumnTable batch in source.Batches(Accounts.Table))
        {
            parents.Add(batch);
        }

        return parents;
    }

    /// <summary>What makes batches of a source ready for the matcher.</summary>
    public Func<ColumnTable, ColumnTable> Preparation(Atlas atlas) => RowPlaces.AsGiven(atlas, Matcher?.AsksForPoints == true);
}
