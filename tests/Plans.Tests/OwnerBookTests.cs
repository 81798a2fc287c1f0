using Bailiwick.Market;
using Bailiwick.Territories;

namespace Bailiwick.Plans.Tests;

public sealed class OwnerBookTests
{
    private const string Text = """
        plan: owners
        layers:
          - layer: core
            territories:
              - id: north
                where: city = "N"
                territories:
                  - { id: north-large, where: employees >= 100 }
                  - { id: north-rest, where: otherwise }
              - { id: south, where: city = "S" }
          - layer: overlay
            territories: [{ id: all, where: otherwise }]
        holdouts:
          - { account: A-1, owner: rep-9, until: 2027-03-31 }
          - { account: A-2, owner: rep-8, layer: overlay }
        reps:
          - { territory: north, owner: rep-1 }
          - { territory: north-large, owner: rep-2 }
          - { territory: all, owner: rep-3 }
        """;

    [Theory]
    [InlineData("2027-03-31", "core A-1 north-large rep-9 where", "overlay A-1 all rep-9 otherwise")] // the last day of the holdout
    [InlineData("2027-04-01", "core A-1 north-large rep-2 where", "overlay A-1 all rep-3 otherwise")]
    public void A_holdout_in_force_goes_before_the_territorys_rep(string day, string core, string overlay)
    {
        string[] owners = Owners(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([core, overlay], [owners[0], owners[4]]);
    }

    [Fact]
    public void The_nearest_territory_above_stands_in_and_gaps_and_vacancies_have_nobody()
    {
        Assert.Equal(
            [
                "core A-1 north-large rep-2 where", "core A-2 north-rest rep-1 otherwise", "core A-3 south - where", "core A-4 - - gap",
                "overlay A-1 all rep-3 otherwise", "overlay A-2 all rep-8 otherwise", "overlay A-3 all rep-3 otherwise", "overlay A-4 all rep-3 otherwise",
            ],
            Owners(new DateOnly(2027, 6, 1)));
    }

    [Fact]
    public void Only_territories_with_accounts_are_vacant()
    {
        (PlanMatcher matcher, ColumnTable accounts) = World();
        var day = new DateOnly(2027, 6, 1);
        PlanAnswers answers = matcher.Assign(accounts, day, null, TestContext.Current.CancellationToken);
        Assert.Equal("south", Assert.Single(new OwnerBook(matcher, day).Vacancies(answers)).Value);
    }

    [Theory]
    [InlineData("FY2027 Taiwan", "fy2027-taiwan")]
    [InlineData(" 台灣　ＦＹ27 ", "台灣-fy27")]
    [InlineData("!!!", "plan")]
    [InlineData("taken", "taken-3")]
    public void Keys_are_made_of_names_and_numbered_when_taken(string name, string key) =>
        Assert.Equal(key, PlanKeys.Of(name, id => id.Value is "taken" or "taken-2").Value);

    private static string[] Owners(DateOnly day)
    {
        (PlanMatcher matcher, ColumnTable accounts) = World();
        PlanAnswers answers = matcher.Assign(accounts, day, null, TestContext.Current.CancellationToken);
        return [.. new OwnerBook(matcher, day).Owners(accounts, answers)
            .Select(owner => $"{owner.Layer} {owner.Account} {owner.Territory?.Value ?? "-"} {owner.Rep?.Value ?? "-"} {owner.Rule}")];
    }

    private static (PlanMatcher Matcher, ColumnTable Accounts) World()
    {
        PlanReading reading = PlanFile.Parse("owners.yaml", Text, new Dictionary<string, string>());
        Assert.Empty(reading.Problems);
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach ((string id, string? city, long employees) in new[] { ("A-1", "N", 100L), ("A-2", "N", 99L), ("A-3", "S", 1L), ("A-4", null, 1L) })
        {
            table.Set(Accounts.Id, id);
            table.Set(Accounts.City, city);
            table.Set(Accounts.Employees, employees);
            table.EndRow();
        }

        return (PlanMatcher.Compile(reading.Plan!, null), table.Build());
    }
}
