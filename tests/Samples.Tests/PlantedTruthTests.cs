using Bailiwick.Market;

namespace Bailiwick.Samples.Tests;

/// <summary>The planted effects are measured from the rows alone, at 2,000 accounts, for several seeds; and nothing is measured where nothing is planted.</summary>
public class PlantedTruthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pay_of_industries_and_places_is_found(ulong seed)
    {
        SampleCompany company = ToyCountry.Company(2_000, seed);
        SampleTruth truth = company.Truth();
        (double[] effects, Dictionary<string, int> at) = Spending(company);

        Assert.All(truth.Spending.Times.Values.SelectMany(values => values), pair =>
            Assert.InRange(Math.Exp(effects[at[pair.Key]]), pair.Value / 1.45, pair.Value * 1.45));
    }

    [Fact]
    public void Pay_is_found_closely_where_there_is_much_to_see()
    {
        SampleCompany company = ToyCountry.Company(40_000);
        SampleTruth truth = company.Truth();
        (double[] effects, Dictionary<string, int> at) = Spending(company);

        Assert.InRange(effects[1], truth.Spending.EmployeesElasticity - 0.03, truth.Spending.EmployeesElasticity + 0.03);
        Assert.All(truth.Spending.Times.Values.SelectMany(values => values), pair =>
            Assert.InRange(Math.Exp(effects[at[pair.Key]]), pair.Value / 1.12, pair.Value * 1.12));
    }

    [Fact]
    public void Without_facts_nobody_pays_more()
    {
        SampleCompany company = ToyCountry.Company(40_000, facts: false);
        (double[] effects, _) = Spending(company);

        Assert.All(effects.Skip(1), effect => Assert.InRange(effect, -0.12, 0.12));
        Assert.Empty(company.Truth().Facts);
    }

    [Theory]
    [InlineData(1, 2_000, 0.5)]
    [InlineData(2, 2_000, 0.5)]
    [InlineData(1, 60_000, 0.2)]
    public void Growth_of_new_customers_is_found(ulong seed, int accounts, double error)
    {
        SampleCompany company = ToyCountry.Company(accounts, seed);
        SampleTruth truth = company.Truth();
        MarketRow[] newcomers = [.. company.Rows(Accounts.Table).Where(row => row[Accounts.Since] >= truth.Sample.From)];
        double all = GrowthOf(newcomers, truth);

        Assert.All(truth.NewCustomers.Growth["industry"], pair =>
            Assert.InRange(GrowthOf([.. newcomers.Where(row => row[Accounts.Industry] == pair.Key)], truth) - all, pair.Value - error, pair.Value + error));
        Assert.All(truth.NewCustomers.Growth["subdivision"], pair =>
            Assert.InRange(GrowthOf([.. newcomers.Where(row => row[Accounts.Subdivision] == pair.Key)], truth) - all, pair.Value - error, pair.Value + error));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Clusters_stand_out_and_nothing_else_does(bool facts)
    {
        SampleCompany company = ToyCountry.Company(20_000, facts: facts);
        HashSet<(string, string)> planted = [.. company.Truth().Facts.Where(fact => fact.Kind == "cluster").Select(fact => (fact.Where["industry"], fact.Where["subdivision"]))];
        MarketRow[] rows = [.. company.Rows(Accounts.Table)];
        Dictionary<string, double> usual = rows.GroupBy(row => row[Accounts.Industry]!).ToDictionary(group => group.Key, group => (double)group.Count() / rows.Length);

        var found = new HashSet<(string, string)>();
        foreach (IGrouping<string, MarketRow> place in rows.GroupBy(row => row[Accounts.Subdivision]!))
        {
            foreach (IGrouping<string, MarketRow> pair in place.GroupBy(row => row[Accounts.Industry]!).Where(pair => pair.Count() >= 30))
            {
                if (pair.Count() / (place.Count() * usual[pair.Key]) > 2)
                {
                    found.Add((pair.Key, place.Key));
                }
            }
        }

        Assert.Equal(planted.Order(), found.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Conversion_follows_the_coefficients(bool facts)
    {
        SampleCompany company = ToyCountry.Company(40_000, facts: facts);
        SampleTruth truth = company.Truth();
        Dictionary<string, MarketRow> accounts = company.Rows(Accounts.Table).ToDictionary(row => row[Accounts.Id]!);
        MarketRow[] decided = [.. company.Rows(Opportunities.Table).Where(row => row[Opportunities.Outcome] != "open")];
        Dictionary<string, RepTruth> reps = truth.Reps.ToDictionary(rep => rep.Id);
        double residual = 0, wins = 0, squares = 0;
        foreach (MarketRow deal in decided)
        {
            MarketRow account = accounts[deal[Opportunities.Account]!];
            RepTruth rep = reps[deal[Opportunities.Rep]!];
            double logOdds = truth.Deals.Intercept + rep.LogOdds
                + (rep.Specialties.Contains(account[Accounts.Industry]!) ? rep.SpecialtyLogOdds : 0)
                + Coefficient(truth.Deals, "industry", account[Accounts.Industry])
                + Coefficient(truth.Deals, "tier", account[Accounts.Tier])
                + Coefficient(truth.Deals, "source", deal[Opportunities.Source])
                + Coefficient(truth.Deals, "product", deal[Opportunities.Product]);
            double chance = 1 / (1 + Math.Exp(-logOdds));
            bool isWon = deal[Opportunities.Outcome] == "won";
            residual += (isWon ? 1 : 0) - chance;
            wins += isWon ? 1 : 0;
            squares += chance * (1 - chance);
        }

        // Wins agree with the sum of the chances within three standard deviations.
        Assert.InRange(residual / Math.Sqrt(squares), -3, 3);
        Assert.Equal(truth.Deals.BaseRate, wins / decided.Length, 5);
        Assert.Equal(facts, truth.Deals.ExpectedAuc > 0.6);
        double widest = truth.Deals.Rates["source"].Values.Max() - truth.Deals.Rates["source"].Values.Min();
        Assert.Equal(facts, widest > 0.1);
    }

    [Fact]
    public void Niche_was_hardly_approached()
    {
        SampleCompany company = ToyCountry.Company(20_000);
        PlantedFact niche = company.Truth().Facts.Single(fact => fact.Kind == "niche");
        MarketRow[] rows = [.. company.Rows(Accounts.Table)];
        MarketRow[] inside = [.. rows.Where(row => row[Accounts.Industry] == niche.Where["industry"] && row[Accounts.Subdivision] == niche.Where["subdivision"])];

        Assert.True(inside.Length > 100);
        Assert.InRange(inside.Count(row => row[Accounts.Since] is not null) / (double)inside.Length, 0.05, 0.25);
        Assert.InRange(rows.Count(row => row[Accounts.Since] is not null) / (double)rows.Length, 0.35, 0.65);
    }

    private static double Coefficient(ConversionTruth truth, string column, string? value) =>
        truth.Coefficients[column].GetValueOrDefault(value ?? "", 0);

    // The slope of a density that grows exponentially, from the mean of the times: by bisection, as its likelihood has one peak.
    private static double GrowthOf(MarketRow[] newcomers, SampleTruth truth)
    {
        double length = (truth.Sample.Until.DayNumber - truth.Sample.From.DayNumber) / 365.25;
        double mean = newcomers.Average(row => (row[Accounts.Since]!.Value.DayNumber - truth.Sample.From.DayNumber) / 365.25);
        double low = -6, high = 6;
        for (int step = 0; step < 60; step++)
        {
            double rate = (low + high) / 2;
            double expected = Math.Abs(rate) < 1e-9 ? length / 2 : (length / (1 - Math.Exp(-rate * length))) - (1 / rate);
            (low, high) = expected < mean ? (rate, high) : (low, rate);
        }

        return low;
    }

    // Least squares of ln(sales a year) on ln(employees), industry and place. The niche is left out: it has an effect of its own.
    private static (double[] Effects, Dictionary<string, int> At) Spending(SampleCompany company)
    {
        SampleTruth truth = company.Truth();
        PlantedFact? niche = truth.Facts.FirstOrDefault(fact => fact.Kind == "niche");
        ILookup<string?, MarketRow> sales = company.Rows(Sales.Table).ToLookup(row => row[Sales.Account]);
        var rows = new List<(double[] X, double Y)>();
        string[] touched = [.. company.Rows(Accounts.Table).SelectMany(row => new[] { row[Accounts.Industry]!, row[Accounts.Subdivision]! }).Distinct().Order(StringComparer.Ordinal)];
        // Values without an effect are the reference; without facts every second one is.
        HashSet<string> effective = [.. truth.Spending.Times.Values.SelectMany(values => values.Keys)];
        string[] named = [.. touched.Where((value, at) => effective.Count > 0 ? effective.Contains(value) : at % 2 == 0)];
        Dictionary<string, int> at = named.Select((value, index) => (value, index)).ToDictionary(pair => pair.value, pair => pair.index + 2);
        foreach (MarketRow row in company.Rows(Accounts.Table))
        {
            MarketRow[] own = [.. sales[row[Accounts.Id]]];
            if (own.Length < 2 || (niche is not null && row[Accounts.Industry] == niche.Where["industry"] && row[Accounts.Subdivision] == niche.Where["subdivision"]))
            {
                continue;
            }

            double[] x = new double[named.Length + 2];
            (x[0], x[1]) = (1, Math.Log(row[Accounts.Employees]!.Value));
            foreach (string value in new[] { row[Accounts.Industry]!, row[Accounts.Subdivision]! }.Where(at.ContainsKey))
            {
                x[at[value]] = 1;
            }

            double days = own.Max(sale => sale[Sales.Date]!.Value.DayNumber) - own.Min(sale => sale[Sales.Date]!.Value.DayNumber) + 1;
            double perYear = (double)own.Sum(sale => sale[Sales.Amount]!.Value) * (own.Length - 1) / own.Length / (days / 365.25);
            rows.Add((x, Math.Log(perYear)));
        }

        return (LeastSquares(rows), at);
    }

    private static double[] LeastSquares(List<(double[] X, double Y)> rows)
    {
        int size = rows[0].X.Length;
        var a = new double[size, size + 1];
        foreach ((double[] x, double y) in rows)
        {
            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < size; j++)
                {
                    a[i, j] += x[i] * x[j];
                }

                a[i, size] += x[i] * y;
            }
        }

        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = 0; row < size; row++)
            {
                double factor = row == pivot ? 0 : a[row, pivot] / a[pivot, pivot];
                for (int column = pivot; factor != 0 && column <= size; column++)
                {
                    a[row, column] -= factor * a[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(row => a[row, size] / a[row, row])];
    }
}
