using System.Globalization;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests;

public sealed class RandomPlanTests
{
    private static readonly DateOnly Day = new(2027, 1, 15);
    private static readonly string[] Places = ["TW-TPE", "TW-NWT", "TW-KHH"];

    [Fact]
    public void The_matcher_and_the_naive_reading_agree_on_random_plans()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var chance = new Chance(seed);
            string text = PlanOf(chance);
            PlanReading reading = PlanFile.Parse("plan.yaml", text, new Dictionary<string, string>());
            Assert.True(reading.Plan is not null, $"seed {seed}: {string.Join('\n', reading.Problems)}\n{text}");
            ColumnTable accounts = AccountsOf(chance, 30);
            var matcher = PlanMatcher.Compile(reading.Plan, null);
            PlanAnswers answers = matcher.Assign(accounts, Day, null, TestContext.Current.CancellationToken);
            var naive = new NaivePlan(reading.Plan, accounts, Day);
            foreach (LayerAnswers layer in answers.Layers)
            {
                for (int row = 0; row < accounts.Count; row++)
                {
                    string expected = naive.Answer(layer.Layer, row);
                    Assert.True(expected == Words(layer[row]), $"seed {seed}, {accounts[Accounts.Id][row]}: expected {expected}, was {Words(layer[row])}\n{text}");
                    PlanAnswer told = matcher.Explain(accounts, row, Day).Single(each => each.Answer.Layer == layer.Layer.Name).Answer;
                    Assert.Equal(layer[row], told);
                }
            }
        }
    }

    private static string Words(PlanAnswer answer) => $"{answer.Territory} {answer.RuleName} {answer.Path}";

    private static string PlanOf(Chance chance)
    {
        var text = new StringBuilder("plan: random\nlayers:\n");
        var territories = new List<(string Layer, string Id)>();
        for (int layer = 0; layer < 1 + chance.Next(2); layer++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - layer: L{layer}\n");
            if (chance.Next(2) == 0)
            {
                text.Append("    scope: ").Append(RuleOf(chance)).Append('\n');
            }

            text.Append("    territories:\n");
            var names = new Queue<string>(Enumerable.Range(0, 30).Where(_ => chance.Next(4) == 0).Select(account => $"A{account}"));
            Children(text, chance, "      ", layer, 3, territories, names);
        }

        text.Append("overrides:\n");
        foreach (int account in Enumerable.Range(0, 30).Where(_ => chance.Next(6) == 0))
        {
            (string layer, string id) = territories[chance.Next(territories.Count)];
            text.Append(CultureInfo.InvariantCulture, $"  - {{ account: A{account}, layer: {layer}, territory: {id}, from: 2027-01-{10 + chance.Next(8):D2} }}\n");
        }

        return text.ToString();
    }

    private static void Children(StringBuilder text, Chance chance, string indent, int layer, int depth, List<(string, string)> territories, Queue<string> names)
    {
        int count = 1 + chance.Next(3);
        for (int child = 0; child < count; child++)
        {
            string id = $"t{territories.Count}";
            territories.Add(($"L{layer}", id));
            text.Append(CultureInfo.InvariantCulture, $"{indent}- id: {id}\n");
            bool isNamed = names.Count > 0 && chance.Next(2) == 0;
            if (isNamed)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}  accounts: [{names.Dequeue()}{(names.TryDequeue(out string? other) ? ", " + other : "")}]\n");
                text.Append(chance.Next(2) == 0 ? $"{indent}  family: together\n" : "");
            }

            if (!isNamed || chance.Next(2) == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}  where: {(child == count - 1 && chance.Next(2) == 0 ? "otherwise" : RuleOf(chance))}\n");
            }

            text.Append(chance.Next(3) == 0 ? $"{indent}  keeps: true\n" : "");
            if (depth > 0 && chance.Next(2) == 0)
            {
                text.Append(indent).Append("  territories:\n");
                Children(text, chance, indent + "    ", layer, depth - 1, territories, names);
            }
        }
    }

    private static string RuleOf(Chance chance) => chance.Next(6) switch
    {
        0 => $"subdivision = \"{Places[chance.Next(3)]}\"",
        1 => $"employees {(chance.Next(2) == 0 ? ">=" : "<")} {chance.Next(5)}",
        2 => $"not ({RuleOf(chance)})",
        3 => $"({RuleOf(chance)} or {RuleOf(chance)})",
        4 => $"({RuleOf(chance)} and {RuleOf(chance)})",
        _ => $"stage {(chance.Next(2) == 0 ? "!=" : "=")} \"customer\"",
    };

    private static ColumnTable AccountsOf(Chance chance, int count)
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        for (int account = 0; account < count; account++)
        {
            table.Set(Accounts.Id, $"A{account}");
            table.Set(Accounts.Parent, chance.Next(2) == 0 ? $"A{chance.Next(count)}" : null); // cycles happen
            table.Set(Accounts.Subdivision, chance.Next(4) == 0 ? null : Places[chance.Next(3)]);
            table.Set(Accounts.Employees, chance.Next(4) == 0 ? IntegerValues.Unknown : chance.Next(5));
            table.Set(Accounts.Stage, chance.Next(4) == 0 ? null : chance.Next(2) == 0 ? "customer" : "prospect");
            table.EndRow();
        }

        return table.Build();
    }
}
