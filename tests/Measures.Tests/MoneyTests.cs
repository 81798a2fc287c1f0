namespace Bailiwick.Measures.Tests;

public class MoneyTests
{
    private static readonly Currency Twd = Currency.Of("TWD");
    private static readonly Currency Usd = Currency.Of("usd ");

    [Fact]
    public void Two_amounts_of_one_currency_add() =>
        Assert.Equal(new Money(12.3456m, Usd), new Money(12m, Usd) + new Money(0.3456m, Usd));

    [Fact]
    public void Two_currencies_do_not_add()
    {
        InvalidOperationException trouble = Assert.Throws<InvalidOperationException>(() => new Money(1, Twd) + new Money(1, Usd));

        Assert.Equal("TWD and USD do not add; convert one by the plan's rates first.", trouble.Message);
    }

    [Theory]
    [InlineData("USD", "1.005", "1.01")]   // halves go away from zero
    [InlineData("USD", "-1.005", "-1.01")]
    [InlineData("JPY", "0.5", "1")]        // no decimals
    [InlineData("KWD", "0.0005", "0.001")] // three decimals
    public void Money_is_rounded_to_the_smallest_unit_of_its_currency(string currency, string amount, string expected) =>
        Assert.Equal(
            decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Of(currency)).Rounded().Amount);

    [Fact]
    public void Money_is_written_the_same_in_every_culture() =>
        Assert.Equal("TWD 1234.5", new Money(1234.5m, Twd).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("XXX")]
    [InlineData("NT$")]
    public void What_is_not_an_ISO_4217_code_is_no_currency(string code)
    {
        Assert.False(Currency.TryOf(code, out _));
        Assert.Throws<ArgumentException>(() => Currency.Of(code));
    }
}
