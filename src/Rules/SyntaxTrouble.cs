using Bailiwick.Measures;
using Superpower.Model;

namespace Bailiwick.Rules;

/// <summary>A parser's failure → a problem in a person's words.</summary>
internal static class SyntaxTrouble
{
    private static readonly Dictionary<string, Text> Names = new(StringComparer.Ordinal)
    {
        ["field"] = new("a field", "欄位"),
        ["value"] = new("a value", "值"),
        ["text in quotes"] = new("a text in quotes", "引號內的文字"),
        ["number"] = new("a number", "數字"),
        ["date"] = new("a date", "日期"),
        ["comparison"] = new("one of = != < <= > >=", "= != < <= > >= 之一"),
        ["end of input"] = new("the end of the rule", "規則結尾"),
    };

    /// <summary>The index at which nesting becomes too deep, or null. Asked before the parser, which descends with every level.</summary>
    public static int? TooDeep(TokenList<RuleToken> tokens)
    {
        int open = 0;
        int nots = 0;
        foreach (Token<RuleToken> token in tokens)
        {
            open += token.Kind switch { RuleToken.Open => 1, RuleToken.Close => -1, _ => 0 };
            // Nots are counted over the whole rule between two conditions: "not not not x" descends thrice.
            nots = token.Span.EqualsValueIgnoreCase("not") ? nots + 1 : token.Kind == RuleToken.Open ? nots : 0;
            if (open > Rule.MostDepth || nots > Rule.MostDepth)
            {
                return token.Position.Absolute;
            }
        }

        return null;
    }

    public static Problem Of(string text, TokenListParserResult<RuleToken, Syntax> failure, Func<int, Place> at)
    {
        Token<RuleToken> token = failure.Remainder.IsAtEnd ? default : failure.Remainder.ConsumeToken().Value;
        int index = token.HasValue ? token.Position.Absolute : text.TrimEnd().Length;
        string found = token.HasValue ? token.ToStringValue() : "";
        if (token.HasValue && token.Kind == RuleToken.Wrong && found[0] is '"' or '\'')
        {
            return Problems.UnclosedQuote(at(index), Short(found));
        }

        string[] expected = [.. (failure.Expectations ?? []).Select(name => name.Trim('`')).Distinct(StringComparer.Ordinal)];
        return Problems.Syntax(at(index), Join(expected), Short(found), Advice(expected, token, found));
    }

    private static Text Join(string[] expected)
    {
        Text[] words = [.. expected.Select(name => Names.GetValueOrDefault(name) ?? Text.Same(name))];
        return words.Length switch
        {
            0 => new("and, or, or the end of the rule", "and、or 或規則結尾"),
            1 => words[0],
            _ => new(
                string.Join(", ", words[..^1].Select(word => word.English)) + " or " + words[^1].English,
                string.Join("、", words[..^1].Select(word => word.Chinese)) + "或" + words[^1].Chinese),
        };
    }

    private static Text? Advice(string[] expected, Token<RuleToken> token, string found)
    {
        if (!token.HasValue || token.Kind != RuleToken.Word)
        {
            return null;
        }

        string? nearest = NearestName.To(found, expected.Where(name => !Names.ContainsKey(name)));
        return nearest is not null ? new($"Maybe: {nearest}.", $"也許是：{nearest}。")
            : expected.Contains("value", StringComparer.Ordinal) || expected.Contains("text in quotes", StringComparer.Ordinal) ? new($"Maybe in quotes: \"{Short(found)}\".", $"文字要加引號：\"{Short(found)}\"。")
            : null;
    }

    private static string Short(string found) => found.Length <= 40 ? found : found[..40] + "…";
}
