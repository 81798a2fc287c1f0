using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Market.Tests;

public class ColumnTableTests
{
    [Fact]
    public void A_row_comes_back_from_the_columns_as_it_went_in()
    {
        var row = new MarketRow(Accounts.Table, Place.None)
        {
            [Accounts.Id] = "A-1",
            [Accounts.Employees] = 12,
            [Accounts.Revenue] = 1234.5678m,
            [Accounts.Longitude] = 121.5,
            [Accounts.Since] = new DateOnly(2024, 2, 29),
            [Accounts.Products] = ["P1", "P2"],
            Custom = ImmutableSortedDictionary<string, string>.Empty.Add("fleet_size", "7"),
        };

        ColumnTable table = TableOf(row);

        Assert.Equal("A-1", table[Accounts.Id][0]);
        Assert.Equal(12, table[Accounts.Employees][0]);
        Assert.Equal(1234.5678m, table[Accounts.Revenue][0]);
        Assert.Equal(121.5, table[Accounts.Longitude][0]);
        Assert.Equal(new DateOnly(2024, 2, 29), table[Accounts.Since][0]);
        Assert.Equal(["P1", "P2"], table[Accounts.Products][0]);
        Assert.Equal("7", table.Custom["Fleet_Size"][0]);
    }

    [Fact]
    public void What_was_not_given_is_unknown_in_every_column()
    {
        ColumnTable table = TableOf(new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-1" });

        Assert.Null(table[Accounts.Name][0]);
        Assert.Null(table[Accounts.Employees][0]);
        Assert.Null(table[Accounts.Revenue][0]);
        Assert.Null(table[Accounts.Longitude][0]);
        Assert.Null(table[Accounts.Since][0]);
        Assert.Empty(table[Accounts.Products][0]);
    }

    [Fact]
    public void A_custom_field_that_appears_late_is_unknown_before()
    {
        ColumnTable table = TableOf(
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-1" },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-2", Custom = ImmutableSortedDictionary<string, string>.Empty.Add("channel", "web") },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-3" });

        Assert.Equal([null, "web", null], Enumerable.Range(0, 3).Select(row => table.Custom["channel"][row]));
    }

    [Fact]
    public void Equal_texts_share_one_code()
    {
        ColumnTable table = TableOf(
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-1", [Accounts.Country] = "TW" },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-2", [Accounts.Country] = "US" },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-3", [Accounts.Country] = "TW" });

        Assert.Equal([0, 1, 0], table[Accounts.Country].Codes);
        Assert.Equal(["TW", "US"], table[Accounts.Country].Values);
    }

    [Fact]
    public void Of_several_rows_with_one_key_the_first_is_found_and_the_first_value_that_is_known()
    {
        ColumnTable table = TableOf(
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-1" },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "A-1", [Accounts.Name] = "Iris" },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Name] = "without a key" },
            new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = "a-1", [Accounts.Name] = "Ivy" });

        Assert.Equal([("A-1", 0), ("a-1", 3)], table.RowsBy(Accounts.Id).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("A-1", "Iris"), ("a-1", "Ivy")], table.ValuesBy(Accounts.Id, Accounts.Name).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_snapshot_without_a_table_shows_it_empty() =>
        Assert.Equal(0, new MarketSnapshot(1, []).Sales.Count);

    private static ColumnTable TableOf(params MarketRow[] rows)
    {
        var builder = new ColumnTableBuilder(Accounts.Table);
        foreach (MarketRow row in rows)
        {
            builder.Add(row);
        }

        return builder.Build();
    }
}
