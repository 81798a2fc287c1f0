using System.Text;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Samples;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Tests;

public sealed class PlanUseCaseTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static TheoryData<string> SamplePlans => [.. Directory.GetFiles(TownWorkspace.Samples, "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(SamplePlans))]
    public void Sample_plans_keep_what_they_expect(string plan)
    {
        using var town = TownWorkspace.Open();

        CheckResult result = CheckPlan.Run(new CheckRequest(Path.Combine(TownWorkspace.Samples, plan), town.Workspace.Clock), town.House, town.Workspace, Now);

        Assert.Empty(result.Problems);
        Assert.All(result.Expects, expect => Assert.True(expect.Holds == true, $"{expect.Problem} {expect.Actual}"));
        Assert.NotEmpty(result.Expects);
        Assert.Equal(6, result.Accounts);
        Assert.True(result.IsSound);
    }

    [Fact]
    public void Check_counts_accounts_and_names_those_in_gaps()
    {
        using var town = TownWorkspace.Open();

        CheckResult result = CheckPlan.Run(new CheckRequest(Path.Combine(TownWorkspace.Samples, "combined.yaml"), town.Workspace.Clock), town.House, town.Workspace, Now);

        // A-5 is a former customer in the city: no territory wants it.
        LayerCheck core = result.Layers[0];
        Assert.Equal(["key 1", "county 2", "county-large 1", "city 1"], core.Territories.Select(territory => $"{territory.Territory} {territory.Accounts}"));
        Assert.Equal((1, 0), (core.Gaps, core.OutOfScope));
        Assert.Equal("A-5", Assert.Single(core.Witnesses).Account.Value);
        Assert.Equal((0, 3), (result.Layers[1].Gaps, result.Layers[1].OutOfScope));
    }

    [Fact]
    public void Check_proves_coverage_and_counts_accounts_and_what_they_bought_in_gaps()
    {
        using var town = TownWorkspace.Open();

        CheckResult result = CheckPlan.Run(new CheckRequest(Path.Combine(TownWorkspace.Samples, "combined.yaml"), town.Workspace.Clock), town.House, town.Workspace, Now);

        // The second layer takes all that it is about; the first leaves whoever is neither in the county nor wanted in the city.
        Assert.Equal([false, true], result.Layers.Select(layer => layer.Proof.IsComplete));
        CoverageGap gap = Assert.Single(result.Layers[0].Proof.Gaps);
        Assert.Equal(["country=TW", "type=B2B"], gap.Witness.Select(pair => $"{pair.Key}={pair.Value}"));
        RealFigures real = Assert.Single(result.Layers[0].InGaps);
        Assert.Equal((1, "A-5"), (real.Accounts, real.Example!.Value.Value));
        Assert.Equal(new Money(20_000, Currency.Of("TWD")), Assert.Single(real.Revenue));
        Assert.Equal(20_000.0 / 1_020_000, real.RevenueShare, 9);
    }

    [Fact]
    public void Check_fails_on_what_it_was_told_to()
    {
        using var town = TownWorkspace.Open();
        var request = new CheckRequest(Path.Combine(TownWorkspace.Samples, "combined.yaml"), town.Workspace.Clock) { FailOn = ["crosses", "gap"] };

        CheckResult result = CheckPlan.Run(request, town.House, town.Workspace, Now);

        Assert.Equal("workbench.fails-on-gap", Assert.Single(result.Problems).Code);
        Assert.False(result.IsSound);
    }

    [Fact]
    public void Publishing_makes_owners_by_holdout_rep_and_ancestor()
    {
        using var town = TownWorkspace.Open();

        Publication named = Publish(town, Path.Combine(TownWorkspace.Samples, "named-accounts.yaml"));
        Assert.Empty(named.Problems);
        Assert.Equal("two-towns-by-name", named.Plan!.Id.Value);
        Assert.Equal(6, named.OwnersChanged);
        // A-4 stays with R-2 by its holdout, though R-1 owns the key accounts.
        Assert.Equal(["A-1 family R-1", "A-2 key R-1", "A-3 family R-1", "A-4 key R-2", "A-5 rest R-2", "A-6 rest R-2"], Owners(town));

        Publication combined = Publish(town, Path.Combine(TownWorkspace.Samples, "combined.yaml"), new DateOnly(2026, 2, 1));
        Assert.Equal("two-towns-by-name", combined.Superseded!.Value.Value);
        Assert.Equal([("core", 1L), ("software-specialists", 0L)], combined.Gaps);
        Assert.Empty(combined.Vacancies);
        // county-large has no rep of its own: its parent's is accountable.
        Assert.Contains("A-1 county-large R-1", Owners(town));
        Assert.Contains("A-5  ", Owners(town));
    }

    [Fact]
    public void Vacancies_are_told_and_a_kept_draft_can_be_published_by_its_key()
    {
        using var town = TownWorkspace.Open();
        string text = "plan: 空缺\nlayers: [{ layer: core, territories: [{ id: t, where: otherwise }] }]\n";
        town.Workspace.Plans.Save(new Plan(new PlanId("draft"), "空缺", PlanState.Draft, new DateOnly(2026, 2, 1), text, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, town.Clock.GetUtcNow(), null));

        Publication result = Publish(town, "draft");

        Assert.Equal("t", Assert.Single(result.Vacancies).Value);
        Assert.Equal(("draft", PlanState.Published), (result.Plan!.Id.Value, result.Plan.State));
        Assert.Equal("storage.not-a-draft", Assert.Single(Publish(town, "draft").Problems).Code);
    }

    [Theory]
    [InlineData("plan: x\nlayers: [{ layer: core, territories: [{ id: t, where: contry = \"TW\" }] }]\n", "rules.unknown-field")]
    [InlineData("plan: x\nlayers: [{ layer: core, territories: [{ id: t, where: otherwise }] }]\nexpect: [{ account: A-9, layer: core, is in: t }]\n", "workbench.expectation-fails")]
    [InlineData("plan: x\nlayers: [{ layer: core, territories: [{ id: t, where: country = \"US\" }] }]\nexpect: [{ account: A-1, layer: core, is in: t }]\n", "workbench.expectation-fails")]
    [InlineData("plan: x\nlayers: [{ layer: core, territories: [{ id: t, where: area of \"tw-twons\" = \"1\" }] }]\n", "rules.unknown-set")]
    public void A_plan_with_errors_is_refused_and_nothing_is_kept(string text, string code)
    {
        using var town = TownWorkspace.Open();

        Publication result = Publish(town, town.Write("x.yaml", text));

        Assert.Equal(code, Assert.Single(result.Problems).Code);
        Assert.Null(result.Plan);
        Assert.Empty(town.Workspace.Plans.List());
    }

    [Fact]
    public void Neither_a_file_nor_a_key_is_a_problem()
    {
        using var town = TownWorkspace.Open();
        Assert.Equal("workbench.unknown-plan", Assert.Single(Publish(town, "nothing.yaml").Problems).Code);
        Assert.Equal("workbench.unknown-plan", Assert.Single(CheckPlan.Run(new CheckRequest("nothing.yaml", town.Workspace.Clock), town.House, town.Workspace, Now).Problems).Code);
        Assert.Equal("workbench.no-plan-in-force", Assert.Single(Explain(town, "A-1").Problems).Code);
    }

    [Fact]
    public void Explanations_tell_path_and_deciding_conditions_in_both_languages()
    {
        using var town = TownWorkspace.Open();
        Publish(town, Path.Combine(TownWorkspace.Samples, "combined.yaml"));
        var told = new StringBuilder();
        foreach (string account in new[] { "A-1", "A-2", "A-4", "A-5" })
        {
            AccountExplanation explanation = Explain(town, account);
            Assert.Empty(explanation.Problems);
            for (int layer = 0; layer < explanation.Layers.Length; layer++)
            {
                LayerExplanation found = explanation.Layers[layer];
                told.Append(account).Append(' ').Append(found.Answer).Append(" rep ").Append(explanation.Owners[layer]?.Value ?? "-").Append(" next ").Append(found.RunnerUp?.Territory?.Value ?? "-").Append(" unnamed ").Append(found.Unnamed?.Territory?.Value ?? "-").Append('\n');
                foreach (Territories.ExplanationStep step in explanation.Layers[layer].Steps)
                {
                    told.Append("  ").Append(step.Kind).Append(step.Holds ? " ✓ " : " · ").Append(step.Words.English).Append('\n').Append("    ").Append(step.Words.Chinese).Append('\n');
                }

                foreach (AccountMove move in found.Moves)
                {
                    told.Append("  → ").Append(move.Words.English).Append('\n').Append("    ").Append(move.Words.Chinese).Append('\n');
                }
            }
        }

        Golden.Check(told.ToString(), "explanations.txt");
        Assert.Equal("workbench.unknown-account", Assert.Single(Explain(town, "a-1").Problems).Code);
    }

    [Fact]
    public void Assigning_a_stream_gives_the_answers_of_the_workspace()
    {
        using var town = TownWorkspace.Open();
        var work = new AssignAccounts(Path.Combine(TownWorkspace.Samples, "named-accounts.yaml"), town.House, town.Clock);

        Assert.True(work.IsReady);
        Assert.Equal(
            ["A-1 family named family", "A-2 key override key", "A-3 family named family", "A-4 key named key", "A-5 rest otherwise rest", "A-6 rest otherwise rest"],
            work.Run(NamedWorld.TwoTowns, Now).Select(each => $"{each.Account} {each.Answer.Territory} {each.Answer.RuleName} {each.Answer.Path}"));
        Assert.Equal(6, work.Accounts);
        Assert.Equal(3, work.Counts["named"]);
    }

    private static Publication Publish(TownWorkspace town, string plan, DateOnly? day = null) =>
        PublishPlan.Run(town.Workspace, town.House, new PublishRequest(plan, day), null, Now);

    private static AccountExplanation Explain(TownWorkspace town, string account) => ExplainAccount.Run(town.Workspace, town.House, new ExplainRequest(new AccountId(account), town.Clock), Now);

    private static IEnumerable<string> Owners(TownWorkspace town) =>
        town.Workspace.Plans.Owners(new DateOnly(2026, 2, 1)).Where(owner => owner.Layer == "core").Select(owner => $"{owner.Account} {owner.Territory} {owner.Rep}");
}
