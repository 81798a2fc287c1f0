using System.Globalization;
using System.Text;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Speed.Benches;

/// <summary>Reading rules and plan files: what a person waits for after saving one.</summary>
internal sealed class PlanFileBench : IBench
{
    private const int Rules = 10_000;

    public string Name => "plan-file";

    public string Title => "Reading rules and plan files: rules of typical size, a deep tree of 25,000 territories, lists of codes in files and in the rule itself.";

    public void Run(BenchPlace place, BenchResults results)
    {
        var chance = new Chance(11);
        string[] rules = [.. Enumerable.Range(0, Rules).Select(_ => RuleOf(chance))];
        for (int run = 0; run < 3; run++)
        {
            Took took = Took.By(() => Read(rules));
            results.Add(
                run == 0 ? "10,000 rules, cold" : string.Create(CultureInfo.InvariantCulture, $"10,000 rules, run {run + 1}"),
                took,
                Rules,
                "rules",
                string.Create(CultureInfo.InvariantCulture, $"{rules.Average(rule => rule.Length):0} characters a rule; limit: 0.5 s"));
        }

        string deep = DeepPlan(25_000, 10, chance);
        for (int run = 0; run < 2; run++)
        {
            results.Add(run == 0 ? "25,000 territories in 10 levels, first time" : "the same again", Took.By(() => Read(deep, [])), 25_000, "territories",
                string.Create(CultureInfo.InvariantCulture, $"{deep.Length / 1e6:0.0} MB of text; limit: 3 s"));
        }

        string list = string.Concat(Enumerable.Range(0, 40_000).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code:D5}\n")));
        results.Add("40,000 postal codes in a list file", Took.By(() => Read(Plan("postal in list(\"zips.csv\")"), new() { ["zips.csv"] = list })), 40_000, "codes");
        string inside = $"postal in ({string.Join(", ", Enumerable.Range(0, 40_000).Select(code => $"\"{code:D5}\""))})";
        results.Add("40,000 postal codes in the rule itself", Took.By(() => Read(Plan(inside), [])), 40_000, "codes");
        results.AddPeakMemory("at the end");
    }

    private static void Read(string[] rules)
    {
        foreach (string rule in rules)
        {
            if (Rule.Parse(rule, RuleScope.Plain).Rule is null)
            {
                throw new InvalidOperationException(rule);
            }
        }
    }

    private static void Read(string plan, Dictionary<string, string> files)
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", plan, files);
        if (reading.Plan is null)
        {
            throw new InvalidOperationException(string.Join('\n', reading.Problems.Take(5)));
        }
    }

    private static string Plan(string rule) => $"plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: >-\n          {rule}\n";

    private static string RuleOf(Chance chance) => string.Create(
        CultureInfo.InvariantCulture,
        $"country = \"{(chance.Next(2) == 0 ? "US" : "TW")}\" and subdivision in ({string.Join(", ", Enumerable.Range(0, 1 + chance.Next(6)).Select(_ => $"\"US-{chance.Next(99):D2}\""))}) and (employees between {chance.Next(50)} and {50 + chance.Next(5_000)} or revenue >= {chance.Next(900)}000 USD) and {(chance.Next(2) == 0 ? "not products has \"P-1\"" : $"industry under \"{11 + chance.Next(80)}\"")} and postal between \"{chance.Next(400):D5}\" and \"{500 + chance.Next(400):D5}\"");

    private static string DeepPlan(int territories, int levels, Chance chance)
    {
        var text = new StringBuilder("plan: deep\nlayers:\n  - layer: core\n    territories:\n");
        int written = 0;

        // Chains of one child a level, and the rest spread over them: each level has territories.
        while (written < territories)
        {
            int depth = Math.Min(levels, territories - written);
            for (int level = 0; level < depth; level++)
            {
                string indent = new(' ', 6 + (4 * level));
                text.Append(CultureInfo.InvariantCulture, $"{indent}- id: t{written}\n{indent}  name: Territory {written}\n{indent}  where: {RuleOf(chance)}\n");
                text.Append(CultureInfo.InvariantCulture, $"{indent}  keeps: true\n");
                written++;
                if (level + 1 < depth)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{indent}  territories:\n");
                }
            }
        }

        return text.ToString();
    }
}
