using System.Collections.Immutable;
using System.Text;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Bailiwick.Rules;

/// <summary>Tokens → syntax: the grammar of rules, one production a line.</summary>
internal static class RuleParser
{
    private static readonly TokenListParser<RuleToken, Literal> TextLiteral = Token.EqualTo(RuleToken.Text).Named("text in quotes").Select(ToText);

    private static readonly TokenListParser<RuleToken, Literal> NumberLiteral =
        from number in Token.EqualTo(RuleToken.Number).Named("number")
        from unit in Token.EqualTo(RuleToken.Word).Where(word => IsUnit(word.ToStringValue())).OptionalOrDefault()
        select new Literal(number.Position.Absolute, LiteralKind.Number, number.ToStringValue(), unit.HasValue ? unit.ToStringValue() : null);

    private static readonly TokenListParser<RuleToken, Literal> PlainNumber = Token.EqualTo(RuleToken.Number).Named("number")
        .Select(number => new Literal(number.Position.Absolute, LiteralKind.Number, number.ToStringValue()));

    private static readonly TokenListParser<RuleToken, Literal> DateLiteral = Token.EqualTo(RuleToken.Date).Named("date")
        .Select(date => new Literal(date.Position.Absolute, LiteralKind.Date, date.ToStringValue()));

    private static readonly TokenListParser<RuleToken, Literal> Value = TextLiteral.Or(NumberLiteral).Or(DateLiteral).Named("value");

    private static readonly TokenListParser<RuleToken, Token<RuleToken>> Open = Token.EqualTo(RuleToken.Open).Named("(");
    private static readonly TokenListParser<RuleToken, Token<RuleToken>> Close = Token.EqualTo(RuleToken.Close).Named(")");
    private static readonly TokenListParser<RuleToken, Token<RuleToken>> Comma = Token.EqualTo(RuleToken.Comma).Named(",");

    private static readonly TokenListParser<RuleToken, FieldSyntax> Field =
        (from area in Word("area")
         from of in Word("of")
         from set in TextLiteral
         select new FieldSyntax(area.Position.Absolute, "area", set.Text)).Try()
        .Or(Token.EqualTo(RuleToken.Word).Where(word => !IsKeyword(word.ToStringValue())).Named("field")
            .Select(word => new FieldSyntax(word.Position.Absolute, word.ToStringValue())));

    private static readonly TokenListParser<RuleToken, Tail> Compared =
        from sign in Token.EqualTo(RuleToken.Compare).Named("comparison")
        from value in Value
        select new Tail(sign.Position.Absolute, Sign(sign.ToStringValue()), [value]);

    private static readonly TokenListParser<RuleToken, (ImmutableArray<Literal> Values, FileSyntax? File)> Values =
        (from list in Word("list")
         from open in Open
         from path in TextLiteral
         from close in Close
         select (ImmutableArray<Literal>.Empty, (FileSyntax?)new FileSyntax(path.At, path.Text)))
        .Or(from open in Open
            from values in Value.AtLeastOnceDelimitedBy(Comma)
            from close in Close
            select (values.ToImmutableArray(), (FileSyntax?)null));

    private static readonly TokenListParser<RuleToken, Tail> Asked =
        (from word in Word("in") from values in Values select new Tail(word.Position.Absolute, Operator.In, values.Values, values.File))
        .Or(from word in Word("between") from low in Value from and in Word("and") from high in Value select new Tail(word.Position.Absolute, Operator.Between, [low, high]))
        .Or(from word in Word("starts") from with in Word("with") from value in Value select new Tail(word.Position.Absolute, Operator.StartsWith, [value]))
        .Or(from word in Word("under") from value in Value select new Tail(word.Position.Absolute, Operator.Under, [value]))
        .Or(from word in Word("has") from value in Value select new Tail(word.Position.Absolute, Operator.Has, [value]));

    private static readonly TokenListParser<RuleToken, Tail> Known =
        from word in Word("is")
        from known in Word("known").Value(Operator.IsKnown).Or(Word("unknown").Value(Operator.IsUnknown))
        select new Tail(word.Position.Absolute, known, []);

    private static readonly TokenListParser<RuleToken, Syntax> FieldTest =
        from field in Field
        from not in Word("not").OptionalOrDefault()
        from tail in not.HasValue ? Asked : Compared.Or(Asked).Or(Known)
        let test = new TestSyntax(field.At, field, tail.Operator, tail.At, tail.Values, tail.File)
        select not.HasValue ? new NotSyntax(field.At, test) : (Syntax)test;

    private static readonly TokenListParser<RuleToken, Syntax> WithinTest =
        from word in Word("within")
        from distance in PlainNumber
        from unit in Word("km").Or(Word("m")).Or(Word("mi"))
        from of in Word("of")
        from open in Open
        from longitude in PlainNumber
        from comma in Comma
        from latitude in PlainNumber
        from close in Close
        select (Syntax)new TestSyntax(
            word.Position.Absolute,
            new FieldSyntax(word.Position.Absolute, ""),
            Operator.Within,
            word.Position.Absolute,
            [distance with { Unit = unit.ToStringValue().ToLowerInvariant() }, longitude, latitude]);

    private static readonly TokenListParser<RuleToken, Syntax> InsideTest =
        from word in Word("inside")
        from path in TextLiteral
        select (Syntax)new TestSyntax(
            word.Position.Absolute, new FieldSyntax(word.Position.Absolute, ""), Operator.Inside, word.Position.Absolute, [], new FileSyntax(path.At, path.Text));

    private static readonly TokenListParser<RuleToken, Syntax> Group =
        from open in Open
        from inner in Superpower.Parse.Ref(() => Expression!)
        from close in Close
        select inner;

    private static readonly TokenListParser<RuleToken, Syntax> Negation =
        from word in Word("not")
        from inner in Superpower.Parse.Ref(() => Unary!)
        select (Syntax)new NotSyntax(word.Position.Absolute, inner);

    private static readonly TokenListParser<RuleToken, Syntax> Unary = Negation.Or(Group).Or(WithinTest).Or(InsideTest).Or(FieldTest);

    private static readonly TokenListParser<RuleToken, Syntax> Conjunction = Unary.AtLeastOnceDelimitedBy(Word("and"))
        .Select(parts => parts.Length == 1 ? parts[0] : new AllSyntax(parts[0].At, [.. parts]));

    private static readonly TokenListParser<RuleToken, Syntax> Expression = Conjunction.AtLeastOnceDelimitedBy(Word("or"))
        .Select(parts => parts.Length == 1 ? parts[0] : new AnySyntax(parts[0].At, [.. parts]));

    private static readonly TokenListParser<RuleToken, Syntax> Whole = Expression.AtEnd();

    public static TokenListParserResult<RuleToken, Syntax> Parse(TokenList<RuleToken> tokens) => Whole.TryParse(tokens);

    /// <summary>The text of a quoted token without its quotes and escapes.</summary>
    public static string Unquote(string token)
    {
        var text = new StringBuilder(token.Length);
        for (int at = 1; at < token.Length - 1; at++)
        {
            at += token[at] == '\\' && at + 1 < token.Length - 1 ? 1 : 0;
            text.Append(token[at]);
        }

        return text.ToString();
    }

    private static Literal ToText(Token<RuleToken> token) => new(token.Position.Absolute, LiteralKind.Text, Unquote(token.ToStringValue()));

    private static TokenListParser<RuleToken, Token<RuleToken>> Word(string word) =>
        Token.EqualTo(RuleToken.Word).Where(token => token.Span.EqualsValueIgnoreCase(word)).Named(word);

    private static bool IsKeyword(string word) => Operators.Keywords.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool IsUnit(string word) => word.Length == 3 && word.All(char.IsAsciiLetter) && !IsKeyword(word);

    private static Operator Sign(string sign) => Operators.Table.First(row => row.Words == sign).Operator;

    private sealed record Tail(int At, Operator Operator, ImmutableArray<Literal> Values, FileSyntax? File = null);
}
