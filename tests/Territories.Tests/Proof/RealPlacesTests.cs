using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests.Proof;

/// <summary>Gaps and overlaps where real places can be, and where none can be, against looking at every row.</summary>
public sealed class RealPlacesTests
{
    private static readonly Atlas Atlas = Atlas.Open();

    private static readonly (string Column, string[] Values)[] Columns =
    [
        ("country", ["US", "TW", "PR"]), ("subdivision", ["US-CA", "US-NY", "US-PR", "TW-TPE"]), ("area", ["us-states/06", "us-states/36", "us-states/72"]), ("employees", ["5"]),
    ];

    [Fact]
    public void Gaps_and_overlaps_are_told_apart_by_whether_a_real_place_can_be_in_them()
    {
        for (ulong seed = 0; seed < LongRun.Of(100, 4_000); seed++)
        {
            Flat plan = new(seed);
            LayerProof proof = CoverageProof.Of(PlanFile.Parse("plan.yaml", plan.Text, new Dictionary<string, string>()).Plan!, Atlas, new ProofOptions { MostListed = 10_000, Parts = [ProofPart.Gaps, ProofPart.Overlaps] }, TestContext.Current.CancellationToken).Layers[0];
            string Say(string words) => $"seed {seed}: {words}\n{plan.Text}";
            string?[][] stranded = [.. plan.Rows.Where(row => !plan.Rules.Any(rule => rule.Holds(row)))];
            Assert.True(proof.Gaps.Select(gap => gap.IsConsistent).SequenceEqual(stranded.Select(plan.IsReal).Distinct().OrderDescending()), Say($"gaps {string.Join('\n', proof.Gaps)}"));
            Assert.All(proof.Gaps, gap => Assert.True(RowOf(gap.Witness) is var row && IsReal(row) == gap.IsConsistent && !plan.Rules.Any(rule => rule.Holds(row)), Say($"{gap}: {Words(gap.Witness)}")));

            (string Pair, OverlapKind Kind, bool IsReal)[] expected = [.. Expected(plan)];
            (string Pair, OverlapKind Kind, bool IsReal)[] told = [.. proof.Overlaps.Select(each => ($"{each.Earlier}-{each.Later}", each.Kind, each.IsConsistent))];
            Assert.True(expected.ToHashSet().SetEquals(told) && expected.Length == told.Length, Say($"not told\n{string.Join('\n', expected.Except(told))}\ntold\n{string.Join('\n', told.Except(expected))}"));
            Assert.Equal(expected.Count(each => !each.IsReal), proof.Totals.Inconsistent);
            Assert.All(proof.Overlaps, overlap => Assert.True(
                RowOf(overlap.Witness) is var row && IsReal(row) == overlap.IsConsistent && plan[overlap.Earlier].Holds(row) && plan[overlap.Later].Holds(row), Say($"{overlap}: {Words(overlap.Witness)}")));
        }
    }

    [Fact]
    public void A_plan_that_leaves_out_only_places_that_contradict_themselves_is_complete()
    {
        LayerProof Proof(string where) => CoverageProof.Of(
            PlanFile.Parse("plan.yaml", $"plan: p\nlayers:\n  - layer: core\n    scope: country = \"US\"\n    territories:\n      - {{ id: a, where: '{where}' }}\n", new Dictionary<string, string>()).Plan!,
            Atlas,
            null,
            TestContext.Current.CancellationToken).Layers[0];

        LayerProof complete = Proof("not subdivision = \"TW-TPE\" and not area of \"tw-counties\" in (\"63000\")");
        Assert.True(complete.IsComplete);
        Assert.False(Assert.Single(complete.Gaps).IsConsistent);
        Assert.False(Proof("not subdivision = \"US-CA\"").IsComplete);
    }

    private static IEnumerable<(string Pair, OverlapKind Kind, bool IsReal)> Expected(Flat plan) =>
        from earlier in Enumerable.Range(0, plan.Rules.Count)
        from later in Enumerable.Range(earlier + 1, plan.Rules.Count - earlier - 1)
        let shared = plan.Rows.Where(row => plan.Rules[earlier].Holds(row) && plan.Rules[later].Holds(row)).ToArray()
        where shared.Length > 0
        let isReal = Array.Exists(shared, plan.IsReal)
        let rows = plan.Rows.Where(row => !isReal || plan.IsReal(row)).ToArray()
        let kind = !Array.Exists(rows, row => plan.Rules[earlier].Holds(row) && !plan.Rules[later].Holds(row)) ? OverlapKind.Refines
            : !Array.Exists(rows, row => plan.Rules[later].Holds(row) && !plan.Rules[earlier].Holds(row)) ? OverlapKind.Hides
            : OverlapKind.Crosses
        let pair = (Pair: $"t{earlier}-t{later}", kind, isReal)
        select pair;

    // What is known of the place agrees.
    private static bool IsReal(string?[] row)
    {
        string? ofArea = row[2] switch { "us-states/06" => "US-CA", "us-states/36" => "US-NY", "us-states/72" => "US-PR", _ => null };
        string? subdivision = ofArea ?? row[1];
        return (row[1] is null || row[1] == subdivision) && (row[0] is null || subdivision is null || subdivision.StartsWith(row[0]!, StringComparison.Ordinal) || subdivision == $"US-{row[0]}");
    }

    private static string?[] RowOf(ImmutableSortedDictionary<string, string> witness) =>
        [.. Columns.Select(column => !witness.TryGetValue(column.Column, out string? value) ? null : column.Column != "employees" ? value : int.Parse(value, null) >= 5 ? "5" : null)];

    private static string Words(ImmutableSortedDictionary<string, string> witness) => string.Join(' ', witness);

    /// <summary>Territories side by side, few or so many that they are compared by bits.</summary>
    private sealed class Flat
    {
        private readonly HashSet<string?[]> real;

        public Flat(ulong seed)
        {
            var chance = new Chance(seed);
            int count = chance.Next(4) == 0 ? 66 : 1 + chance.Next(6);
            bool isPlain = chance.Next(2) == 0;
            Rules = [.. Enumerable.Range(0, count).Select(_ => new FlatRule([.. Enumerable.Range(0, isPlain ? 1 : 1 + chance.Next(2)).Select(_ => PartOf(chance))]))];
            Rows = [.. Columns.Aggregate((IEnumerable<string?[]>)[[]], (rows, column) => rows.SelectMany(row => column.Values.Where(IsNamed).Select(value => (string?)value).Prepend(null).Select(value => (string?[])[.. row, value])))];
            HashSet<string> cells = [.. Rows.Where(RealPlacesTests.IsReal).Select(CellOf)];
            real = [.. Rows.Where(row => cells.Contains(CellOf(row)))];
        }

        public IReadOnlyList<FlatRule> Rules { get; }

        /// <summary>Every row, of the values that some rule names.</summary>
        public IReadOnlyList<string?[]> Rows { get; }

        public string Text => $"plan: flat\nlayers:\n  - layer: core\n    territories:\n{string.Concat(Rules.Select((rule, place) => $"      - {{ id: t{place}, where: '{rule}' }}\n"))}";

        public FlatRule this[TerritoryId territory] => Rules[int.Parse(territory.Value[1..], null)];

        /// <summary>Some row that no rule tells apart from this one is real.</summary>
        public bool IsReal(string?[] row) => real.Contains(row);

        private string CellOf(string?[] row) => string.Concat(Rules.SelectMany(rule => rule.Parts).SelectMany(part => part).Select(side => side.Holds(row) ? '1' : '0'));

        private bool IsNamed(string value) => Rules.Any(rule => rule.Parts.Any(part => part.Any(side => side.Values.Contains(value))));

        private static FlatSide[] PartOf(Chance chance) =>
        [
            .. Enumerable.Range(0, Columns.Length).Where(column => chance.Next(3) > 0 || column == 0)
                .Select(column => new FlatSide(column, [.. Columns[column].Values.Where((_, place) => place == 0 || chance.Next(2) == 0)], chance.Next(3) == 0)),
        ];
    }

    private sealed record FlatRule(FlatSide[][] Parts)
    {
        public bool Holds(string?[] row) => Parts.Any(part => part.All(side => side.Holds(row)));

        public override string ToString() => string.Join(" or ", Parts.Select(part => $"({string.Join(" and ", part.AsEnumerable())})"));
    }

    private sealed record FlatSide(int Column, string[] Values, bool IsTurned)
    {
        public bool Holds(string?[] row) => Values.Contains(row[Column]) != IsTurned;

        public override string ToString() => (IsTurned ? "not " : "") + Columns[Column].Column switch
        {
            "area" => $"area of \"us-states\" in ({string.Join(", ", Values.Select(value => $"\"{value[^2..]}\""))})",
            "employees" => "employees >= 5",
            string column => $"{column} in ({string.Join(", ", Values.Select(value => $"\"{value}\""))})",
        };
    }
}
