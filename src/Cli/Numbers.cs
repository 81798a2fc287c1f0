using System.Globalization;

namespace Bailiwick.Cli;

/// <summary>Numbers as both languages of the house group them: 1,234,567.</summary>
internal static class Numbers
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
