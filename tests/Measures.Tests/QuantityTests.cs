namespace Bailiwick.Measures.Tests;

public class QuantityTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-0.001, false)]
    [InlineData(1.001, false)]
    [InlineData(double.NaN, false)]
    public void A_share_is_0_to_1(double value, bool valid) =>
        Assert.Equal(valid, Record.Exception(() => Share.Of(value)) is null);

    [Fact]
    public void Ten_percent_is_a_tenth() => Assert.Equal(Share.Of(0.1), Share.Percent(10));

    [Fact]
    public void Lengths_and_times_are_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Metres.Of(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metres.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Minutes.Of(-1));
    }

    [Fact]
    public void Lengths_and_times_add_and_compare()
    {
        Assert.Equal(Metres.Of(3), Metres.Of(1) + Metres.Of(2));
        Assert.Equal(Minutes.Of(90), (Minutes.Of(30) * 2) + Minutes.Of(30));
        Assert.True(Metres.Of(1) < Metres.Of(2) && Minutes.Of(2) >= Minutes.Of(2) && Share.Of(0.2) > Share.Of(0.1));
        Assert.Equal(1.5, Metres.Of(1500).Kilometres);
    }
}
