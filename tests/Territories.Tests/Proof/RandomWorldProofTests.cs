using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bailiwick.Geography;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Territories.Tests.Proof;

/// <summary>Proofs of plans in the whole rule language: what is told is shown by the naive reading, and no account at hand contradicts it.</summary>
public sealed class RandomWorldProofTests
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void Witnesses_are_what_they_show_and_no_account_contradicts_the_proof()
    {
        string failure = Campaign.Run(Campaign.IsLong ? 10_000 : 250, seed => RandomWorlds.Of(seed), Trouble);
        Assert.True(failure.Length == 0, failure);
    }

    [Fact]
    public void A_plan_that_is_proven_complete_answers_every_random_account()
    {
        int wanted = Campaign.IsLong ? 1_000_000 : 20_000;
        int answered = 0;
        for (ulong seed = 0; answered < wanted; seed++)
        {
            World world = RandomWorlds.Of(seed, 1_000);
            PlanDocument plan = Read(world)!;
            string[] complete = [.. CoverageProof.Of(plan, Atlas, new ProofOptions { Parts = [ProofPart.Gaps] }, Now).Layers.Where(layer => layer.IsComplete).Select(layer => layer.Layer)];
            if (complete.Length == 0)
            {
                continue;
            }

            foreach (LayerAnswers layer in PlanMatcher.Compile(plan, Atlas).Assign(AccountFile.Table(world.Accounts), world.Day, null, Now).Layers.Where(layer => complete.Contains(layer.Layer.Name, StringComparer.Ordinal)))
            {
                int gap = Enumerable.Range(0, layer.Count).FirstOrDefault(row => layer.RuleOf(row) == MatchRule.Gap, -1);
                Assert.True(gap < 0, $"seed {seed}, {layer.Layer.Name}: complete, and {(gap < 0 ? "" : string.Join(' ', world.Accounts[gap].Cells))} reaches no territory\n{PlanYaml.Of(world)}");
                answered += layer.Count;
            }
        }
    }

    private static string? Trouble(World world)
    {
        if (Read(world) is not { } plan)
        {
            return $"{Campaign.Unreadable}";
        }

        CoverageProof proof = CoverageProof.Of(plan, Atlas, null, Now);
        return world.Plan.Layers.Zip(proof.Layers).SelectMany(pair => Troubles(world, pair.First, pair.Second)).FirstOrDefault();
    }

    private static IEnumerable<string> Troubles(World world, LayerModel layer, LayerProof proof)
    {
        var naive = new NaivePlan(world);
        string text = PlanYaml.Of(world);
        bool asksAreas = text.Contains("area", StringComparison.OrdinalIgnoreCase);
        // What geometry rules out is known for pairs of bundles of eight questions.
        bool asksManyPlaces = Regex.Count(text, "within|inside", RegexOptions.IgnoreCase) > 16;
        bool Holds(string id, AccountModel account) => NodeOf(layer, id).Where is { } where && NaiveRule.Holds(where, account, world.Plan);
        // The space does not know that a point lies in an area, that two fields read the area, and that an amount has one currency: it may show a row that is read otherwise.
        bool IsShown(ImmutableSortedDictionary<string, string> witness) =>
            !asksManyPlaces && (!asksAreas || !(witness.ContainsKey("longitude") || witness.ContainsKey("area"))) && (!world.Plan.Rates.IsEmpty || !witness.ContainsKey("revenue"));
        foreach (CoverageGap gap in proof.Gaps.Where(each => IsShown(each.Witness)))
        {
            AccountModel witness = AccountOf(gap.Witness);
            if (!world.Plan.Overrides.Any(forced => forced.Account == witness.Id) && naive.Of(layer, witness) is var answer && (answer.Rule, answer.Path) != ("gap", gap.Path))
            {
                yield return $"{layer.Name}: gap after '{gap.Path}', but {string.Join(' ', gap.Witness)} is in {answer}";
            }
        }

        foreach (TerritoryOverlap overlap in proof.Overlaps.Where(each => IsShown(each.Witness) && (!Holds(each.Earlier.Value, AccountOf(each.Witness)) || !Holds(each.Later.Value, AccountOf(each.Witness)))))
        {
            yield return $"{layer.Name}: {overlap.Earlier} and {overlap.Later} do not share {string.Join(' ', overlap.Witness)}";
        }

        foreach (DeadTerritory dead in proof.Dead.Where(each => each.Witness is { } witness && IsShown(witness) && !IsTaken(each, AccountOf(witness))))
        {
            yield return $"{layer.Name}: {dead.Territory} is not taken from by {string.Join(' ', dead.TakenBy)}: {string.Join(' ', dead.Witness!)}";
        }

        bool IsTaken(DeadTerritory dead, AccountModel witness) =>
            (NodeOf(layer, dead.Territory.Value).IsOtherwise || Holds(dead.Territory.Value, witness)) && dead.TakenBy.Any(taker => Holds(taker.Value, witness));

        foreach (AccountModel account in world.Accounts)
        {
            Answer answer = naive.Of(layer, account);
            string[] walked = answer.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (answer.Rule == "gap" && (proof.IsComplete || (!proof.Gaps.Any(gap => gap.Path == answer.Path) && !proof.Undecided.Any(open => open.What == ProofPart.Gaps))))
            {
                yield return $"{layer.Name}: {account.Id} falls into a gap after '{answer.Path}' that is not told";
            }

            if (proof.Dead.FirstOrDefault(dead => walked.Contains(dead.Territory.Value)) is { } reached)
            {
                yield return $"{layer.Name}: {account.Id} reaches {reached.Territory}, which is said to be dead";
            }
        }
    }

    private static NodeModel NodeOf(LayerModel layer, string id) => layer.Nodes.SelectMany(top => top.WithDescendants()).Single(node => node.Id == id);

    private static AccountModel AccountOf(ImmutableSortedDictionary<string, string> witness) => new(witness.ContainsKey("id") ? witness : witness.SetItem("id", "witness"));

    private static PlanDocument? Read(World world) => PlanFile.Parse("plan.yaml", PlanYaml.Of(world), PlanYaml.FilesOf(world.Plan)).Plan is { } plan
        ? plan with { Scope = plan.Scope with { Schemes = Schemes.AsRead } }
        : null;
}
