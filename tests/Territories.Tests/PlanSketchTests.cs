using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Tests;

public sealed class PlanSketchTests
{
    private static readonly string[] Names =
    [
        "North", "null", "true", "1.50", "0x1F", "2027-01-01", "a: b", "a #b", "#1", "- x", "'single'", "\"double\"", "[x]", "{x}", "*x", "&x", "!x", "%x", "@x", "`x",
        "ends:", " blanks ", "tab\there", "台北：內湖", "🚚", "back\\slash", "line\u0085break", "~", "yes", "|", ">", "?", "a, b", "012",
    ];

    [Fact]
    public void Whatever_names_and_accounts_are_the_written_plan_has_the_same()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var chance = new Chance(seed);
            var sketch = new PlanSketch(Pick(chance))
            {
                Remarks = ["one\nline", Pick(chance)],
                Layers = [new LayerSketch(Pick(chance), [.. Enumerable.Range(0, 1 + chance.Next(4)).Select(number => TerritoryOf(chance, $"t{number}", 2))])],
                Reps = [new TerritoryRep(new TerritoryId("t0"), new RepId(Pick(chance)), [new RepId("r " + Pick(chance))])],
            };

            string text = sketch.Write();
            PlanReading reading = PlanFile.Parse("plan.yaml", text, sketch.Files);

            Assert.True(reading.Plan is not null, $"seed {seed}: {string.Join('\n', reading.Problems)}\n{text}");
            Assert.True(Told(sketch).SequenceEqual(Told(reading.Plan)), $"seed {seed}:\n{string.Join('\n', Told(sketch))}\nbut\n{string.Join('\n', Told(reading.Plan))}\n{text}");
        }
    }

    [Fact]
    public void Fields_rates_lists_and_remarks_stand_where_a_person_looks_for_them()
    {
        var sketch = new PlanSketch("Small")
        {
            Remarks = ["Made by hand."],
            Fields = RuleScope.Plain.CustomFields.Add("fleet_size", FieldKind.Number),
            Rates = RuleScope.Plain.Rates.Add("USD", 32.1m).Add("TWD", 1m),
            Layers =
            [
                new LayerSketch("core",
                [
                    new TerritorySketch("named") { AccountsFile = "lists/key.csv", Remarks = ["Who pays most."] },
                    new TerritorySketch("waits"),
                    new TerritorySketch("fleet") { Name = "Fleets", Where = "fleet_size >= 10", Keeps = true, Children = [new TerritorySketch("large") { Where = "fleet_size >= 100" }] },
                    new TerritorySketch("rest") { Where = "otherwise" },
                ]),
            ],
            Files = PlanSketch.NoFiles.Add("lists/key.csv", "A-1\nA-2\n"),
        };

        Assert.Equal("""
            # Made by hand.
            plan: Small
            fields:
              fleet_size: number
            rates: { TWD: 1, USD: 32.1 }
            layers:
              - layer: core
                territories:
                  # Who pays most.
                  - id: named
                    accounts: list("lists/key.csv")
                  - id: waits
                    accounts: []
                  - id: fleet
                    name: Fleets
                    where: fleet_size >= 10
                    keeps: true
                    territories:
                      - id: large
                        where: fleet_size >= 100
                  - id: rest
                    where: otherwise

            """, sketch.Write());
        Assert.Empty(PlanFile.Parse("plan.yaml", sketch.Write(), sketch.Files).Problems);
    }

    private static TerritorySketch TerritoryOf(Chance chance, string id, int depth) => new(id)
    {
        Name = Pick(chance),
        Where = chance.Next(3) == 0 ? null : AskClause.OneOf("name", Pick(chance)).ToString(),
        Accounts = [.. Enumerable.Range(0, chance.Next(3)).Select(number => new AccountId($"{id} {number} {Pick(chance)}"))],
        Keeps = chance.Next(2) == 0,
        Children = depth == 0 ? [] : [.. Enumerable.Range(0, chance.Next(3)).Select(number => TerritoryOf(chance, $"{id}.{number}", depth - 1))],
        Remarks = [Pick(chance)],
    };

    private static string Pick(Chance chance) => Names[chance.Next(Names.Length)];

    private static IEnumerable<string> Told(PlanSketch plan) =>
    [
        plan.Name.Trim(), .. plan.Layers.Select(layer => layer.Name.Trim()),
        .. plan.Layers.SelectMany(layer => layer.Territories).SelectMany(territory => territory.WithDescendants()).Select(territory =>
            $"{territory.Id}|{territory.Name?.Trim()}|{territory.Where}|{territory.Keeps}|{Joined(territory.Accounts)}"),
        .. plan.Reps.Select(rep => $"{rep.Territory}|{rep.Owner.Value.Trim()}|{rep.Overlay[0].Value.Trim()}"),
    ];

    private static IEnumerable<string> Told(PlanDocument plan) =>
    [
        plan.Name.Trim(), .. plan.Layers.Select(layer => layer.Name.Trim()),
        .. plan.Territories.Select(territory => $"{territory.Id}|{territory.Name.Trim()}|{territory.Where}|{territory.Keeps}|{Joined(territory.Accounts)}"),
        .. plan.Reps.Select(rep => $"{rep.Territory}|{rep.Owner.Value.Trim()}|{rep.Overlay[0].Value.Trim()}"),
    ];

    private static string Joined(ImmutableArray<AccountId> accounts) => string.Join(';', accounts.Select(account => account.Value.Trim()));
}
