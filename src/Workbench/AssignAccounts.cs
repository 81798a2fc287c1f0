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
    private readonly ReadyPlan plan;
    private readonly Atlas atlas;
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
        plan = ReadyPlan.Read(file, atlas, clock, schemes);
        problems.AddRange(plan.Problems);
    }

    /// <summary>Why nothing can be matched, or what is doubtful; grows while rows are matched.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether the plan has no errors.</summary>
    public bool IsReady => plan.Matcher is not null;

    /// <summary>How each layer of the plan is asked.</summary>
    public IReadOnlyList<EngineState> Engines => plan.Matcher?.Engines ?? [];

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
        PlanMatcher ready = plan.Matcher ?? throw new InvalidOperationException("the plan has errors");
        AccountParents parents = plan.ParentsIn(source);
        foreach (ColumnTable table in plan.Batches(source, atlas))
        {
            PlanAnswers answers = ready.Assign(table, plan.Day, parents, cancellation);
            problems.AddRange(answers.Problems);
            Accounts += table.Count;
            TextValues ids = table[Market.Accounts.Id];
            for (int row = 0; row < table.Count; row++)
            {
                foreach (LayerAnswers layer in answers.Layers)
                {
                    PlanAnswer answer = layer[row];
                    counts[answer.RuleName] = counts.GetValueOrDefault(answer.RuleName) + 1;
                    yield return new AssignedAccount(new AccountId(ids[row]!), answer);
                }
            }
        }
    }
}
