namespace Bailiwick.Market.Tests;

public class MarketTableTests
{
    public static TheoryData<string> Tables => [.. MarketTable.All.Select(table => table.Name)];

    [Theory, MemberData(nameof(Tables))]
    public void What_a_column_refers_to_is_imported_before_it_or_is_the_table_itself(string name)
    {
        MarketTable table = MarketTable.Named(name)!;
        IEnumerable<string> before = MarketTable.All.TakeWhile(other => other != table).Select(other => other.Name).Append(name);

        Assert.All(table.Columns.Where(column => column.Refers is not null), column => Assert.Contains(column.Refers, before));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Keys_are_columns_and_columns_know_their_place(string name)
    {
        MarketTable table = MarketTable.Named(name)!;

        Assert.NotEmpty(table.Key);
        Assert.All(table.Key, column => Assert.Contains(column, table.Columns));
        Assert.Equal(Enumerable.Range(0, table.Columns.Length), table.Columns.Select(column => column.Ordinal));
    }

    [Fact]
    public void An_amount_always_has_a_currency_column_beside_it() =>
        Assert.All(
            MarketTable.All.Where(table => table.Columns.OfType<MoneyColumn>().Any()),
            table => Assert.IsType<TextColumn>(table.Find("currency")));

    [Fact]
    public void Columns_are_found_in_any_case() => Assert.Same(Accounts.IndustryScheme, Accounts.Table.Find("Industry_Scheme"));
}
