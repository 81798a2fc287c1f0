using Bailiwick.Insight.Ledger;
using Bailiwick.Insight.Statistics;

namespace Bailiwick.Insight.Tests;

/// <summary>Indexes and intervals against published worked examples.</summary>
public class StatisticsTests
{
    // US Department of Justice, "Herfindahl-Hirschman Index": four firms of 30, 30, 20 and 20 percent have 2,600 points.
    [Fact]
    public void Four_firms_of_30_30_20_and_20_percent_have_an_HHI_of_2600()
    {
        Concentration concentration = Concentration.Of([30, 30, 20, 20])!.Value;

        Assert.Equal(0.26, concentration.Hhi, 12);
        Assert.Equal(0.30, concentration.Top.Value, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Equal_parts_count_themselves(int parts) =>
        Assert.Equal(parts, Concentration.Of(Enumerable.Repeat(3.0, parts))!.Value.EqualParts, 10);

    [Fact]
    public void Parts_that_add_up_to_nothing_have_no_concentration() => Assert.Null(Concentration.Of([0, -1]));

    // M. P. Fay, "exactci: Exact Conditional Tests and Matching Confidence Intervals for binomial and Poisson variables", 2012,
    // section 1: poisson.test(c(2, 10), c(17877, 20000)) gives 0.2237512 with the 95 percent interval 0.02383738 to 1.04995468.
    [Fact]
    public void Two_events_in_17877_against_ten_in_20000_have_the_published_interval()
    {
        RateRatio ratio = RateRatio.Of(10, 20000, 2, 17877)!.Value;

        Assert.Equal(0.2237512, ratio.Ratio!.Value, 7);
        Assert.Equal(0.02383738, ratio.Low, 8);
        Assert.Equal(1.04995468, ratio.High!.Value, 7);
    }

    [Fact]
    public void No_events_before_leave_the_upper_end_open()
    {
        RateRatio ratio = RateRatio.Of(0, 1, 5, 1)!.Value;

        Assert.Null(ratio.Ratio);
        Assert.Null(ratio.High);
        Assert.True(ratio.Low > 0);
    }

    [Fact]
    public void No_events_after_make_the_lower_end_zero() => Assert.Equal((0.0, 0.0), (RateRatio.Of(5, 1, 0, 1)!.Value.Ratio, RateRatio.Of(5, 1, 0, 1)!.Value.Low));

    [Fact]
    public void No_events_at_all_say_nothing() => Assert.Null(RateRatio.Of(0, 1, 0, 1));

    // Swapping the two spans turns the interval upside down.
    [Theory]
    [InlineData(3, 10, 8, 12)]
    [InlineData(8730, 365, 6022, 181)]
    public void Turning_time_around_turns_the_interval_around(long before, double spanBefore, long after, double spanAfter)
    {
        RateRatio forth = RateRatio.Of(before, spanBefore, after, spanAfter)!.Value;
        RateRatio back = RateRatio.Of(after, spanAfter, before, spanBefore)!.Value;

        Assert.Equal(1, forth.Low * back.High!.Value, 9);
        Assert.Equal(1, forth.High!.Value * back.Low, 9);
    }

    [Theory]
    [InlineData("622110", "NAICS 2022", "62")]
    [InlineData("33", "naics", "31-33")]
    [InlineData("2834", "SIC", "D")]
    [InlineData("0111", "SIC", "A")]
    [InlineData("861", "TW", "Q")]
    [InlineData("Q", "行業標準分類", "Q")]
    [InlineData("Q86", "ISIC", "Q")]
    [InlineData("3510", "ISIC Rev.4", "D")]
    [InlineData("4711", null, "47")]
    [InlineData("4711", "our own", "47")]
    [InlineData("retail", null, "retail")]
    [InlineData("Retail", "NAICS", "Retail")]
    public void An_industry_belongs_to_the_widest_group_of_its_scheme(string code, string? scheme, string section) =>
        Assert.Equal(section, IndustryScheme.SectionOf(code, scheme)?.Key);
}
