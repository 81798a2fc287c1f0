using System.Reflection;
using Bailiwick.Measures;
using Bailiwick.Web.Frame;

namespace Bailiwick.Web.Tests;

public class SpeechTests
{
    private static readonly Speech American = new(Language.English, "en-US");
    private static readonly Speech Taiwanese = new(Language.Chinese, "zh-TW");

    [Theory]
    [InlineData(950, "", "950")]
    [InlineData(9_999, "", "9,999")]
    [InlineData(10_000, "K", "10.0")]
    [InlineData(9_999_999, "K", "10,000")]
    [InlineData(31_204_118, "M", "31.2")]
    [InlineData(2_500_000_000, "M", "2,500")]
    public void English_money_counts_in_thousands(long amount, string sign, string written)
    {
        MoneyScale scale = American.ScaleOf([amount, -1]);

        Assert.Equal((sign, written), (scale.Sign, scale.Write(amount, American.Culture)));
    }

    [Theory]
    [InlineData(99_999, "", "99,999")]
    [InlineData(100_000, "萬", "10.0")]
    [InlineData(31_204_118, "萬", "3,120")]
    [InlineData(2_500_000_000, "億", "25.0")]
    public void Chinese_money_counts_in_ten_thousands(long amount, string sign, string written)
    {
        MoneyScale scale = Taiwanese.ScaleOf([amount]);

        Assert.Equal((sign, written), (scale.Sign, scale.Write(amount, Taiwanese.Culture)));
    }

    [Fact]
    public void A_column_without_amounts_is_written_plainly() => Assert.Equal(MoneyScale.Plain, American.ScaleOf([]));

    [Fact]
    public void Days_follow_the_culture()
    {
        var day = new DateOnly(2027, 1, 31);

        Assert.Equal(("1/31/2027", "31/01/2027", "2027/1/31"), (American.Day(day), new Speech(Language.English, "en-GB").Day(day), Taiwanese.Day(day)));
    }

    [Fact]
    public void Every_word_is_said_in_Chinese_with_the_same_figures_in_it()
    {
        // Names, and the words that speak to readers of the other language.
        string[] exempt = [nameof(Words.Product), nameof(Words.Api), nameof(Words.ApiTitle), nameof(Words.OtherLanguage), nameof(Words.SwitchLanguage)];

        foreach (FieldInfo field in typeof(Words).GetFields())
        {
            var words = (Text)field.GetValue(null)!;
            bool isChinese = words.Chinese.Any(letter => letter is >= '一' and <= '鿿');
            Assert.True(isChinese || exempt.Contains(field.Name), $"{field.Name}: {words.Chinese}");
            Assert.True(words.English.Contains("{0}", StringComparison.Ordinal) == words.Chinese.Contains("{0}", StringComparison.Ordinal), field.Name);
        }
    }
}
