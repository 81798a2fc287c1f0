using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Territories.Tests;

/// <summary>Random plans and accounts: the matcher against the naive reading of the design page (tests/SecondOpinion).</summary>
public sealed class RandomPlanTests
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

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

        ColumnTable accounts = AccountFile.Table(world.Accounts);
        var matcher = PlanMatcher.Compile(plan with { Scope = plan.Scope with { Schemes = Schemes.AsRead } }, Atlas);
        PlanAnswers answers = matcher.Assign(accounts, world.Day, null, TestContext.Current.CancellationToken);
        var naive = new NaivePlan(world);
        for (int row = 0; row < accounts.Count; row++)
        {
            AccountModel account = world.Accounts[row];
            var told = matcher.Explain(accounts, row, world.Day).Select(each => each.Answer).ToDictionary(each => each.Layer);
            foreach ((LayerModel layer, LayerAnswers answered) in world.Plan.Layers.Zip(answers.Layers))
            {
                Answer expected = naive.Of(layer, account);
                PlanAnswer was = answered[row];
                if (Of(was) != expected || told[layer.Name] != was)
                {
                    return $"{account.Id} in {layer.Name}: expected {expected}, was {Of(was)}, explained {Of(told[layer.Name])}";
                }
            }
        }

        return null;
    }

    private static Answer Of(PlanAnswer answer) => new(answer.Territory?.Value ?? "", answer.RuleName, answer.Path);
}
