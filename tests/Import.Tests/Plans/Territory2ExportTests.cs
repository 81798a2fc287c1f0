using System.Globalization;
using System.Text;
using Bailiwick.Geography;
using Bailiwick.Import.Plans;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>A plan goes to Salesforce and comes back: every account is where it was.</summary>
public sealed class Territory2ExportTests : IDisposable
{
    private static readonly Atlas House = Atlas.Open();
    private static readonly DateOnly Day = new(2027, 1, 1);
    private static readonly string[] States = ["CA", "NV", "NY", "TX"];
    private static readonly string[] Zips = ["01001", "90001", "90210", "94000", "94105", "95199", "95200"];
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plan_that_went_to_Salesforce_and_came_back_answers_alike()
    {
        for (ulong seed = 0; seed < 60; seed++)
        {
            string text = PlanOf(new Chance(seed));
            PlanReading reading = PlanFile.Parse("plan.yaml", text, new Dictionary<string, string>());
            Assert.True(reading.Plan is not null, $"seed {seed}: {string.Join('\n', reading.Problems)}\n{text}");
            string there = Path.Combine(folder.Path, $"{seed}");

            var export = Territory2Export.Of(reading.Plan, new Territory2ExportOptions(), House, TestContext.Current.CancellationToken);
            Assert.True(export.Problems.Count == 0, $"seed {seed}: {string.Join('\n', export.Problems)}\n{text}");
            Assert.Empty(export.Save(there, export.NamedAccounts));
            PlanImportResult back = PlanImport.Read([there], new PlanImportOptions(), House);

            Assert.True(back.Problems.Errors == 0, $"seed {seed}: {string.Join('\n', back.Problems.All)}");
            CheckSame(seed, reading.Plan, PlanFile.Parse("back.yaml", back.Plan!.Write(), back.Plan.Files).Plan!);
        }
    }

    [Fact]
    public void The_sample_model_goes_round_unchanged()
    {
        PlanImportResult first = PlanImport.Read([Path.Combine(Samples(), "territory2")], new PlanImportOptions(), House);
        PlanDocument plan = PlanFile.Parse("plan.yaml", first.Plan!.Write(), first.Plan.Files).Plan!;
        var export = Territory2Export.Of(plan, new Territory2ExportOptions(), House, TestContext.Current.CancellationToken);
        Assert.Empty(export.Save(Path.Combine(folder.Path, "out"), export.NamedAccounts));

        PlanImportResult second = PlanImport.Read([Path.Combine(folder.Path, "out")], new PlanImportOptions(), House);

        Assert.Equal(0, second.Problems.Errors);
        CheckSame(0, plan, PlanFile.Parse("back.yaml", second.Plan!.Write(), second.Plan.Files).Plan!);
        Assert.Equal(["Core", "Named"], second.Plan.Layers.Select(layer => layer.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            plan.Reps.Select(rep => $"{rep.Territory} {rep.Owner} {string.Join(' ', rep.Overlay)}").Order(StringComparer.Ordinal),
            second.Plan.Reps.Select(rep => $"{rep.Territory} {rep.Owner} {string.Join(' ', rep.Overlay)}").Order(StringComparer.Ordinal));
        Assert.Equal(["001A", "001B"], second.Plan.Layers.SelectMany(layer => layer.Territories).SelectMany(top => top.Accounts).Select(account => account.Value));
    }

    [Fact]
    public void What_has_no_equivalent_is_told_with_its_line_and_its_accounts_are_associated()
    {
        PlanDocument plan = Plan("""
            plan: P
            layers:
              - layer: core
                territories:
                  - id: circle
                    where: industry under "31"
                  - id: named
                    accounts: ["=1+1"]
                  - id: west
                    where: subdivision = "US-CA"
                  - id: rest
                    where: otherwise
            quotas: { currency: USD, territories: { west: 1 } }
            reps: [{ territory: west, owner: "@rep", overlay: [R-2] }]
            """);

        var export = Territory2Export.Of(plan, new Territory2ExportOptions(), House, TestContext.Current.CancellationToken);

        Assert.Equal(["circle", "rest", "west"], export.ByAssociation.Select(territory => territory.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["5 plan-export.no-items", "9 plan-export.no-items", "11 plan-export.no-items", " plan-export.stays-in-plan", " plan-export.named-too-by-rule"],
            export.Problems.Select(problem => $"{problem.Place.Line} {problem.Code}"));
        (AccountId, PlanAnswer)[] answers =
        [
            (new("A-1"), new("core", new TerritoryId("circle"), MatchRule.Where, "circle")),
            (new("=1+1"), new("core", new TerritoryId("named"), MatchRule.Named, "named")),
            (new("A-3"), new("core", null, MatchRule.Gap, "")),
        ];
        Assert.Empty(export.Save(Path.Combine(folder.Path, "out"), export.Associations(answers)));
        Assert.Equal(
            ["ObjectId,Territory2.DeveloperName,AssociationCause", "A-1,circle,Territory2Manual", "'=1+1,named,Territory2Manual"],
            File.ReadAllLines(Path.Combine(folder.Path, "out", "ObjectTerritory2Association.csv")));
        Assert.Equal(
            ["UserId,Territory2.DeveloperName,RoleInTerritory2", "'@rep,west,Owner", "R-2,west,Overlay"],
            File.ReadAllLines(Path.Combine(folder.Path, "out", "UserTerritory2Association.csv")));
        Assert.Equal(["plan-export.folder-not-empty"], export.Save(Path.Combine(folder.Path, "out"), export.NamedAccounts).Select(problem => problem.Code));
    }

    [Fact]
    public void A_long_list_is_cut_into_items_and_one_that_no_rule_can_hold_is_told()
    {
        string some = string.Join(", ", Enumerable.Range(10_000, 1_600).Select(code => $"\"{code}\""));
        string many = string.Join(", ", Enumerable.Range(20_000, 1_700).Select(code => $"\"{code}\""));
        PlanDocument plan = Plan($"plan: P\nlayers:\n  - layer: core\n    territories:\n      - {{ id: some, where: 'postal in ({some})' }}\n      - {{ id: many, where: 'postal in ({many})' }}\n");

        var export = Territory2Export.Of(plan, new Territory2ExportOptions(), House, TestContext.Current.CancellationToken);

        Assert.Equal(["many"], export.ByAssociation.Select(territory => territory.Value));
        string rule = export.Files["territory2Models/P/rules/some.territory2Rule"];
        Assert.Equal(10, rule.Split("<ruleItems>").Length - 1);
        Assert.Contains("<booleanFilter>1 OR 2 OR 3 OR 4 OR 5 OR 6 OR 7 OR 8 OR 9 OR 10</booleanFilter>", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_become_names_of_components_and_ids_come_back()
    {
        PlanDocument plan = Plan("""
            plan: 2027 台灣
            layers:
              - layer: 核心 層
                territories:
                  - { id: 北區, where: 'city = "A & B <C>"' }
                  - { id: a--b, where: 'city = "2"' }
                  - { id: a_b, where: 'city = "3"' }
            """);

        var export = Territory2Export.Of(plan, new Territory2ExportOptions(), House, TestContext.Current.CancellationToken);
        Assert.Empty(export.Save(Path.Combine(folder.Path, "out"), export.NamedAccounts));
        PlanImportResult back = PlanImport.Read([Path.Combine(folder.Path, "out", "metadata")], new PlanImportOptions(), House);

        Assert.Equal(
            ["Territory", "a_b", "a_b_2"],
            export.Files.Keys.Where(file => file.EndsWith(".territory2", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["a--b: city = \"2\"", "a_b: city = \"3\"", "北區: city = \"A & B <C>\""],
            back.Plan!.Layers.Single().Territories.Select(territory => $"{territory.Id}: {territory.Where}").Order(StringComparer.Ordinal));
    }

    private static void CheckSame(ulong seed, PlanDocument plan, PlanDocument back)
    {
        Dictionary<string, string>[] accounts = [.. Enumerable.Range(0, 50).Select(number => AccountOf(new Chance(seed + 5_000_000 + (ulong)number)))];
        IReadOnlyList<LayerAnswers> before = PlanMatcher.Compile(plan, House).Assign(ModelAccounts.Table(accounts), Day, null, TestContext.Current.CancellationToken).Layers;
        IReadOnlyList<LayerAnswers> after = PlanMatcher.Compile(back, House).Assign(ModelAccounts.Table(accounts), Day, null, TestContext.Current.CancellationToken).Layers;
        for (int row = 0; row < accounts.Length; row++)
        {
            string[] first = [.. before.Select(layer => layer[row].Territory?.Value ?? "-").Order(StringComparer.Ordinal)];
            string[] second = [.. after.Select(layer => layer[row].Territory?.Value ?? "-").Order(StringComparer.Ordinal)];
            Assert.True(first.SequenceEqual(second), $"seed {seed}: {string.Join(' ', accounts[row])}: {string.Join(' ', first)}, then {string.Join(' ', second)}\n{plan.Source}\n{back.Source}");
        }
    }

    private static string PlanOf(Chance chance)
    {
        var text = new StringBuilder("plan: random\nfields: { Tier__c: text, Segments__c: set }\nlayers:\n  - layer: core\n");
        if (chance.Next(2) == 0)
        {
            text.Append("    scope: ").Append(RuleOf(chance, 1)).Append('\n');
        }

        int number = 0;
        text.Append("    territories:\n");
        Children(text, chance, "      ", 2, ref number);
        return text.ToString();
    }

    private static void Children(StringBuilder text, Chance chance, string indent, int depth, ref int number)
    {
        int count = 1 + chance.Next(3);
        for (int child = 0; child < count; child++)
        {
            string where = child > 0 && child == count - 1 && chance.Next(2) == 0 ? "otherwise" : RuleOf(chance, 1);
            text.Append(CultureInfo.InvariantCulture, $"{indent}- id: t{number++}\n{indent}  where: {where}\n");
            text.Append(chance.Next(2) == 0 ? $"{indent}  keeps: true\n" : "");
            if (depth > 0 && chance.Next(2) == 0)
            {
                text.Append(indent).Append("  territories:\n");
                Children(text, chance, indent + "    ", depth - 1, ref number);
            }
        }
    }

    private static string RuleOf(Chance chance, int depth) => chance.Next(depth > 0 ? 10 : 7) switch
    {
        0 => $"subdivision in (\"US-{Pick(chance, States)}\", \"US-{Pick(chance, States)}\")",
        1 => $"postal between \"{Pick(chance, "01", "900", "94000")}\" and \"{Pick(chance, "9421", "95199", "9")}\"",
        2 => $"postal starts with \"{Pick(chance, "9", "94", "952")}\"",
        3 => $"employees {Pick(chance, "<", "<=", ">", ">=", "=", "!=")} {chance.Next(4)}",
        4 => $"Segments__c has \"{Pick(chance, "A", "B")}\"",
        5 => $"Tier__c {Pick(chance, "=", "!=")} \"{Pick(chance, "gold", "silver")}\"",
        6 => $"{Pick(chance, "postal", "employees", "subdivision", "Tier__c")} is {Pick(chance, "known", "unknown")}",
        7 => $"not ({RuleOf(chance, depth - 1)})",
        8 => $"({RuleOf(chance, depth - 1)} or {RuleOf(chance, depth - 1)})",
        _ => $"({RuleOf(chance, depth - 1)} and {RuleOf(chance, depth - 1)})",
    };

    private static Dictionary<string, string> AccountOf(Chance chance) => new(StringComparer.Ordinal)
    {
        ["BillingStateCode"] = chance.Next(5) == 0 ? "" : Pick(chance, States),
        ["BillingPostalCode"] = chance.Next(5) == 0 ? "" : Pick(chance, Zips),
        ["NumberOfEmployees"] = chance.Next(5) == 0 ? "" : $"{chance.Next(4)}",
        ["Segments__c"] = Pick(chance, "", "A", "B", "A;B", "B;C", "C"),
        ["Tier__c"] = Pick(chance, "", "Gold", "silver", "bronze"),
        ["Beds__c"] = Pick(chance, "", "50", "150"),
        ["Industry"] = Pick(chance, "", "Healthcare", "Banking"),
    };

    private static PlanDocument Plan(string text)
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", text, new Dictionary<string, string>());
        return reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Pick(Chance chance, params string[] values) => values[chance.Next(values.Length)];

    private static string Samples()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Bailiwick.slnx")))
        {
            at = at.Parent!;
        }

        return Path.Combine(at.FullName, "samples");
    }
}
