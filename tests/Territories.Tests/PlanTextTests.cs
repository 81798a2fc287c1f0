using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests;

public sealed class PlanTextTests
{
    private const string Head = """
        # FY2027, agreed on the hill
        plan: Taiwan   # the island
        layers:
          - layer: core
            territories:
              - { id: north, where: subdivision = "TW-TPE" }   # capital
              - id: south

                where: otherwise

        """;

    [Fact]
    public void Owners_are_added_at_the_end_of_a_plan_without_reps()
    {
        Assert.Equal(
            Head + """
            reps:
              - { territory: north, owner: rep-1 }
              - { territory: south, owner: "rep 2" }

            """,
            PlanText.SetReps(Head, Owners(("north", "rep-1"), ("south", "rep 2"))));
    }

    [Fact]
    public void Only_the_owner_is_replaced_and_comments_stay()
    {
        string before = Head + """
            reps:   # who
              # the capital first
              - { territory: north, owner: rep-1, overlay: [rep-8] }  # since 2020
              - territory: south
                owner: 'rep-2'   # new
            quotas: { currency: TWD }   # later

            """;
        Assert.Equal(before.Replace("owner: rep-1", "owner: rep-9", StringComparison.Ordinal), PlanText.SetReps(before, Owners(("north", "rep-9"))));
        Assert.Equal(before.Replace("'rep-2'", "rep-9", StringComparison.Ordinal), PlanText.SetReps(before, Owners(("south", "rep-9"))));
        Assert.Equal(before, PlanText.SetReps(before, Owners(("north", "rep-1"), ("south", "rep-2"))));
    }

    [Theory]
    [InlineData("reps:\n  - { territory: north, owner: a }  # one\n# end\n", "reps:\n  - { territory: north, owner: a }  # one\n  - { territory: south, owner: b }\n# end\n")]
    [InlineData("reps:\n- territory: north\n  owner: a\n# end\n", "reps:\n- territory: north\n  owner: a\n- { territory: south, owner: b }\n# end\n")]
    [InlineData("reps: [{ territory: north, owner: a }]  # one\n", "reps: [{ territory: north, owner: a }, { territory: south, owner: b }]  # one\n")]
    [InlineData("reps: []  # none\n", "reps:\n  - { territory: south, owner: b }  # none\n")]
    [InlineData("reps:\n", "reps:\n  - { territory: south, owner: b }\n")]
    [InlineData("reps:\n  - territory: north\n    owner: a", "reps:\n  - territory: north\n    owner: a\n  - { territory: south, owner: b }")]
    [InlineData("reps:\n  - territory: north\n    owner: a\n    overlay:\n      - x\n\nquotas: { currency: TWD }\n", "reps:\n  - territory: north\n    owner: a\n    overlay:\n      - x\n  - { territory: south, owner: b }\n\nquotas: { currency: TWD }\n")]
    public void New_owners_go_to_the_end_of_the_list_in_its_own_way_of_writing(string before, string after)
    {
        string edited = PlanText.SetReps(Head + before, Owners(("south", "b")));
        Assert.Equal(Head + after, edited);
        PlanReading reading = PlanFile.Parse("plan.yaml", edited, new Dictionary<string, string>());
        Assert.Empty(reading.Problems);
        Assert.Contains(reading.Plan!.Reps, rep => rep is { Territory.Value: "south", Owner.Value: "b" });
    }

    [Fact]
    public void Windows_line_ends_stay()
    {
        string before = Head.ReplaceLineEndings("\r\n");
        string edited = PlanText.SetReps(before, Owners(("north", "代表 1"), ("south", "yes: no")));
        Assert.DoesNotContain('\n', edited.Replace("\r\n", "", StringComparison.Ordinal));
        PlanReading reading = PlanFile.Parse("plan.yaml", edited, new Dictionary<string, string>());
        Assert.Equal(["代表 1", "yes: no"], reading.Plan!.Reps.Select(rep => rep.Owner.Value));
        Assert.StartsWith(before, edited);
    }

    private static KeyValuePair<TerritoryId, RepId>[] Owners(params (string Territory, string Rep)[] owners) =>
        [.. owners.Select(owner => KeyValuePair.Create(new TerritoryId(owner.Territory), new RepId(owner.Rep)))];
}
