using System.Globalization;

namespace Bailiwick.Storage;

/// <summary>Moments as they are kept: ISO 8601 in universal time, so that they sort as text.</summary>
internal static class Moments
{
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
