using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;
using Bailiwick.Samples.Names;
using Bailiwick.Samples.Stories;

namespace Bailiwick.Samples;

/// <summary>The front: a believable company that never was, with facts planted in its market. Told account by account, never held as a whole.</summary>
/// <remarks>
/// Map → planted facts → team → a story for each account → rows, files and the truth. Same options and geography, same rows.
/// Safe for many threads: every walk over the rows starts anew.
/// </remarks>
public sealed class SampleCompany : IMarketSource
{
    private readonly StoryTeller teller;
    private readonly SampleRows rows;
    private readonly SampleMap map;
    private readonly SampleMoney money;
    private readonly Team team;
    private readonly PlantedFacts facts;
    private readonly Lazy<Tally> tally;

    internal SampleCompany(SampleOptions options, SampleMap map)
    {
        (Options, this.map) = (options, map);
        Naming naming = Naming.For(map.Country);
        money = SampleMoney.Of(map.Country);
        facts = PlantedFacts.Draw(map, options.Seed, options.Facts);
        team = new Team(map, facts, naming, options);
        teller = new StoryTeller(map, facts, team, options);
        rows = new SampleRows(map, naming, team, teller, money, options);
        tally = new Lazy<Tally>(() =>
        {
            Tally counts = NewTally();
            foreach (AccountStory story in Stories())
            {
                counts.Add(story);
            }

            return counts;
        });
    }

    /// <summary>How it was made.</summary>
    public SampleOptions Options { get; }

    /// <summary>Makes a company.</summary>
    /// <returns>The company, or all that is wrong with the options.</returns>
    public static (SampleCompany? Company, IReadOnlyList<Problem> Problems) Create(SampleOptions options, Atlas atlas)
    {
        List<Problem> problems = [.. options.Check()];
        (SampleMap? map, Problem? problem) = SampleMap.Of(options.Country, atlas);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return (problems.Count > 0 ? null : new SampleCompany(options, map!), problems);
    }

    /// <inheritdoc />
    /// <remarks>Quotas follow from the sales: asking for them tells the whole story once more.</remarks>
    public IEnumerable<MarketRow> Rows(MarketTable table) => table.Name switch
    {
        "products" => rows.AllProducts(),
        "reps" => rows.AllReps(),
        "territories" => rows.AllTerritories(),
        "accounts" => Stories().Select(rows.Account),
        "leads" => Stories().SelectMany(story => story.Inquiries.Select((_, number) => rows.Lead(story, number))),
        "opportunities" => Stories().SelectMany(story => story.Deals.Select((_, number) => rows.Opportunity(story, number))),
        "sales" => Stories().SelectMany(story => story.Orders.Select((_, number) => rows.Sale(story, number))),
        "quotas" => rows.AllQuotas(tally.Value),
        "area_facts" => rows.AllAreaFacts(),
        _ => [],
    };

    /// <summary>What is true of it. Tells the whole story once.</summary>
    public SampleTruth Truth() => Truth(tally.Value);

    /// <summary>Writes all tables as CSV files (UTF-8, comma, RFC 4180) and <c>truth.json</c>. Memory does not grow with the accounts.</summary>
    /// <param name="folder">Made when it is not there; files of an earlier sample are replaced.</param>
    /// <param name="progress">Told the accounts written so far; may be null.</param>
    /// <param name="cancellation">Leaves the folder unfinished, without <c>truth.json</c>.</param>
    /// <returns>The truth as written, or the problem that the folder is somebody's.</returns>
    public (SampleTruth? Truth, IReadOnlyList<Problem> Problems) Write(string folder, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        if (SampleFolder.Refuses(folder) is { } problem)
        {
            return (null, [problem]);
        }

        using var files = new SampleFolder(folder);
        Tally counts = NewTally();
        foreach (AccountStory story in Stories())
        {
            counts.Add(story);
            Write(story, files);
            if ((story.Index + 1) % 1_000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(story.Index + 1);
            }
        }

        files.Write(rows.AllProducts());
        files.Write(rows.AllReps());
        files.Write(rows.AllTerritories());
        files.Write(rows.AllQuotas(counts));
        files.WriteMeasures(rows.AllAreaFacts());
        SampleTruth truth = Truth(counts);
        files.Write(truth);
        return (truth, []);
    }

    private SampleTruth Truth(Tally counts) => new TruthTeller(map, facts, team, money, Options).Tell(counts);

    private Tally NewTally() => new(map, team, money, Options);

    private IEnumerable<AccountStory> Stories() => Enumerable.Range(0, Options.Accounts).Select(teller.Tell);

    private void Write(AccountStory story, SampleFolder files)
    {
        files.Write(rows.Account(story));
        for (int number = 0; number < story.Inquiries.Count; number++)
        {
            files.Write(rows.Lead(story, number));
        }

        for (int number = 0; number < story.Deals.Count; number++)
        {
            files.Write(rows.Opportunity(story, number));
        }

        for (int number = 0; number < story.Orders.Count; number++)
        {
            files.Write(rows.Sale(story, number));
        }
    }
}
