namespace Bailiwick.Cli.Commands;

/// <summary>A witness in words: the columns that it fills; the rest is unknown.</summary>
internal static class WitnessText
{
    public static Text Of(IReadOnlyDictionary<string, string> witness)
    {
        if (witness.Count == 0)
        {
            return new Text("an account of which nothing is known", "一個完全沒有資料的客戶");
        }

        string filled = string.Join(", ", witness.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
        return new Text($"an account with {filled} and nothing else known", $"只知道 {filled} 的客戶");
    }
}
