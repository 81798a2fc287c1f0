using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Tests;

/// <summary>A company is of one piece: keys meet, days follow each other, people are spread as the map says.</summary>
public class CompanyTests
{
    private static readonly SampleCompany Company = ToyCountry.Company(3_000);
    private static readonly Dictionary<string, MarketRow> ById = Company.Rows(Accounts.Table).ToDictionary(row => row[Accounts.Id]!);

    [Fact]
    public void Every_reference_meets_its_row()
    {
        Dictionary<string, HashSet<string>> keys = MarketTable.All
            .Where(table => table.Find("id") is not null)
            .ToDictionary(table => table.Name, table => Company.Rows(table).Select(row => row[(TextColumn)table.Find("id")!]!).ToHashSet());
        int met = 0;
        foreach (MarketTable table in MarketTable.All)
        {
            foreach (TextColumn column in table.Columns.OfType<TextColumn>().Where(column => column.Refers is not null))
            {
                foreach (string key in Company.Rows(table).Select(row => row[column]).OfType<string>())
                {
                    Assert.Contains(key, keys[column.Refers!]);
                    met++;
                }
            }
        }

        Assert.True(met > 30_000);
        Assert.All(ById.Values, row => Assert.Empty(row[Accounts.Products].Concat(row[Accounts.Interests]).Except(keys["products"])));
    }

    [Fact]
    public void Keys_are_unique() => Assert.All(MarketTable.All, table =>
    {
        var seen = new HashSet<string>();
        Assert.All(Company.Rows(table), row => Assert.True(seen.Add(string.Join('|', table.Key.Select(column => row[column]))), $"{table}: {row.Place}"));
    });

    [Fact]
    public void Parents_form_no_circle() => Assert.All(ById.Values, row =>
    {
        int steps = 0;
        for (string? parent = row[Accounts.Parent]; parent is not null; parent = ById[parent][Accounts.Parent])
        {
            Assert.True(++steps < 20);
        }
    });

    [Fact]
    public void A_family_shares_its_brand() => Assert.All(ById.Values.Where(row => row[Accounts.Parent] is not null), row =>
        Assert.Equal(ById[row[Accounts.Parent]!][Accounts.Name]![..2], row[Accounts.Name]![..2]));

    [Fact]
    public void Nobody_buys_before_being_a_customer_or_after_leaving()
    {
        DateOnly until = Company.Options.Until;
        Assert.All(Company.Rows(Sales.Table), sale =>
        {
            MarketRow account = ById[sale[Sales.Account]!];
            Assert.NotEqual("prospect", account[Accounts.Stage]);
            Assert.InRange(sale[Sales.Date]!.Value, account[Accounts.Since]!.Value, until);
            Assert.Contains(sale[Sales.Product]!, account[Accounts.Products]);
            Assert.InRange(sale[Sales.Cost]!.Value, 0, sale[Sales.Amount]!.Value);
        });
    }

    [Fact]
    public void A_customer_won_a_deal_or_was_one_before_the_history()
    {
        HashSet<string?> won = [.. Company.Rows(Opportunities.Table).Where(row => row[Opportunities.Outcome] == "won").Select(row => row[Opportunities.Account])];
        Assert.All(ById.Values, row => Assert.Equal(
            row[Accounts.Since] is not null,
            won.Contains(row[Accounts.Id]) || row[Accounts.Since] < Company.Options.From));
        Assert.All(Company.Rows(Opportunities.Table), deal =>
        {
            Assert.Equal(deal[Opportunities.Outcome] == "open", deal[Opportunities.Closed] is null);
            Assert.True(deal[Opportunities.Created] <= Company.Options.Until && !(deal[Opportunities.Closed] > Company.Options.Until));
        });
    }

    [Fact]
    public void A_lead_that_converted_is_an_account_and_came_before_its_first_deal()
    {
        ILookup<string?, MarketRow> deals = Company.Rows(Opportunities.Table).ToLookup(row => row[Opportunities.Account]);
        Assert.All(Company.Rows(Leads.Table), lead =>
        {
            Assert.Equal(lead[Leads.Outcome] == "converted", lead[Leads.Account] is not null);
            Assert.Equal(lead[Leads.Outcome] == "converted", lead[Leads.Converted] is not null);
            if (lead[Leads.Account] is { } account)
            {
                Assert.Equal(ById[account][Accounts.Name], lead[Leads.Company]);
                Assert.True(lead[Leads.Created] < lead[Leads.Converted]);
                if (lead[Leads.Id]!.EndsWith("-01", StringComparison.Ordinal) && deals[account].Any())
                {
                    Assert.True(lead[Leads.Converted] <= deals[account].Min(deal => deal[Opportunities.Created]));
                }
            }
        });
    }

    [Fact]
    public void Accounts_stand_where_people_live()
    {
        Dictionary<string, int> counts = ById.Values.GroupBy(row => row[Accounts.Subdivision]!).ToDictionary(group => group.Key, group => group.Count());
        double all = ToyCountry.Population.Sum();
        for (int at = 0; at < ToyCountry.Population.Length; at++)
        {
            double expected = ById.Count * ToyCountry.Population[at] / all;
            Assert.InRange(counts[$"TW-{(char)('A' + at)}"], expected - (4.5 * Math.Sqrt(expected)), expected + (4.5 * Math.Sqrt(expected)));
        }
    }

    [Fact]
    public void Coordinates_lie_in_the_place_of_the_account()
    {
        MarketRow[] placed = [.. ById.Values.Where(row => row[Accounts.Longitude] is not null)];
        Assert.InRange(placed.Length / (double)ById.Count, 0.7, 0.8);
        Assert.All(placed, row => Assert.InRange(row[Accounts.Longitude]!.Value, 119.95 + (0.1 * (row[Accounts.Subdivision]![^1] - 'A')), 120.05 + (0.1 * (row[Accounts.Subdivision]![^1] - 'A'))));
    }

    [Fact]
    public void Todays_territories_cover_each_area_once_and_are_not_balanced()
    {
        MarketRow[] rows = [.. Company.Rows(Territories.Table).Where(row => row[Territories.Area] is not null)];
        Assert.Equal(ToyCountry.Population.Length, rows.Select(row => row[Territories.Area]).Distinct().Count());
        Assert.Equal(ToyCountry.Population.Length, rows.Length);
        int[] counts = [.. ById.Values.GroupBy(row => row[Accounts.Territory]).Select(group => group.Count()).Order()];
        Assert.True(counts[^1] > 2 * counts[0]);
    }

    [Fact]
    public void Sizes_are_log_normal_with_a_median_of_forty()
    {
        long[] sizes = [.. ById.Values.Select(row => row[Accounts.Employees]!.Value).Order()];
        Assert.InRange(sizes[sizes.Length / 2], 36, 44);
        Assert.InRange(sizes[(int)(sizes.Length * 0.975)], 400, 750);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5)]
    [InlineData(7, 1)]
    [InlineData(3, 40)]
    public void Any_number_of_accounts_and_reps_makes_a_company(int accounts, int reps)
    {
        SampleCompany company = ToyCountry.Company(accounts, reps: reps, years: 1);
        Assert.All(MarketTable.All, table => Assert.Equal(company.Rows(table).Count(), company.Rows(table).Count()));
        Assert.Equal(reps, company.Truth().Reps.Count);
    }

    [Fact]
    public void More_accounts_leave_the_first_ones_as_they_were()
    {
        // With as many reps: their territories and strengths are part of every story.
        string[] few = [.. ToyCountry.Company(50, reps: 10).Rows(Sales.Table).Select(Line)];
        string[] many = [.. ToyCountry.Company(500, reps: 10).Rows(Sales.Table).Select(Line).Take(few.Length)];
        Assert.Equal(few, many);
    }

    [Fact]
    public void Options_out_of_range_are_all_reported()
    {
        Problem[] problems = [.. new SampleOptions { Accounts = 0, Reps = 5_000, Years = 11, Until = new DateOnly(2026, 1, 1) }.Check()];
        Assert.Equal(["0", "5000", "11"], problems.Select(problem => problem.Value));
    }

    private static string Line(MarketRow row) => string.Join(',', row.Table.Columns.Select(column => row[column]));
}
