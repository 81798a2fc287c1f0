using System.Collections.Immutable;
using Bailiwick.Measures;
using Superpower.Model;

namespace Bailiwick.Rules;

/// <summary>The front: a checked rule. Text → tokens → syntax → condition; then <see cref="RuleSpace"/> asks it of accounts.</summary>
public sealed class Rule
{
    /// <summary>How deep parentheses and nots may nest.</summary>
    public const int MostDepth = 100;

    private Rule(Syntax syntax, Condition condition)
    {
        Syntax = syntax;
        Condition = condition;
    }

    internal Syntax Syntax { get; }

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

    /// <summary>Each part of an <c>and</c> or <c>or</c>, at any depth, with the rule as it would be without this part.</summary>
    public IEnumerable<RulePart> Parts => PartsOf(Syntax, Condition, isTurned: false)
        .Select(part => new RulePart(part.Dropped, part.Widens, new Rule(part.Syntax, part.Condition)));

    /// <summary>The rule in its one way of writing; parsing it again gives the same rule.</summary>
    public override string ToString() => RulePrinter.Print(Syntax);

    // Syntax and condition are trees of one shape down to the tests.
    private static IEnumerable<(Syntax Dropped, bool Widens, Syntax Syntax, Condition Condition)> PartsOf(Syntax syntax, Condition condition, bool isTurned)
    {
        switch (syntax, condition)
        {
            case (NotSyntax not, NotOf notOf):
                return PartsOf(not.Inner, notOf.Inner, !isTurned).Select(part => part with { Syntax = not with { Inner = part.Syntax }, Condition = new NotOf(part.Condition) });
            case (AllSyntax all, AllOf allOf):
                return PartsOfMany(
                    all.Parts, allOf.Parts, (!isTurned, isTurned), parts => parts is [var one] ? one : all with { Parts = parts }, parts => parts is [var one] ? one : new AllOf(parts));
            case (AnySyntax any, AnyOf anyOf):
                return PartsOfMany(
                    any.Parts, anyOf.Parts, (isTurned, isTurned), parts => parts is [var one] ? one : any with { Parts = parts }, parts => parts is [var one] ? one : new AnyOf(parts));
            default:
                return [];
        }
    }

    private static IEnumerable<(Syntax Dropped, bool Widens, Syntax Syntax, Condition Condition)> PartsOfMany(
        ImmutableArray<Syntax> written, ImmutableArray<Condition> meant, (bool Widens, bool IsTurned) sense, Func<ImmutableArray<Syntax>, Syntax> write, Func<ImmutableArray<Condition>, Condition> mean) =>
        Enumerable.Range(0, written.Length).SelectMany(each =>
            PartsOf(written[each], meant[each], sense.IsTurned)
                .Select(part => part with { Syntax = write(written.SetItem(each, part.Syntax)), Condition = mean(meant.SetItem(each, part.Condition)) })
                .Prepend((written[each], sense.Widens, write(written.RemoveAt(each)), mean(meant.RemoveAt(each)))));

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

/// <summary>A part of a rule that could be left out.</summary>
public sealed class RulePart
{
    private readonly Syntax dropped;

    internal RulePart(Syntax dropped, bool widens, Rule without) => (this.dropped, Widens, Without) = (dropped, widens, without);

    /// <summary>The rule without it holds at least where the rule holds (the part keeps rows out); else at most there (the part takes rows in).</summary>
    public bool Widens { get; }

    /// <summary>The rule without it.</summary>
    public Rule Without { get; }

    /// <summary>The part, as rules are written.</summary>
    public override string ToString() => RulePrinter.Print(dropped);
}

/// <summary>What became of a rule's text.</summary>
/// <param name="Rule">The rule; null when there are problems.</param>
/// <param name="Problems">All of them, each with its place.</param>
public sealed record RuleReading(Rule? Rule, IReadOnlyList<Problem> Problems);
