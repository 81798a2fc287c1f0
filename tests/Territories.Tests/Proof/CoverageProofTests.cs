using Bailiwick.Market;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Tests.Proof;

/// <summary>The proof against looking at every row of the small world.</summary>
public sealed class CoverageProofTests
{
    private static ulong Plans => LongRun.Of(600, 20_000);

    [Fact]
    public void Gaps_are_those_that_looking_at_every_row_finds_and_the_witness_fills_the_fewest_columns()
    {
        ForEach(ProofPart.Gaps, (small, proof, say) =>
        {
            var expected = small.Starts
                .SelectMany(start => small.RowsAt(start).Select(row => (Start: start, Row: row, Walk: start.Walk(row))))
                .Where(each => each.Walk.IsGap)
                .GroupBy(each => (Path: (each.Walk.Walked.LastOrDefault() ?? each.Start).Path, Named: each.Start == small.Top ? null : each.Start.Id), each => each.Row)
                .ToDictionary(group => group.Key, group => group.ToList());
            Assert.True(expected.Count == proof.Gaps.Length, say($"{expected.Count} gaps, told {proof.Gaps.Length}"));
            Assert.True(proof.IsComplete == (expected.Count == 0), say("complete"));
            foreach (CoverageGap gap in proof.Gaps)
            {
                Assert.True(expected.TryGetValue((gap.Path, gap.Named?.Value), out List<SmallRow>? rows), say($"no gap at '{gap.Path}' for {gap.Named}"));
                SmallRow witness = SmallRow.Of(gap.Witness);
                Assert.True(rows.Exists(row => Same(row, witness)), say($"'{gap.Path}': {witness} is no gap"));
                Assert.True(rows.Min(row => row.Columns) == witness.Columns, say($"'{gap.Path}': {witness} is not the smallest"));
                Assert.True(gap.Share is > 0 and <= 1, say($"'{gap.Path}': share {gap.Share}"));
                Assert.Equal(gap.Named is not null, gap.Witness.ContainsKey("id"));
            }
        });
    }

    [Fact]
    public void Overlaps_are_those_that_looking_at_every_row_finds_with_kind_and_smallest_witness()
    {
        ForEach(ProofPart.Overlaps, (small, proof, say) =>
        {
            var expected = new Dictionary<(string, string), (OverlapKind Kind, List<SmallRow> Shared)>();
            foreach (SmallNode parent in small.Nodes.Prepend(small.Top).Where(node => node.Children.Count > 0))
            {
                List<SmallRow> rows = small.Starts.Select(start => small.Reaching(start, parent)).FirstOrDefault(reaching => reaching.Count > 0) ?? [];
                SmallNode[] asked = [.. parent.Children.Where(child => child.Where is not null)];
                foreach ((SmallNode earlier, SmallNode later) in asked.SelectMany((earlier, place) => asked.Skip(place + 1).Select(later => (earlier, later))))
                {
                    List<SmallRow> shared = rows.FindAll(row => earlier.Takes(row) && later.Takes(row));
                    if (shared.Count > 0)
                    {
                        OverlapKind kind = !rows.Exists(row => earlier.Takes(row) && !later.Takes(row)) ? OverlapKind.Refines
                            : !rows.Exists(row => later.Takes(row) && !earlier.Takes(row)) ? OverlapKind.Hides
                            : OverlapKind.Crosses;
                        expected[(earlier.Id, later.Id)] = (kind, shared);
                    }
                }
            }

            Assert.True(expected.Count == proof.Overlaps.Length, say($"{expected.Count} overlaps, told {proof.Overlaps.Length}"));
            Assert.Equal(expected.Count, proof.Totals.Refines + proof.Totals.Crosses + proof.Totals.Hides);
            foreach (TerritoryOverlap overlap in proof.Overlaps)
            {
                Assert.True(expected.TryGetValue((overlap.Earlier.Value, overlap.Later.Value), out (OverlapKind Kind, List<SmallRow> Shared) each), say($"{overlap.Earlier}, {overlap.Later}: none"));
                Assert.True(each.Kind == overlap.Kind, say($"{overlap.Earlier}, {overlap.Later}: {each.Kind}, told {overlap.Kind}"));
                SmallRow witness = SmallRow.Of(overlap.Witness);
                Assert.True(each.Shared.Exists(row => Same(row, witness)), say($"{overlap.Earlier}, {overlap.Later}: {witness} is not shared"));
                Assert.True(each.Shared.Min(row => row.Columns) == witness.Columns, say($"{overlap.Earlier}, {overlap.Later}: {witness} is not the smallest"));
            }
        });
    }

    [Fact]
    public void Dead_territories_are_those_that_no_row_name_or_override_reaches_and_their_takers_suffice()
    {
        ForEach(ProofPart.Dead, (small, proof, say) =>
        {
            HashSet<SmallNode> reached = [.. small.Starts.SelectMany(start => small.RowsAt(start).SelectMany(row => start.Walk(row).Walked))];
            string[] expected = [.. small.Nodes.Where(node => !reached.Contains(node) && !node.WithDescendants().Any(below => below.Name is not null || below.IsForced)).Select(node => node.Id)];
            Assert.True(expected.SequenceEqual(proof.Dead.Select(dead => dead.Territory.Value), StringComparer.Ordinal), say($"dead: {string.Join(' ', expected)}; told {string.Join(' ', proof.Dead)}"));
            foreach (DeadTerritory dead in proof.Dead)
            {
                SmallNode node = small.Nodes.Single(each => each.Id == dead.Territory.Value);
                List<SmallRow> own = [.. small.Starts.SelectMany(start => small.Reaching(start, node.Parent!)).Where(node.Takes)];
                SmallNode[] takers = [.. dead.TakenBy.Select(taker => node.Parent!.Children.TakeWhile(each => each != node).Single(each => each.Id == taker.Value))];
                Assert.True(dead.Reason == DeadReason.Above || (own.Count == 0) == (dead.Reason == DeadReason.Empty), say($"{node.Id}: {dead.Reason} with {own.Count} rows"));
                Assert.True(dead.Reason != DeadReason.Above || proof.Dead.Any(each => each.Territory.Value == node.Parent!.Id), say($"{node.Id}: {node.Parent!.Id} is not dead"));
                if (dead.Reason == DeadReason.Taken && small.Starts.Count() == 1)
                {
                    Assert.True(own.TrueForAll(row => takers.Any(taker => taker.Takes(row))), say($"{node.Id}: {string.Join(' ', dead.TakenBy)} do not take all"));
                    Assert.All(takers, spared => Assert.False(own.TrueForAll(row => takers.Any(taker => taker != spared && taker.Takes(row))), say($"{node.Id}: {spared.Id} could be spared")));
                }
            }
        });
    }

    [Fact]
    public void Dead_conditions_are_those_that_change_nothing_when_left_out()
    {
        ForEach(ProofPart.Conditions, (small, proof, say) =>
        {
            HashSet<SmallNode> reached = [.. small.Starts.SelectMany(start => small.RowsAt(start).SelectMany(row => start.Walk(row).Walked))];
            string[] expected = [.. small.Nodes.Where(node => node.Where is not null && reached.Contains(node)).SelectMany(node => DeadIn(small, node)).Order(StringComparer.Ordinal)];
            string[] told = [.. proof.DeadConditions.Select(dead => $"{dead.Territory} {dead.Part} {dead.IsTaking}").Order(StringComparer.Ordinal)];
            Assert.True(expected.SequenceEqual(told, StringComparer.Ordinal), say($"expected\n{string.Join('\n', expected)}\ntold\n{string.Join('\n', told)}"));
        });
    }

    [Fact]
    public void What_makes_a_condition_superfluous_is_told()
    {
        const string Plan = """
            plan: p
            layers:
              - layer: core
                scope: country = "TW"
                territories:
                  - { id: all, where: 'country = "TW" and employees >= 5 and employees >= 3' }
                  - id: north
                    where: subdivision in ("TW-TPE", "TW-NWT")
                    territories:
                      - { id: big, where: 'employees >= 4 and subdivision in ("TW-TPE", "TW-NWT", "TW-KEE")' }
                      - { id: rest, where: 'subdivision in ("TW-NWT", "TW-TPE")' }
                  - { id: south, where: 'subdivision = "TW-KHH" or subdivision = "TW-TPE" or employees > 6' }
            """;
        LayerProof proof = CoverageProof.Of(PlanFile.Parse("plan.yaml", Plan, new Dictionary<string, string>()).Plan!, null, null, TestContext.Current.CancellationToken).Layers[0];
        Assert.Equal(
            [
                "all: country = \"TW\" keeps nobody out: Above ",
                "all: employees >= 3 keeps nobody out: Rule ",
                "big: subdivision in (\"TW-TPE\", \"TW-NWT\", \"TW-KEE\") keeps nobody out: Above north",
                "rest: subdivision in (\"TW-NWT\", \"TW-TPE\") keeps nobody out: Above north",
                "south: subdivision = \"TW-TPE\" adds nobody: Earlier north",
                "south: employees > 6 adds nobody: Earlier all",
            ],
            proof.DeadConditions.Select(dead => $"{dead.Territory}: {dead.Part} {(dead.IsTaking ? "adds nobody" : "keeps nobody out")}: {dead.ImpliedBy} {string.Join(' ', dead.Implying)}"));
    }

    [Fact]
    public void Overlaps_in_real_accounts_are_the_siblings_that_match_on_their_walk()
    {
        ColumnTable accounts = SmallRow.Table();
        for (ulong seed = 0; seed < Plans / 10; seed++)
        {
            var small = new SmallPlan(seed);
            CoverageProof proof = CoverageProof.Of(PlanFile.Parse("plan.yaml", small.Text, new Dictionary<string, string>()).Plan!, null, new ProofOptions { Parts = [] }, TestContext.Current.CancellationToken);
            var told = proof.OverlapsIn(0, accounts, TestContext.Current.CancellationToken).SelectMany(each => each.Rows.Select(row => (row, each.Pairs))).ToDictionary();
            for (int row = 0; row < SmallRow.All.Count; row++)
            {
                SmallRow account = SmallRow.All[row];
                IEnumerable<SmallNode> walked = small.Scope?.Holds(account) == false ? [] : small.Top.Walk(account).Walked.Prepend(small.Top);
                string expected = string.Join(' ', walked.SelectMany(node =>
                {
                    SmallNode[] matching = [.. node.Children.Where(child => child.Where?.Holds(account) == true)];
                    return matching.SelectMany((earlier, place) => matching.Skip(place + 1).Select(later => $"{earlier.Id}-{later.Id}"));
                }));
                Assert.Equal(expected, told.TryGetValue(row, out var pairs) ? string.Join(' ', pairs.Select(pair => $"{pair.Earlier}-{pair.Later}")) : "");
            }
        }
    }

    // The parts of a where that change no answer; the where alone when all of it changes none.
    private static IEnumerable<string> DeadIn(SmallPlan small, SmallNode node)
    {
        SmallRow[] reaching = [.. small.Starts.SelectMany(start => small.Reaching(start, node.Parent!))];
        if (reaching.All(node.Where!.Holds))
        {
            return [$"{node.Id} {Rule.Parse(node.Where.ToString(), RuleScope.Plain).Rule} False"];
        }

        return node.Where.Parts(isTurned: false)
            .Where(part => !reaching.Any(row => part.Widens
                ? part.Without.Holds(row) && !node.Where.Holds(row)
                : node.Where.Holds(row) && !part.Without.Holds(row) && !node.Parent!.Children.TakeWhile(each => each != node).Any(each => each.Takes(row))))
            .Select(part => $"{node.Id} {Rule.Parse(part.Part.ToString(), RuleScope.Plain).Rule} {!part.Widens}");
    }

    private static bool Same(SmallRow row, SmallRow witness) =>
        (row.Subdivision == witness.Subdivision || (row.Subdivision == "TW-ILA" && witness.Subdivision is not (null or "TW-TPE" or "TW-NWT" or "TW-KHH")))
        && (row.Employees == witness.Employees || (row.Employees == 4 && witness.Employees > 4))
        && row.Products.Except(["p9"]).SetEquals(witness.Products.Intersect(["p0", "p1"])) && row.Products.IsEmpty == witness.Products.IsEmpty;

    private static void ForEach(ProofPart part, Action<SmallPlan, LayerProof, Func<string, string>> check)
    {
        for (ulong seed = 0; seed < Plans; seed++)
        {
            var small = new SmallPlan(seed);
            PlanReading reading = PlanFile.Parse("plan.yaml", small.Text, new Dictionary<string, string>());
            Assert.True(reading.Plan is not null, $"seed {seed}: {string.Join('\n', reading.Problems)}\n{small.Text}");
            LayerProof proof = CoverageProof.Of(reading.Plan, null, new ProofOptions { Parts = [part] }, TestContext.Current.CancellationToken).Layers[0];
            Assert.Empty(proof.Undecided);
            check(small, proof, words => $"seed {seed}: {words}\n{small.Text}");
        }
    }
}
