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
    // So many accounts are taken together: enough that rows with the same profile share an answer, few enough for any memory.
    private const int Batch = 50_000;

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
        foreach (MarketRow row in source.Rows(Accounts.Table))
        {
            if (row[Accounts.Parent] is { } parent)
            {
                parents.Add(row[Accounts.Id]!, parent);
            }
        }

        return parents;
    }

    /// <summary>The accounts in tables of some size: names of countries and subdivisions as codes, points only when a rule asks for one.</summary>
    public IEnumerable<ColumnTable> Batches(IMarketSource source, Atlas atlas)
    {
        IMarketSource accounts = Matcher?.AsksForPoints == true ? new PlacedSource(source, atlas.Resolver, isAsGiven: true) : source;
        var codes = new PlaceCodes(atlas.Resolver);
        return accounts.Rows(Accounts.Table).Chunk(Batch).Select(rows =>
        {
            var table = new ColumnTableBuilder(Accounts.Table);
            foreach (MarketRow row in rows)
            {
                codes.Mend(row, Accounts.Country, Accounts.Subdivision);
                table.Add(row);
            }

            return table.Build();
        });
    }
}
