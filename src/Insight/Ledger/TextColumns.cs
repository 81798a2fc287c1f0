using Bailiwick.Market;

namespace Bailiwick.Insight.Ledger;

/// <summary>Joins of text columns.</summary>
internal static class TextColumns
{
    /// <summary>The value of the first column, or of the second where the first has none.</summary>
    public static TextValues Else(this TextValues first, TextValues second)
    {
        var codes = new int[first.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = first.Codes[row] >= 0 ? first.Codes[row]
                : second.Codes[row] >= 0 ? second.Codes[row] + first.Values.Length
                : TextValues.Unknown;
        }

        return new TextValues(codes, [.. first.Values, .. second.Values]);
    }
}
