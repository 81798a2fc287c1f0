using Superpower;
using Superpower.Model;

namespace Bailiwick.Rules;

/// <summary>Kinds of tokens of a rule.</summary>
internal enum RuleToken
{
    Word,
    Text,
    Number,
    Date,
    Compare,
    Open,
    Close,
    Comma,
    Wrong,
}

/// <summary>Cuts a rule's text into tokens. Never fails: what fits nowhere is a <see cref="RuleToken.Wrong"/> token, which no rule accepts.</summary>
internal sealed class RuleTokenizer : Tokenizer<RuleToken>
{
    protected override IEnumerable<Result<RuleToken>> Tokenize(TextSpan span)
    {
        string source = span.Source ?? "";
        int at = 0;
        TextSpan rest = span;
        while (true)
        {
            int start = at;
            while (start < source.Length && char.IsWhiteSpace(source[start]))
            {
                start++;
            }

            rest = rest.Skip(start - at);
            if (start == source.Length)
            {
                yield break;
            }

            (RuleToken kind, int length) = Next(source, start);
            TextSpan after = rest.Skip(length);
            yield return Result.Value(kind, rest, after);
            rest = after;
            at = start + length;
        }
    }

    private static (RuleToken Kind, int Length) Next(string source, int start) => source[start] switch
    {
        '(' => (RuleToken.Open, 1),
        ')' => (RuleToken.Close, 1),
        ',' => (RuleToken.Comma, 1),
        '=' => (RuleToken.Compare, 1),
        '<' or '>' => (RuleToken.Compare, Follows(source, start, '=') ? 2 : 1),
        '!' when Follows(source, start, '=') => (RuleToken.Compare, 2),
        '"' or '\'' => Quoted(source, start),
        char first when char.IsLetter(first) || first == '_' => (RuleToken.Word, RunOf(source, start, each => char.IsLetterOrDigit(each) || each == '_')),
        char first when char.IsAsciiDigit(first) || (first == '-' && start + 1 < source.Length && char.IsAsciiDigit(source[start + 1])) => Digits(source, start),
        _ => (RuleToken.Wrong, char.IsSurrogatePair(source, start) ? 2 : 1),
    };

    private static bool Follows(string source, int start, char wanted) => start + 1 < source.Length && source[start + 1] == wanted;

    // A quote after a backslash stands for itself. Without an end, the rest of the text is one wrong token.
    private static (RuleToken, int) Quoted(string source, int start)
    {
        char quote = source[start];
        for (int at = start + 1; at < source.Length; at++)
        {
            if (source[at] == '\\')
            {
                at++;
            }
            else if (source[at] == quote)
            {
                return (RuleToken.Text, at - start + 1);
            }
        }

        return (RuleToken.Wrong, source.Length - start);
    }

    private static (RuleToken, int) Digits(string source, int start)
    {
        int length = 1 + RunOf(source, start + 1, each => char.IsAsciiDigit(each) || each == '.' || each == '-');
        string run = source.Substring(start, length);
        bool isDate = run.Length == 10 && run[4] == '-' && run[7] == '-';
        bool isNumber = run.LastIndexOf('-') <= 0 && run.Count(each => each == '.') <= 1 && run[^1] != '.';
        return (isDate ? RuleToken.Date : isNumber ? RuleToken.Number : RuleToken.Wrong, length);
    }

    private static int RunOf(string source, int start, Func<char, bool> belongs)
    {
        int end = start;
        while (end < source.Length && belongs(source[end]))
        {
            end++;
        }

        return end - start;
    }
}
