using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Web.Frame;

/// <summary>Says words and figures to one person, in the person's language and culture.</summary>
/// <param name="Language">The language of the words.</param>
/// <param name="CultureName">How figures are written: <c>en-GB</c>, <c>zh-TW</c>.</param>
public sealed record Speech(Language Language, string CultureName)
{
    /// <summary>How figures are written.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(CultureName);

    /// <summary>The words in the person's language.</summary>
    public string Say(Text text) => text.In(Language);

    /// <summary>Words with figures in them: <c>{0}</c> in either language.</summary>
    public string Say(Text text, params object?[] values) => string.Format(Culture, text.In(Language), values);

    /// <summary>A whole number with the culture's separators.</summary>
    public string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A ratio in whole per cent: 1.02 is <c>102 %</c>.</summary>
    public string Percent(double ratio) => ratio.ToString("P0", Culture);

    /// <summary>A day, all parts as numbers.</summary>
    public string Day(DateOnly day) => day.ToString("d", Culture);

    /// <summary>An amount in full, with its currency's code: <c>TWD 31,204,118</c>.</summary>
    public string Amount(decimal amount, string? currency) => $"{currency} {amount.ToString("N0", Culture)}".TrimStart();

    /// <summary>The unit in which all amounts of a column are written, so that they compare at a glance: the largest has two digits or more.</summary>
    public MoneyScale ScaleOf(IEnumerable<decimal> amounts)
    {
        decimal largest = amounts.Select(Math.Abs).DefaultIfEmpty().Max();
        return Scales.First(scale => largest >= scale.Unit * 10) is { Unit: > 0 } scale ? scale with { Decimals = largest / scale.Unit < 1000 ? 1 : 0 } : MoneyScale.Plain;
    }

    private IEnumerable<MoneyScale> Scales => Language switch
    {
        Language.English => [new(1_000_000_000, "B"), new(1_000_000, "M"), new(1_000, "K"), MoneyScale.Plain],
        Language.Chinese => [new(100_000_000, "億"), new(10_000, "萬"), MoneyScale.Plain],
        _ => throw new InvalidOperationException($"{Language} is not a language of the house."),
    };
}

/// <summary>A unit of money for a whole column.</summary>
/// <param name="Unit">The amount that is written as one.</param>
/// <param name="Sign">What stands beside the currency: <c>M</c>, <c>萬</c>.</param>
/// <param name="Decimals">Digits after the point.</param>
public sealed record MoneyScale(decimal Unit, string Sign, int Decimals = 0)
{
    /// <summary>Amounts as they are.</summary>
    public static MoneyScale Plain { get; } = new(0, "");

    /// <summary>The amount in this unit.</summary>
    public string Write(decimal amount, CultureInfo culture) =>
        (Unit == 0 ? amount : amount / Unit).ToString(Decimals == 0 ? "N0" : "N1", culture);
}
