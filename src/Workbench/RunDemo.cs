using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Insight;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Samples;
using Bailiwick.Workbench.Demo;

namespace Bailiwick.Workbench;

/// <summary>Which demo to run.</summary>
/// <param name="Folder">The workspace's folder.</param>
/// <param name="Sample">The company.</param>
/// <param name="Territories">How many territories to design.</param>
/// <param name="Language">The language of the territories' names.</param>
public sealed record DemoRequest(string Folder, SampleOptions Sample, int Territories, Language Language);

/// <summary>What a demo needs of the doors, which Workbench does not know.</summary>
/// <param name="Open">Opens a workspace.</param>
/// <param name="Erase">Empties a folder of its workspace.</param>
/// <param name="Read">Reads a folder of files.</param>
public sealed record DemoDoors(Func<string, Workspace> Open, Action<string> Erase, Func<string, IMarketSource> Read);

/// <summary>One step and how long it took.</summary>
/// <param name="Name">Its name for machines.</param>
/// <param name="Words">What it did.</param>
/// <param name="Seconds">Wall-clock time.</param>
public sealed record DemoStep(string Name, Text Words, double Seconds);

/// <summary>What a demo did. What it did not come to is null or empty; then <see cref="Problems"/> says why.</summary>
public sealed record DemoResult
{
    /// <summary>What became of the folder.</summary>
    public DemoFolderState Folder { get; init; }

    /// <summary>The steps, in order.</summary>
    public ImmutableArray<DemoStep> Steps { get; init; } = [];

    /// <summary>What is true of the company.</summary>
    public SampleTruth? Truth { get; init; }

    /// <summary>The import.</summary>
    public ImportResult? Import { get; init; }

    /// <summary>The market questions that were answered.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>The design.</summary>
    public DesignResult? Design { get; init; }

    /// <summary>The staffing.</summary>
    public StaffResult? Staffing { get; init; }

    /// <summary>The publication.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The territories' figures under the published plan.</summary>
    public FiguresResult? Figures { get; init; }

    /// <summary>Errors, when it ended early; doubts otherwise.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>Sample company → import → market answers → design → staff → publish, by the use cases that the commands call.</summary>
public static class RunDemo
{
    private static readonly int[] Questions = [3, 5];

    /// <summary>The folder of the sample's files, within the workspace's.</summary>
    public const string SampleFolder = "sample";

    /// <summary>The plan file, within the workspace's folder.</summary>
    public const string PlanFileName = "plan/plan.yaml";

    /// <summary>Runs all of it. An error ends it; what stands by then stays.</summary>
    /// <exception cref="WorkspaceException">The workspace cannot be used.</exception>
    public static DemoResult Run(DemoRequest request, DemoDoors doors, Atlas house, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        if (BoundariesOf(request.Sample.Country) is not { } boundaries)
        {
            return new DemoResult { Problems = [DemoProblems.NoAreas(request.Sample.Country)] };
        }

        (SampleCompany? company, IReadOnlyList<Problem> wrong) = SampleCompany.Create(request.Sample, house);
        if (company is null)
        {
            return new DemoResult { Problems = wrong };
        }

        (Workspace? workspace, DemoFolderState state, Problem? refused) = DemoWorkspace.Open(request, doors);
        if (workspace is null)
        {
            return new DemoResult { Problems = [refused!] };
        }

        using (workspace)
        {
            return new DemoRun(workspace, request, doors, house, progress, cancellation).Run(company, boundaries) with { Folder = state };
        }
    }

    private static string? BoundariesOf(string country) => country switch
    {
        "TW" => "tw-towns",
        "US" => "us-counties",
        _ => null,
    };

    private sealed class DemoRun(Workspace workspace, DemoRequest request, DemoDoors doors, Atlas house, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        private readonly string samples = Path.Combine(request.Folder, SampleFolder);
        private readonly string planFile = Path.Combine(request.Folder, PlanFileName);
        private readonly List<DemoStep> steps = [];
        private DemoResult result = new();

        public DemoResult Run(SampleCompany company, string boundaries)
        {
            bool isDone =
                Step("sample", new("Making the sample company", "產生範例公司"), step => Make(company, step))
                && Step("import", new("Importing", "匯入"), _ => Import())
                && Step("market", new("Asking the market", "分析市場"), _ => Ask())
                && Step("design", new("Designing territories", "設計業務轄區"), _ => Design(boundaries))
                && Step("staff", new("Assigning reps", "指派業務代表"), _ => Staff())
                && Step("publish", new("Publishing", "發布"), _ => Publish())
                && Step("figures", new("Adding up", "彙總"), _ => Figures());
            return result with { Steps = [.. steps], Problems = isDone ? [] : result.Problems };
        }

        private bool Step(string name, Text words, Func<Text, bool> act)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new Progress(words, 0, null));
            long start = workspace.Clock.GetTimestamp();
            bool isDone = act(words);
            steps.Add(new DemoStep(name, words, Math.Round(workspace.Clock.GetElapsedTime(start).TotalSeconds, 3)));
            progress?.Report(new Progress(words, 1, 1));
            return isDone;
        }

        private bool Make(SampleCompany company, Text words)
        {
            (SampleTruth? truth, IReadOnlyList<Problem> problems) = company.Write(samples, new Written(progress, words, company.Options.Accounts), cancellation);
            result = result with { Truth = truth, Problems = problems };
            return truth is not null;
        }

        private bool Import()
        {
            IMarketSource files = doors.Read(samples);
            using var _ = files as IDisposable;
            ImportResult import = ImportMarket.Run(workspace, new ImportRequest(files, house), progress, cancellation);
            DemoWorkspace.Close(workspace, request.Sample);
            result = result with { Import = import, Problems = [.. import.Problems.All.Where(IsError)] };
            return import.IsKept && result.Problems.Count == 0;
        }

        private bool Ask()
        {
            AskMarketResult[] asked = [.. Questions.Select(number => AskMarket.Run(workspace, house, new AskMarketRequest(number), cancellation))];
            result = result with { Answers = [.. asked.Select(one => one.Answer).OfType<Answer>()], Problems = [.. asked.SelectMany(one => one.Problems)] };
            return result.Problems.Count == 0;
        }

        private bool Design(string boundaries)
        {
            var wish = new DesignRequest(boundaries, request.Territories) { Balance = [DesignRequest.Revenue], Language = request.Language };
            DesignResult design = DesignTerritories.Run(workspace, house, wish, progress, cancellation);
            result = result with { Design = design, Problems = [.. design.Problems.Where(IsError)] };
            if (design.Plan is not null)
            {
                DesignTerritories.Save(design, planFile);
            }

            return design.Plan is not null;
        }

        private bool Staff()
        {
            StaffResult staffing = StaffTerritories.Run(workspace, house, new StaffRequest(planFile), cancellation);
            result = result with { Staffing = staffing, Problems = [.. staffing.Problems.Where(IsError)] };
            if (staffing.Text is not null)
            {
                File.WriteAllText(planFile, staffing.Text);
            }

            return staffing.Text is not null;
        }

        private bool Publish()
        {
            Publication publication = PublishPlan.Run(workspace, house, new PublishRequest(planFile), progress, cancellation);
            result = result with { Publication = publication, Problems = publication.Problems };
            return publication.Plan is not null;
        }

        private bool Figures()
        {
            result = result with { Figures = TerritoryFigures.InForce(workspace, house, result.Publication!.Plan!.Effective, cancellation) };
            return true;
        }

        private static bool IsError(Problem problem) => problem.Severity == Severity.Error;
    }

    private sealed class Written(IProgress<Progress>? progress, Text words, long total) : IProgress<long>
    {
        public void Report(long value) => progress?.Report(new Progress(words, value, total));
    }
}
