using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>An account and its answer in one layer.</summary>
public readonly record struct AssignedAccount(AccountId Account, PlanAnswer Answer);

/// <summary>Matches any number of accounts or leads with a plan file, without a workspace, in bounded memory.</summary>
public sealed class AssignAccounts
{
    private static readonly Text Step = new("Matching", "分派中");

    private readonly ReadyPlan plan;
    private readonly Func<ColumnTable, ColumnTable> prepare;
    private readonly Lazy<AnswerColumns> texts;
    private readonly Lock counting = new();
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    /// <summary>Reads the plan.</summary>
    /// <param name="file">The plan file.</param>
    /// <param name="atlas">The geography.</param>
    /// <param name="clock">Tells the day for which overrides count when the plan has no effective day.</param>
    /// <param name="schemes">The industry schemes by whose trees rules go; null for none.</param>
    public AssignAccounts(string file, Atlas atlas, TimeProvider clock, IndustrySchemes? schemes = null)
    {
        plan = ReadyPlan.Read(file, atlas, clock, schemes);
        prepare = plan.Preparation(atlas);
        texts = new(() => new AnswerColumns(Ready));
        problems.AddRange(plan.Problems);
    }

    /// <summary>Why nothing can be matched, or what is doubtful; grows while rows are matched.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether the plan has no errors.</summary>
    public bool IsReady => plan.Matcher is not null;

    /// <summary>How each layer of the plan is asked.</summary>
    public IReadOnlyList<EngineState> Engines => plan.Matcher?.Engines ?? [];

    /// <summary>Names of the columns of a file that matter besides the key; null when the plan has errors.</summary>
    public IReadOnlySet<string>? Columns => plan.Matcher?.Columns;

    /// <summary>Accounts matched so far.</summary>
    public long Accounts { get; private set; }

    /// <summary>Answers so far, by the name of the rule.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    private PlanMatcher Ready => plan.Matcher ?? throw new InvalidOperationException("the plan has errors");

    /// <summary>Names of the columns that <see cref="Answers"/> makes.</summary>
    public static IReadOnlyList<string> NamesOf(bool withRunnersUp) => withRunnersUp ? [.. AnswerColumns.Names, "runner_up"] : AnswerColumns.Names;

    /// <summary>Batches of rows, each to be made into answers, as columns: on any thread, and on several at once.</summary>
    /// <param name="source">
    /// Accounts as files have them: names of countries and subdivisions become codes, all other columns count as given, and the place on the map
    /// is found on the way when a rule asks for it. Read twice when the plan keeps families together.
    /// </param>
    /// <param name="wish">What is matched, and whether the runners-up are wanted.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <exception cref="InvalidOperationException">The plan has errors: ask <see cref="IsReady"/> first.</exception>
    public IEnumerable<Func<IReadOnlyList<TextValues>>> Answers(IMarketSource source, AssignWish wish, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        AccountParents parents = Ready.AsksForParents ? plan.ParentsIn(source) : AccountParents.None;
        return source.Batches(wish.Table).Select(batch => new Func<IReadOnlyList<TextValues>>(() =>
        {
            ColumnTable rows = prepare(batch);
            PlanAnswers answers = Answer(rows, parents, cancellation);
            TextValues[] columns = texts.Value.Of(rows[wish.Key], answers);
            Count(columns[3], rows.Count, answers.Problems, progress);
            return wish.WithRunnersUp ? [.. columns, texts.Value.TerritoriesOf(Ready.RunnersUp(rows, answers))] : columns;
        }));
    }

    /// <summary>The answers, streamed: one an account and layer, accounts in the order of the source.</summary>
    /// <param name="source">As for <see cref="Answers"/>.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <exception cref="InvalidOperationException">The plan has errors: ask <see cref="IsReady"/> first.</exception>
    public IEnumerable<AssignedAccount> Run(IMarketSource source, CancellationToken cancellation)
    {
        AccountParents parents = Ready.AsksForParents ? plan.ParentsIn(source) : AccountParents.None;
        foreach (ColumnTable rows in source.Batches(Market.Accounts.Table).Select(prepare))
        {
            PlanAnswers answers = Answer(rows, parents, cancellation);
            TextValues ids = rows[Market.Accounts.Id];
            Count(texts.Value.Of(ids, answers)[3], rows.Count, answers.Problems, null);
            for (int row = 0; row < rows.Count; row++)
            {
                foreach (LayerAnswers layer in answers.Layers)
                {
                    yield return new AssignedAccount(new AccountId(ids[row]!), layer[row]);
                }
            }
        }
    }

    private PlanAnswers Answer(ColumnTable rows, AccountParents parents, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Ready.Assign(rows, plan.Day, parents, cancellation);
    }

    private void Count(TextValues rules, int rows, IReadOnlyList<Problem> found, IProgress<Progress>? progress)
    {
        var ofCode = new long[rules.Values.Length];
        foreach (int code in rules.Codes)
        {
            ofCode[code]++;
        }

        lock (counting)
        {
            Accounts += rows;
            problems.AddRange(found);
            for (int code = 0; code < ofCode.Length; code++)
            {
                if (ofCode[code] > 0)
                {
                    counts[rules.Values[code]] = counts.GetValueOrDefault(rules.Values[code]) + ofCode[code];
                }
            }

            progress?.Report(new Progress(Step, Accounts, null));
        }
    }
}

/// <summary>What is to be matched.</summary>
/// <param name="Table">Accounts or leads.</param>
/// <param name="WithRunnersUp">Whether a column tells who would have been next.</param>
public sealed record AssignWish(MarketTable Table, bool WithRunnersUp = false)
{
    /// <summary>The column of keys.</summary>
    public TextColumn Key => Table == Leads.Table ? Leads.Id : Accounts.Id;
}
