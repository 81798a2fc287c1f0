using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What a check of a plan found.</summary>
/// <param name="Plan">The plan's name; null when it could not be read.</param>
/// <param name="Accounts">Number of accounts at which it was looked.</param>
/// <param name="Layers">Per layer what became of these accounts.</param>
/// <param name="Expects">The plan's own tests.</param>
/// <param name="Problems">All problems, each with its place.</param>
public sealed record CheckResult(string? Plan, int Accounts, IReadOnlyList<LayerCheck> Layers, IReadOnlyList<ExpectationCheck> Expects, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether the plan may be published: no errors, and every test holds.</summary>
    public bool IsSound => Plan is not null && Expects.All(expect => expect.Holds) && Problems.All(problem => problem.Severity != Severity.Error);
}

/// <summary>One layer against the accounts at hand. It shows the gaps that these accounts fall into, and proves nothing about others.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Territories">Accounts by territory, in the plan's order; of a parent those that stay there.</param>
/// <param name="Gaps">Accounts that reach no territory.</param>
/// <param name="OutOfScope">Accounts outside the layer's scope.</param>
/// <param name="Witnesses">The first of the accounts in gaps, at most <see cref="CheckPlan.MostWitnesses"/>.</param>
public sealed record LayerCheck(string Layer, ImmutableArray<(TerritoryId Territory, string Name, long Accounts)> Territories, long Gaps, long OutOfScope, ImmutableArray<GapWitness> Witnesses);

/// <summary>An account that reaches no territory.</summary>
/// <param name="Account">The account.</param>
/// <param name="Path">The territories it walked until none took it.</param>
public sealed record GapWitness(AccountId Account, string Path);

/// <summary>A test of the plan, run.</summary>
/// <param name="Expectation">The test.</param>
/// <param name="Actual">Where the account is; null when there is no such account.</param>
/// <param name="Holds">Whether it is where the test says, or below.</param>
public sealed record ExpectationCheck(Expectation Expectation, PlanAnswer? Actual, bool Holds)
{
    /// <summary>The failure in words, with its place.</summary>
    public Problem Problem => PlanProblems.ExpectationFails(this);
}

/// <summary>Checks a plan: its words, its meaning, its own tests, and what becomes of the workspace's accounts.</summary>
public static class CheckPlan
{
    /// <summary>So many accounts in gaps are listed a layer.</summary>
    public const int MostWitnesses = 10;

    /// <summary>Checks a plan.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="house">The house's geography.</param>
    /// <param name="fileOrKey">A plan file, or the key of a kept plan.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static CheckResult Run(Workspace workspace, Atlas house, string fileOrKey, CancellationToken cancellation)
    {
        (PlanReading reading, _) = PlanReference.Read(workspace, fileOrKey);
        if (reading.Plan is not { } plan)
        {
            return new CheckResult(null, 0, [], [], reading.Problems);
        }

        Atlas atlas = WorkspaceAtlas.Of(workspace, house);
        var matcher = PlanMatcher.Compile(plan, atlas);
        ColumnTable accounts = workspace.Market.Load(cancellation).Accounts;
        DateOnly day = plan.Effective ?? PlanReference.Today(workspace);
        PlanAnswers answers = matcher.Assign(accounts, day, null, cancellation);
        return new CheckResult(
            plan.Name,
            accounts.Count,
            [.. answers.Layers.Select(layer => Check(matcher, layer, accounts[Accounts.Id]))],
            Expect(matcher, atlas, accounts, answers, day),
            [.. reading.Problems, .. matcher.Problems, .. answers.Problems]);
    }

    /// <summary>Runs the tests of a plan.</summary>
    internal static IReadOnlyList<ExpectationCheck> Expect(PlanMatcher matcher, Atlas atlas, ColumnTable accounts, PlanAnswers answers, DateOnly day)
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
            return new ExpectationCheck(expectation, actual, holds);
        })];
    }

    private static ImmutableArray<PlanAnswer> Imagined(PlanMatcher matcher, Atlas atlas, MarketRow with, DateOnly day)
    {
        MarketRow placed = new PlacedSource(new OneAccount(with), atlas.Resolver).Rows(Accounts.Table).Single();
        return matcher.Assign(placed, day);
    }

    private static LayerCheck Check(PlanMatcher matcher, LayerAnswers layer, TextValues ids)
    {
        var counts = new long[matcher.Territories.Length];
        long outOfScope = 0;
        long gaps = 0;
        ImmutableArray<GapWitness>.Builder witnesses = ImmutableArray.CreateBuilder<GapWitness>();
        for (int row = 0; row < layer.Count; row++)
        {
            if (layer.TerritoryOf(row) is var territory and >= 0)
            {
                counts[territory]++;
            }
            else if (layer.RuleOf(row) == MatchRule.OutOfScope)
            {
                outOfScope++;
            }
            else if (gaps++ < MostWitnesses)
            {
                witnesses.Add(new GapWitness(new AccountId(ids[row]!), layer[row].Path));
            }
        }

        return new LayerCheck(
            layer.Layer.Name,
            [.. layer.Layer.Territories.SelectMany(top => top.WithDescendants()).Select(territory => (territory.Id, territory.Name, counts[matcher.IndexOf(territory.Id)]))],
            gaps,
            outOfScope,
            witnesses.ToImmutable());
    }

    // The imagined account of an expectation, on its way as if it came from a file.
    private sealed class OneAccount(MarketRow account) : IMarketSource
    {
        public IEnumerable<MarketRow> Rows(MarketTable table) => table == account.Table ? [account] : [];
    }
}
