using Bailiwick.Measures;
using Superpower.Model;

namespace Bailiwick.Rules;

/// <summary>The front: a checked rule. Text → tokens → syntax → condition; then <see cref="RuleSet"/> asks it of accounts.</summary>
public sealed class Rule
{
    /// <summary>How deep parentheses and nots may nest.</summary>
    public const int MostDepth = 100;

    private readonly Syntax syntax;

    private Rule(Syntax syntax, Condition condition)
    {
        this.syntax = syntax;
        Condition = condition;
    }

    internal Condition Condition { get; }

    /// <summary>The boundary sets whose areas the rule names, each once.</summary>
    public IEnumerable<string> BoundarySets => SetsOf(Condition).Distinct(StringComparer.Ordinal);

    /// <summary>Reads a rule: its words, then its meaning. All problems of the meaning are found; of the words the first.</summary>
    /// <param name="text">The rule.</param>
    /// <param name="scope">What it may speak of.</param>
    /// <param name="at">The place of a character of the text, by its index; by default line and column in the text itself.</param>
    public static RuleReading Parse(string text, RuleScope scope, Func<int, Place>? at = null)
    {
        at ??= index => PlaceIn(text, index);
        TokenList<RuleToken> tokens = new RuleTokenizer().Tokenize(text);
        if (SyntaxTrouble.TooDeep(tokens) is { } deep)
        {
            return new RuleReading(null, [Problems.TooDeep(at(deep), MostDepth)]);
        }

        TokenListParserResult<RuleToken, Syntax> parsed = RuleParser.Parse(tokens);
        if (!parsed.HasValue)
        {
            return new RuleReading(null, [SyntaxTrouble.Of(text, parsed, at)]);
        }

        var check = new RuleCheck(scope, at);
        Condition condition = check.Check(parsed.Value);
        return new RuleReading(check.Problems.Count == 0 ? new Rule(parsed.Value, condition) : null, check.Problems);
    }

    /// <summary>The rule in its one way of writing; parsing it again gives the same rule.</summary>
    public override string ToString() => RulePrinter.Print(syntax);

    private static IEnumerable<string> SetsOf(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(SetsOf),
        AnyOf any => any.Parts.SelectMany(SetsOf),
        NotOf not => SetsOf(not.Inner),
        TestOf { Attribute: { Field.Name: "area", Parameter: { } set } } => [set],
        _ => [],
    };

    private static Place PlaceIn(string text, int index)
    {
        int lineStart = text.LastIndexOf('\n', Math.Max(0, Math.Min(index, text.Length) - 1), Math.Min(index, text.Length)) + 1;
        return new Place(null, 1 + text.AsSpan(0, lineStart).Count('\n'), (index - lineStart + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>What became of a rule's text.</summary>
/// <param name="Rule">The rule; null when there are problems.</param>
/// <param name="Problems">All of them, each with its place.</param>
public sealed record RuleReading(Rule? Rule, IReadOnlyList<Problem> Problems);
