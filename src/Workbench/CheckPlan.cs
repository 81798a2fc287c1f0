using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What to check.</summary>
/// <param name="Plan">A plan file, or the key of a kept plan.</param>
/// <param name="Clock">Tells the day for which overrides count when the plan has no effective day.</param>
public sealed record CheckRequest(string Plan, TimeProvider Clock)
{
    /// <summary>Accounts to look at in place of the workspace's.</summary>
    public IMarketSource? Accounts { get; init; }

    /// <summary>What is a problem beside mistakes: of <see cref="CheckFailures.Names"/>.</summary>
    public ImmutableSortedSet<string> FailOn { get; init; } = [];

    /// <summary>How far the proof goes.</summary>
    public ProofOptions Proof { get; init; } = new();
}

/// <summary>What a check of a plan found.</summary>
/// <param name="Plan">The plan's name; null when it could not be read.</param>
/// <param name="Accounts">Number of accounts at hand; null without a workspace and a file of accounts.</param>
/// <param name="Layers">Per layer what is proven, and what became of these accounts.</param>
/// <param name="Expects">The plan's own tests.</param>
/// <param name="Problems">All problems, each with its place.</param>
public sealed record CheckResult(string? Plan, int? Accounts, IReadOnlyList<LayerCheck> Layers, IReadOnlyList<ExpectationCheck> Expects, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether the plan may be published: no errors, and every test that could be run holds.</summary>
    public bool IsSound => Plan is not null && Expects.All(expect => expect.Holds != false) && Problems.All(problem => problem.Severity != Severity.Error);
}

/// <summary>One layer: what is proven of every row that may come, and what became of the accounts at hand.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Proof">What is proven.</param>
/// <param name="Territories">Accounts by territory, in the plan's order; of a parent those that stay there.</param>
/// <param name="Gaps">Accounts that reach no territory.</param>
/// <param name="OutOfScope">Accounts outside the layer's scope.</param>
/// <param name="Witnesses">The first of the accounts in gaps, at most <see cref="CheckPlan.MostWitnesses"/>.</param>
/// <param name="InGaps">Of each gap of the proof the accounts in it.</param>
/// <param name="InOverlaps">Of each overlap that the proof lists the accounts in it, as they walk in from the top.</param>
public sealed record LayerCheck(
    string Layer,
    LayerProof Proof,
    ImmutableArray<(TerritoryId Territory, string Name, long Accounts)> Territories,
    long Gaps,
    long OutOfScope,
    ImmutableArray<GapWitness> Witnesses,
    ImmutableArray<RealFigures> InGaps,
    ImmutableArray<RealFigures> InOverlaps);

/// <summary>An account that reaches no territory.</summary>
/// <param name="Account">The account.</param>
/// <param name="Path">The territories it walked until none took it.</param>
public sealed record GapWitness(AccountId Account, string Path);

/// <summary>A test of the plan, run.</summary>
/// <param name="Expectation">The test.</param>
/// <param name="Actual">Where the account is; null when there is no such account.</param>
/// <param name="Holds">Whether it is where the test says, or below; null when it is about an account and none are at hand.</param>
public sealed record ExpectationCheck(Expectation Expectation, PlanAnswer? Actual, bool? Holds)
{
    /// <summary>The failure in words, with its place.</summary>
    public Problem Problem => PlanProblems.ExpectationFails(this);
}

/// <summary>Checks a plan: its words, its meaning, its own tests, the proof of its coverage, and what becomes of the accounts at hand.</summary>
public static class CheckPlan
{
    /// <summary>So many accounts in gaps are listed a layer.</summary>
    public const int MostWitnesses = 10;

    /// <summary>Checks a plan.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="house">The house's geography.</param>
    /// <param name="workspace">The workspace; null to do without.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static CheckResult Run(CheckRequest request, Atlas house, Workspace? workspace, CancellationToken cancellation)
    {
        (PlanReading reading, _) = PlanReference.Read(workspace, request.Plan);
        if (reading.Plan is not { } plan)
        {
            return new CheckResult(null, null, [], [], reading.Problems);
        }

        Atlas atlas = workspace is null ? house : WorkspaceAtlas.Of(workspace, house);
        CheckedAccounts? accounts = CheckedAccounts.Of(request, atlas, workspace, cancellation);
        var matcher = PlanMatcher.Compile(plan, atlas);
        DateOnly day = plan.Effective ?? PlanReference.Today(request.Clock);
        ColumnTable rows = accounts?.Rows ?? new ColumnTableBuilder(Market.Accounts.Table).Build();
        PlanAnswers answers = matcher.Assign(rows, day, null, cancellation);
        CoverageProof proof = CoverageProof.Of(plan, atlas, request.Proof, cancellation);
        return new CheckResult(
            plan.Name,
            accounts?.Rows.Count,
            [.. answers.Layers.Select((layer, at) => new LayerChecker(matcher, layer, proof, accounts).Check(at, cancellation))],
            Expect(matcher, atlas, rows, answers, day, hasAccounts: accounts is not null),
            [.. reading.Problems, .. matcher.Problems, .. answers.Problems, .. CheckFailures.Of(request.FailOn, proof)]);
    }

    /// <summary>Runs the tests of a plan.</summary>
    internal static IReadOnlyList<ExpectationCheck> Expect(PlanMatcher matcher, Atlas atlas, ColumnTable accounts, PlanAnswers answers, DateOnly day, bool hasAccounts = true)
    {
        var wanted = matcher.Plan.Expectations.Select(expectation => expectation.Account?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < accounts.Count && wanted.Count > 0; row++)
        {
            if (accounts[Accounts.Id][row] is { } id && wanted.Contains(id))
            {
                rowOf[id] = row;
            }
        }

        return [.. matcher.Plan.Expectations.Select(expectation =>
        {
            PlanAnswer? actual = expectation switch
            {
                { With: { } with } => Imagined(matcher, atlas, with, day).First(answer => answer.Layer == expectation.Layer),
                { Account: { } account } when rowOf.TryGetValue(account.Value, out int row) => answers.Layers.First(layer => layer.Layer.Name == expectation.Layer)[row],
                _ => null,
            };
            bool holds = actual?.Territory is not null && actual.Path.Split('/').Contains(expectation.IsIn.Value, StringComparer.Ordinal);
            return new ExpectationCheck(expectation, actual, expectation.With is null && !hasAccounts ? null : holds);
        })];
    }

    private static ImmutableArray<PlanAnswer> Imagined(PlanMatcher matcher, Atlas atlas, MarketRow with, DateOnly day)
    {
        MarketRow placed = new PlacedSource(new OneAccount(with), atlas.Resolver).Rows(Accounts.Table).Single();
        return matcher.Assign(placed, day);
    }

    // The imagined account of an expectation, on its way as if it came from a file.
    private sealed class OneAccount(MarketRow account) : IMarketSource
    {
        public IEnumerable<MarketRow> Rows(MarketTable table) => table == account.Table ? [account] : [];
    }
}
