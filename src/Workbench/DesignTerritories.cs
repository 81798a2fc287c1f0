using System.Collections.Immutable;
using Bailiwick.Alignment;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Workbench.Design;

namespace Bailiwick.Workbench;

/// <summary>Which territories to draw.</summary>
/// <param name="Boundaries">The boundary set whose areas are shared out.</param>
/// <param name="Territories">How many territories.</param>
public sealed record DesignRequest(string Boundaries, int Territories)
{
    /// <summary>The measure that a design balances when none is named.</summary>
    public const string Accounts = "accounts";

    /// <summary>The measure of the sales of the last twelve months.</summary>
    public const string Revenue = "revenue";

    /// <summary>Moves tried when neither a number nor a time is given: a few seconds on one core.</summary>
    public const long UsualIterations = 10_000_000;

    /// <summary>Which accounts count, in the rule language; null is all. It becomes the scope of the plan's layer.</summary>
    public string? Where { get; init; }

    /// <summary>What is balanced, each of <c>accounts</c>, <c>customers</c>, <c>revenue</c>, <c>potential</c>, <c>area-fact:NAME</c>.</summary>
    public ImmutableArray<string> Balance { get; init; } = [Accounts];

    /// <summary>Allowed distance of each territory from the mean. Default 10 %.</summary>
    public Share Tolerance { get; init; } = Share.Percent(10);

    /// <summary>Moves to try; null when a time is given.</summary>
    public long? Iterations { get; init; }

    /// <summary>Time to search; null when moves are counted. With a time, two runs may differ.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The only source of chance. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The plan's name; null makes one of the areas and the number.</summary>
    public string? Name { get; init; }

    /// <summary>First day of the plan; null is today.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>The language of the territories' names in the plan file.</summary>
    public Language Language { get; init; }

    /// <summary>Whether accounts that lie in no area get a territory of their own; otherwise they are a gap that every report shows.</summary>
    public bool KeepsUnplaced { get; init; }
}

/// <summary>One measure of a designed territory.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">What the territory has, in the measure's own unit.</param>
/// <param name="Target">An even share.</param>
/// <param name="IsWithin">Whether it keeps the tolerance.</param>
public sealed record DesignedMeasure(string Measure, double Value, double Target, bool IsWithin)
{
    /// <summary>Distance from the even share: 0.05 is 5 % above.</summary>
    public double Deviation => Target == 0 ? 0 : (Value - Target) / Target;
}

/// <summary>A designed territory.</summary>
/// <param name="Id">Its key in the plan.</param>
/// <param name="Name">Its name, of the places that weigh most in it.</param>
/// <param name="Areas">Number of areas.</param>
/// <param name="Accounts">Accounts in scope.</param>
/// <param name="Customers">Those with at least one sale.</param>
/// <param name="Revenue">Sales of the last twelve months in the most used currency; null without sales.</param>
/// <param name="Measures">What was balanced.</param>
/// <param name="IsContiguous">Whether its areas hang together, over the stated links where there is water.</param>
/// <param name="Compactness">0 to 1: 1 is a disc. Moment of inertia of a disc of the same surface over that of the territory.</param>
/// <param name="MeanDistance">From an account to the middle of the territory's accounts, straight, the mean.</param>
/// <param name="AreaIndexes">Its areas by their index in the boundary set, ascending.</param>
public sealed record DesignedTerritory(
    TerritoryId Id,
    Text Name,
    int Areas,
    long Accounts,
    long Customers,
    Money? Revenue,
    ImmutableArray<DesignedMeasure> Measures,
    bool IsContiguous,
    double Compactness,
    Metres MeanDistance,
    ImmutableArray<int> AreaIndexes);

/// <summary>A link over water or a gap that had to be added so that the areas hang together.</summary>
/// <param name="From">One area.</param>
/// <param name="To">The other.</param>
/// <param name="Distance">How far.</param>
/// <param name="IsWithinTerritory">Whether both ends are in one territory, so that its rep crosses it.</param>
public sealed record DesignedLink(Text From, Text To, Metres Distance, bool IsWithinTerritory);

/// <summary>Today's territories against the designed ones, over the accounts that have one today.</summary>
/// <param name="Measure">What the shares are of: the first balanced measure where single accounts have it, else their number.</param>
/// <param name="Territories">How many hold accounts today.</param>
/// <param name="Accounts">Accounts that have a territory today.</param>
/// <param name="Stay">Accounts that stay, when each new territory is the heir of the one it shares most with.</param>
/// <param name="SmallestBefore">The least share of today's, as a multiple of an even share.</param>
/// <param name="LargestBefore">The largest.</param>
/// <param name="SmallestAfter">The same for the designed ones.</param>
/// <param name="LargestAfter">The same for the designed ones.</param>
public sealed record TodayAgainstDesign(
    Text Measure, int Territories, long Accounts, long Stay, double SmallestBefore, double LargestBefore, double SmallestAfter, double LargestAfter);

/// <summary>What a design gave.</summary>
public sealed record DesignResult
{
    /// <summary>The plan file's text; null when there is no design, for <see cref="Problems"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>The list files that the plan names: relative path → content.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The territories, in the order of the plan.</summary>
    public ImmutableArray<DesignedTerritory> Territories { get; init; } = [];

    /// <summary>The links that were added.</summary>
    public ImmutableArray<DesignedLink> Links { get; init; } = [];

    /// <summary>Areas shared out, each once.</summary>
    public int Areas { get; init; }

    /// <summary>Accounts in scope.</summary>
    public long Accounts { get; init; }

    /// <summary>Accounts in scope that lie in none of the areas.</summary>
    public long Unplaced { get; init; }

    /// <summary>Whether every territory keeps the tolerance for every measure.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>Whether every territory hangs together.</summary>
    public bool IsContiguous { get; init; }

    /// <summary>Today's territories against these; null when accounts have none.</summary>
    public TodayAgainstDesign? Today { get; init; }

    /// <summary>What was searched for, with seed, options, iterations and time; null when there was no search.</summary>
    public AlignmentResult? Search { get; init; }

    /// <summary>Everything that a person should know: errors when there is no design, doubts when there is one.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];
}

/// <summary>Draws balanced, contiguous territories over areas, from the accounts of the market, and writes them as a plan.</summary>
public static class DesignTerritories
{
    /// <summary>Designs. Nothing is kept: <see cref="Save"/> writes the files.</summary>
    public static DesignResult Run(Workspace workspace, Atlas atlas, DesignRequest request, IProgress<Progress>? progress, CancellationToken cancellation) =>
        Run(workspace.Market.Load(cancellation), atlas, request, workspace.Clock, progress, cancellation);

    /// <summary>Designs over a market at hand.</summary>
    public static DesignResult Run(
        MarketSnapshot market, Atlas atlas, DesignRequest request, TimeProvider clock, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        if (!atlas.Has(request.Boundaries))
        {
            return Refused(DesignProblems.UnknownSet(request.Boundaries, atlas.SetIds));
        }

        BoundarySet set = atlas.Set(request.Boundaries);
        (DesignScope? scope, IReadOnlyList<Problem> problems) = DesignScope.Read(market.Accounts, set, request.Where, atlas);
        if (scope is null)
        {
            return Refused([.. problems]);
        }

        DesignAreas areas = DesignAreas.Of(set, scope);
        var accounts = new AreaAccounts(market, areas, scope);
        var found = new List<Problem>();
        ImmutableArray<AreaMeasure> measures = AreaMeasure.Read(market, areas, accounts, request.Balance, found);
        if (found.Exists(problem => problem.Severity == Severity.Error))
        {
            return Refused([.. found]);
        }

        AreaAlignment alignment = AreaAlignment.Prepare(areas, measures, request);
        IReadOnlyList<Problem> invalid = AlignmentProblem.Check(alignment.Draft);
        if (invalid.Count > 0)
        {
            return Refused([.. invalid]);
        }

        IStopRule stop = request.Time is { } time ? StopAfter.Time(time, clock) : StopAfter.Iterations(request.Iterations ?? DesignRequest.UsualIterations, clock);
        AlignmentResult search = Aligner.Solve(
            new AlignmentProblem(alignment.Draft), stop, request.Seed, progress: progress is null ? null : new SearchProgress(progress), cancellation: cancellation);
        return DesignReport.Of(new DesignWork(market, atlas, request, scope, areas, accounts, measures, alignment, PlanReference.Today(clock), found), search);
    }

    /// <summary>Writes the plan and its list files beside it. The plan comes last, so that it never names a file that is not there.</summary>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static void Save(DesignResult design, string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach ((string name, string content) in design.Files)
        {
            Write(Path.Combine(folder, name), content);
        }

        Write(path, design.Plan ?? throw new ArgumentException("there is no design to save", nameof(design)));
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string half = path + ".part";
        File.WriteAllText(half, content);
        File.Move(half, path, overwrite: true);
    }

    private static DesignResult Refused(params ImmutableArray<Problem> problems) => new() { Problems = problems };

    private sealed class SearchProgress(IProgress<Progress> progress) : IProgress<AlignmentProgress>
    {
        private static readonly Text Step = new("Drawing territories", "劃分轄區");

        public void Report(AlignmentProgress value) => progress.Report(new Progress(Step, (long)(value.Spent * 100), 100));
    }
}
