namespace Bailiwick.Territories.Tests.Proof;

/// <summary>What changes hands between two versions, against looking at every row of the small world.</summary>
public sealed class RegionsThatMoveTests
{
    [Fact]
    public void Regions_that_move_are_those_that_looking_at_every_row_finds()
    {
        for (ulong seed = 0; seed < LongRun.Of(600, 20_000); seed++)
        {
            // Half of the pairs differ in one rule, half in everything.
            var before = new SmallPlan(seed);
            SmallPlan after = seed % 2 == 0 ? new SmallPlan(seed).Edit() : new SmallPlan(seed + 1);
            LayerRegions told = Assert.Single(RegionsThatMove.Between(Read(before), Read(after), null, null, TestContext.Current.CancellationToken).Layers);
            string Say(string words) => $"seed {seed}: {words}\n{before.Text}\n{after.Text}";

            var expected = SmallRow.All.Where(row => before.End(row) != after.End(row)).GroupBy(row => $"{before.End(row)} > {after.End(row)}").ToDictionary(group => group.Key, group => group.ToList());
            Assert.Empty(told.Undecided);
            Assert.True(expected.Count == told.Moved.Length, Say($"{string.Join(", ", expected.Keys)}; told {string.Join(", ", told.Moved)}"));
            foreach (MovedRegion moved in told.Moved)
            {
                Assert.True(expected.TryGetValue($"{moved.From} > {moved.To}", out List<SmallRow>? rows), Say($"{moved.From} > {moved.To}: none"));
                var witness = SmallRow.Of(moved.Witness);
                Assert.True(before.End(witness) == moved.From.ToString() && after.End(witness) == moved.To.ToString(), Say($"{moved.From} > {moved.To}: not {witness}"));
                Assert.True(rows.Min(row => row.Columns) == witness.Columns, Say($"{moved.From} > {moved.To}: {witness} is not the smallest"));
                Assert.InRange(moved.Share, double.Epsilon, 1);
            }
        }
    }

    [Fact]
    public void A_layer_that_is_gone_and_one_that_is_new_move_everything_and_names_move_by_account()
    {
        PlanDocument before = Read("""
            plan: a
            layers:
              - layer: old
                territories: [{ id: o, where: otherwise }]
              - layer: core
                territories: [{ id: k, accounts: [A-1, A-2, A-3] }, { id: l, accounts: [A-4], where: otherwise }]
            """);
        PlanDocument after = Read("""
            plan: b
            layers:
              - layer: core
                territories: [{ id: k, accounts: [A-1, A-4] }, { id: l, accounts: [A-2], where: otherwise }]
              - layer: new
                scope: country = "TW"
                territories: [{ id: n, where: otherwise }]
            """);

        RegionsThatMove moves = RegionsThatMove.Between(before, after, null, null, TestContext.Current.CancellationToken);

        Assert.Equal(["core", "new", "old"], moves.Layers.Select(layer => layer.Layer));
        Assert.Empty(moves.Layers[0].Moved);
        Assert.Equal(["A-2 k l", "A-3 k ", "A-4 l k"], moves.Layers[0].Named.Select(name => $"{name.Account} {name.From} {name.To}"));
        Assert.Equal(["out_of_scope > n"], moves.Layers[1].Moved.Select(moved => $"{moved.From} > {moved.To}"));
        Assert.Equal(["o > out_of_scope"], moves.Layers[2].Moved.Select(moved => $"{moved.From} > {moved.To}"));
    }

    private static PlanDocument Read(SmallPlan plan) => Read(plan.Text);

    private static PlanDocument Read(string text)
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", text, new Dictionary<string, string>());
        Assert.True(reading.Plan is not null, $"{string.Join('\n', reading.Problems)}\n{text}");
        return reading.Plan;
    }
}
