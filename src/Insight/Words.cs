using System.Globalization;

namespace Bailiwick.Insight;

/// <summary>Figures inside sentences: the same characters in both languages.</summary>
internal static class Words
{
    /// <summary>A part of a whole in per cent, one decimal: <c>81.6 %</c>.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");

    /// <summary>A ratio as growth in per cent with its sign: 1.2 is <c>+20.0 %</c>.</summary>
    public static string Growth(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{(ratio - 1) * 100:+0.0;-0.0;0.0} %");

    /// <summary>A number of things: <c>19,119</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with one decimal: <c>4.2</c>.</summary>
    public static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A day: <c>2014-06-30</c>.</summary>
    public static string Day(int dayNumber) => DateOnly.FromDayNumber(dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
