using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>An account and its answer in one layer.</summary>
public readonly record struct AssignedAccount(AccountId Account, PlanAnswer Answer);

/// <summary>Matches any number of accounts with a plan file, without a workspace, in bounded memory.</summary>
public sealed class AssignAccounts
{
    // So many accounts are matched together: enough that rows with the same profile share an answer, few enough for any memory.
    private const int Batch = 50_000;

    private readonly PlanMatcher? matcher;
    private readonly Atlas atlas;
    private readonly DateOnly day;
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    /// <summary>Reads the plan.</summary>
    /// <param name="file">The plan file.</param>
    /// <param name="atlas">The geography.</param>
    /// <param name="clock">Tells the day for which overrides count when the plan has no effective day.</param>
    /// <param name="schemes">The industry schemes by whose trees rules go; null for none.</param>
    public AssignAccounts(string file, Atlas atlas, TimeProvider clock, IndustrySchemes? schemes = null)
    {
        this.atlas = atlas;
        PlanReading reading = PlanFile.Read(file, schemes);
        problems.AddRange(reading.Problems);
        if (reading.Plan is { } plan)
        {
            matcher = PlanMatcher.Compile(plan, atlas);
            day = plan.Effective ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            problems.AddRange(matcher.Problems);
        }
    }

    /// <summary>Why nothing can be matched, or what is doubtful; grows while rows are matched.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether the plan has no errors.</summary>
    public bool IsReady => matcher is not null && problems.All(problem => problem.Severity != Severity.Error);

    /// <summary>How each layer of the plan is asked.</summary>
    public IReadOnlyList<EngineState> Engines => matcher?.Engines ?? [];

    /// <summary>Accounts matched so far.</summary>
    public long Accounts { get; private set; }

    /// <summary>Answers so far, by the name of the rule.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>The answers, streamed: one an account and layer, accounts in the order of the source.</summary>
    /// <param name="source">
    /// Accounts as files have them: names of countries and subdivisions become codes, all other columns count as given, and
    /// the place on the map is found on the way when a rule asks for it. Read twice when the
    /// plan keeps families together.
    /// </param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <exception cref="InvalidOperationException">The plan has errors: ask <see cref="IsReady"/> first.</exception>
    public IEnumerable<AssignedAccount> Run(IMarketSource source, CancellationToken cancellation)
    {
        PlanMatcher ready = IsReady ? matcher! : throw new InvalidOperationException("the plan has errors");
        AccountParents parents = ParentsIn(ready, source);
        IMarketSource accounts = ready.AsksForPoints ? new PlacedSource(source, atlas.Resolver, isAsGiven: true) : source;
        var codes = new PlaceCodes(atlas.Resolver);
        foreach (MarketRow[] rows in accounts.Rows(Market.Accounts.Table).Chunk(Batch))
        {
            var table = new ColumnTableBuilder(Market.Accounts.Table);
            foreach (MarketRow row in rows)
            {
                codes.Mend(row, Market.Accounts.Country, Market.Accounts.Subdivision);
                table.Add(row);
            }

            PlanAnswers answers = ready.Assign(table.Build(), day, parents, cancellation);
            problems.AddRange(answers.Problems);
            Accounts += rows.Length;
            for (int row = 0; row < rows.Length; row++)
            {
                foreach (LayerAnswers layer in answers.Layers)
                {
                    PlanAnswer answer = layer[row];
                    counts[answer.RuleName] = counts.GetValueOrDefault(answer.RuleName) + 1;
                    yield return new AssignedAccount(new AccountId(rows[row][Market.Accounts.Id]!), answer);
                }
            }
        }
    }

    private static AccountParents ParentsIn(PlanMatcher matcher, IMarketSource source)
    {
        if (!matcher.AsksForParents)
        {
            return AccountParents.None;
        }

        var parents = new AccountParents();
        foreach (MarketRow row in source.Rows(Market.Accounts.Table))
        {
            if (row[Market.Accounts.Parent] is { } parent)
            {
                parents.Add(row[Market.Accounts.Id]!, parent);
            }
        }

        return parents;
    }
}
