using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.SecondOpinion;
using Bailiwick.Territories.Engine;

namespace Bailiwick.Territories.Tests;

/// <summary>Random plans and accounts: the matcher against the naive reading of the design page (tests/SecondOpinion).</summary>
public sealed class RandomPlanTests
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

    // By the index, by the diagram, by the diagram that grows past its limit, and with limits that leave most rules to their conditions.
    private static readonly EngineOptions[] Ways =
    [
        new() { Way = Way.Index },
        new() { Way = Way.Diagram },
        new() { Way = Way.Diagram, MostStates = 4 },
        new() { Way = Way.Diagram, MostBoxes = 6, MostCuts = 12 },
    ];

    [Fact]
    public void The_matcher_and_the_naive_reading_agree_on_random_plans()
    {
        string failure = Campaign.Run(Campaign.IsLong ? 10_000 : 400, seed => RandomWorlds.Of(seed), Trouble);
        Assert.True(failure.Length == 0, failure);
    }

    private static string? Trouble(World world)
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", PlanYaml.Of(world), PlanYaml.FilesOf(world.Plan));
        if (reading.Plan is not { } plan)
        {
            return $"{Campaign.Unreadable}: {string.Join('\n', reading.Problems)}";
        }

        return Ways.Select(way => Trouble(world, plan, way)).FirstOrDefault(trouble => trouble is not null);
    }

    private static string? Trouble(World world, PlanDocument plan, EngineOptions way)
    {
        ColumnTable accounts = AccountFile.Table(world.Accounts);
        var matcher = PlanMatcher.Compile(plan with { Scope = plan.Scope with { Schemes = Schemes.AsRead } }, Atlas, way);
        PlanAnswers answers = matcher.Assign(accounts, world.Day, null, TestContext.Current.CancellationToken);
        IReadOnlyList<LayerAnswers> next = matcher.RunnersUp(accounts, answers);
        var naive = new NaivePlan(world);
        for (int row = 0; row < accounts.Count; row++)
        {
            AccountModel account = world.Accounts[row];
            var told = matcher.Explain(accounts, row, new ExplainOptions(world.Day)).Select(each => each.Answer).ToDictionary(each => each.Layer);
            foreach ((LayerModel layer, LayerAnswers answered, LayerAnswers runnersUp) in world.Plan.Layers.Zip(answers.Layers, next))
            {
                Answer expected = naive.Of(layer, account);
                PlanAnswer was = answered[row];
                if (Of(was) != expected || told[layer.Name] != was)
                {
                    return $"{way}: {account.Id} in {layer.Name}: expected {expected}, was {Of(was)}, explained {Of(told[layer.Name])}";
                }

                Answer second = expected.Territory.Length == 0 ? new Answer("", "gap", "") : naive.Without(expected.Territory, layer, account);
                if (Of(runnersUp[row]) != second)
                {
                    return $"{way}: {account.Id} in {layer.Name}, taken by {expected}: expected as next {second}, was {Of(runnersUp[row])}";
                }
            }
        }

        return null;
    }

    private static Answer Of(PlanAnswer answer) => new(answer.Territory?.Value ?? "", answer.RuleName, answer.Path);
}
