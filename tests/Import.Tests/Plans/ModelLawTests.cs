using Bailiwick.Geography;
using Bailiwick.Import.Plans;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>What Salesforce says of an account and what the plan says that was made of the model, over random models.</summary>
public sealed class ModelLawTests
{
    private const int Accounts = 60;
    private static readonly string[] States = ["CA", "NV", "NY", "TX"];
    private static readonly string[] Zips = ["01001", "90001", "90210", "94000", "94105", "95199", "95200"];
    private static readonly Atlas House = Atlas.Open();

    [Fact]
    public void A_plan_puts_an_account_into_a_territory_that_Salesforce_puts_it_into_and_leaves_out_only_what_Salesforce_leaves_out()
    {
        for (ulong seed = 0; seed < 150; seed++)
        {
            using var folder = new Folder();
            NaiveModel model = ModelOf(new Chance(seed), new ModelFolder(folder.Path, "FY27"));

            PlanImportResult result = PlanImport.Read([folder.Path], new PlanImportOptions { Country = "US" }, House);

            Assert.True(result.Problems.Errors == 0, $"seed {seed}: {string.Join('\n', result.Problems.All)}");
            CheckAnswers(seed, model, result);
        }
    }

    private static void CheckAnswers(ulong seed, NaiveModel model, PlanImportResult result)
    {
        string text = result.Plan!.Write();
        PlanDocument plan = PlanFile.Parse("plan.yaml", text, result.Plan.Files).Plan!;
        Dictionary<string, string>[] accounts = [.. Enumerable.Range(0, Accounts).Select(number => AccountOf(new Chance(seed + 1_000_000 + (ulong)number)))];
        LayerAnswers answers = PlanMatcher.Compile(plan, House).Assign(ModelAccounts.Table(accounts), new DateOnly(2027, 1, 1), null, TestContext.Current.CancellationToken).Layers.Single();
        for (int row = 0; row < Accounts; row++)
        {
            string[] theirs = model.Of(accounts[row]);
            string? ours = answers[row].Territory?.Value;
            Assert.True(
                ours is null ? theirs.Length == 0 : theirs.Contains(ours),
                $"seed {seed}: {string.Join(' ', accounts[row])}: Salesforce {string.Join(' ', theirs)}, plan {ours}\n{text}");
        }
    }

    private static NaiveModel ModelOf(Chance chance, ModelFolder folder)
    {
        var model = new NaiveModel();
        NaiveModel.ModelRule[] rules = [.. Enumerable.Range(0, 6).Select(number => RuleOf(chance, $"R{number}"))];
        for (int number = 0; number < 3 + chance.Next(6); number++)
        {
            NaiveModel.Territory? parent = number == 0 || chance.Next(4) == 0 ? null : model.Territories[chance.Next(number)];
            List<NaiveModel.ModelRule> inherited = parent is null || chance.Next(2) == 0 ? [] : parent.Rules;
            // Every territory but the first has a rule of its own: one without holds what people put there.
            List<NaiveModel.ModelRule> own = [.. rules.Where(rule => !inherited.Contains(rule) && chance.Next(4) == 0)];
            model.Territories.Add(new NaiveModel.Territory($"T{number}", parent?.Name, [.. inherited, .. own]));
            folder.Territory($"T{number}", parent?.Name, [.. inherited.Select(rule => (rule.Name, true)), .. own.Select(rule => (rule.Name, false))]);
        }

        foreach (NaiveModel.ModelRule rule in rules)
        {
            folder.Rule(rule.Name, rule.Filter, [.. rule.Items.Select(item => (item.Field, item.Operation, item.Value))]);
        }

        return model;
    }

    private static NaiveModel.ModelRule RuleOf(Chance chance, string name)
    {
        NaiveModel.Item[] items = [.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => ItemOf(chance))];
        return (items.Length, chance.Next(3)) switch
        {
            (1, 0) => new(name, items, "NOT 1", holds => !holds[0]),
            (1, _) => new(name, items, "1", holds => holds[0]),
            (2, 0) => new(name, items, "1 or 2", holds => holds[0] || holds[1]),
            (2, _) => new(name, items, "1 AND 2", holds => holds[0] && holds[1]),
            (_, 0) => new(name, items, "1 AND (2 OR 3)", holds => holds[0] && (holds[1] || holds[2])),
            (_, 1) => new(name, items, "NOT (1 AND 2) OR 3", holds => !(holds[0] && holds[1]) || holds[2]),
            _ => new(name, items, "(1 OR 2) AND NOT(3)", holds => (holds[0] || holds[1]) && !holds[2]),
        };
    }

    private static NaiveModel.Item ItemOf(Chance chance) => chance.Next(6) switch
    {
        0 => new("BillingStateCode", chance.Next(2) == 0 ? "equals" : "notEqual", Some(chance, States)),
        1 => new("BillingPostalCode", Pick(chance, "lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual", "equals"), Zips[chance.Next(Zips.Length)]),
        2 => new("BillingPostalCode", "startsWith", Pick(chance, "9", "94", "952", "01,95")),
        3 => new("NumberOfEmployees", Pick(chance, "lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual", "equals", "notEqual"), $"{chance.Next(4)}"),
        4 => new("Segments__c", Pick(chance, "includes", "excludes"), Pick(chance, "A", "A;B", "A,B;C")),
        _ => new("Tier__c", Pick(chance, "equals", "notEqual"), Pick(chance, "gold", "gold,silver", "silver,")),
    };

    private static Dictionary<string, string> AccountOf(Chance chance) => new(StringComparer.Ordinal)
    {
        ["BillingStateCode"] = chance.Next(5) == 0 ? "" : States[chance.Next(States.Length)],
        ["BillingPostalCode"] = chance.Next(5) == 0 ? "" : Zips[chance.Next(Zips.Length)],
        ["NumberOfEmployees"] = chance.Next(5) == 0 ? "" : $"{chance.Next(4)}",
        ["Segments__c"] = Pick(chance, "", "A", "B", "A;B", "B;C", "C"),
        ["Tier__c"] = Pick(chance, "", "Gold", "silver", "bronze"),
    };

    private static string Some(Chance chance, string[] values) => string.Join(',', values.Where(_ => chance.Next(2) == 0).Append(values[chance.Next(values.Length)]).Distinct());

    private static string Pick(Chance chance, params string[] values) => values[chance.Next(values.Length)];
}
