using System.Globalization;

namespace Bailiwick.Cli;

/// <summary>Numbers as both languages of the house group them: 1,234,567.</summary>
internal static class Numbers
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share, 0 to 1, in percent with two decimals at most; what is more than nothing never reads as nothing.</summary>
    public static string Share(double share) => share is > 0 and < 0.0001 ? "< 0.01 %" : (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
