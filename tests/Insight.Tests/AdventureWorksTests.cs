using System.Globalization;
using System.IO.Compression;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Tests;

/// <summary>
/// Questions 3 and 5 on the sales part of AdventureWorks, read here line by line, so that the sums do not come from our own import.
/// </summary>
public class AdventureWorksTests
{
    private static readonly string Folder = Above(AppContext.BaseDirectory, Path.Combine("shared", "data", "adventureworks"));

    [Fact]
    public void New_customers_by_year_are_those_of_the_first_order_dates()
    {
        MarketSnapshot market = Read();

        FigureTable table = MarketQuestions.Find(5)!.Ask(market, AskOptions.Default).Table("newCustomersByYear");

        Assert.Equal(["2011", "2012", "2013", "2014"], table.Rows.Select(row => ((Figure.Label)row[0]!).Key));
        Assert.Equal([1406L, 2961L, 8730L, 6022L], table.Column("newCustomers").Select(figure => ((Figure.Count)figure!).Value));
    }

    [Fact]
    public void Sales_by_existing_territory_agree_to_the_cent_with_the_file()
    {
        FigureTable table = MarketQuestions.Find(3)!.Ask(Read(), AskOptions.Default).Table("territory");
        Dictionary<string, decimal> expected = Orders()
            .GroupBy(order => order["TerritoryID"], StringComparer.Ordinal)
            .ToDictionary(orders => orders.Key, orders => orders.Sum(order => Amount(order["SubTotal"])), StringComparer.Ordinal);

        Assert.Equal(109_846_381.4039m, expected.Values.Sum());
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)),
            table.Rows.Select(row => (((Figure.Label)row[0]!).Key!, ((Figure.Amount)row[3]!).Value)).OrderBy(pair => pair.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public void Seven_hundred_and_one_customers_of_the_file_never_ordered() =>
        Assert.Equal(19_820 - 701, MarketQuestions.Find(3)!.Ask(Read(), AskOptions.Default).Table("territory").Column("customers").Sum(figure => ((Figure.Count)figure!).Value));

    private static MarketSnapshot Read()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "needs ../shared/data/adventureworks beside the repository");
        var accounts = new ColumnTableBuilder(Accounts.Table);
        foreach (string line in File.ReadLines(Path.Combine(Folder, "Customer.csv")).Where(line => line.Length > 0))
        {
            string[] cells = line.Split('\t');
            accounts.Set(Accounts.Id, cells[0]);
            accounts.Set(Accounts.Territory, cells[3]);
            accounts.EndRow();
        }

        var sales = new ColumnTableBuilder(Sales.Table);
        foreach (Dictionary<string, string> order in Orders())
        {
            sales.Set(Sales.Id, order["SalesOrderID"]);
            sales.Set(Sales.Account, order["CustomerID"]);
            sales.Set(Sales.Date, DateOnly.Parse(order["OrderDate"].AsSpan(0, 10), CultureInfo.InvariantCulture).DayNumber);
            sales.Set(Sales.Amount, (long)(Amount(order["SubTotal"]) * Money.Scale));
            sales.Set(Sales.Currency, "USD");
            sales.EndRow();
        }

        return new MarketSnapshot(1, [accounts.Build(), sales.Build()]);
    }

    private static IEnumerable<Dictionary<string, string>> Orders()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder, "SalesOrderHeader.csv.gz")), CompressionMode.Decompress));
        string[] names = [.. reader.ReadLine()!.Split('\t').Select(name => name.Trim())];
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return names.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        }
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    // Beside the repository, or beside a folder that holds it.
    private static string Above(string? start, string path)
    {
        while (start is not null && !Directory.Exists(Path.Combine(start, path)))
        {
            start = Path.GetDirectoryName(start);
        }

        return Path.Combine(start ?? "", path);
    }
}
