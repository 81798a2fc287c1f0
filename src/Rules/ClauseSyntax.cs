namespace Bailiwick.Rules;

/// <summary>Syntax ↔ clause: the same tree, without places and with words in place of the parser's own names.</summary>
internal static class ClauseSyntax
{
    public static Clause Read(Syntax rule) => rule switch
    {
        AllSyntax all => new AllClause([.. all.Parts.Select(Read)]),
        AnySyntax any => new AnyClause([.. any.Parts.Select(Read)]),
        NotSyntax not => new NotClause(Read(not.Inner)),
        TestSyntax test => new AskClause(test.Field.Name, Operators.Of(test.Operator).Words, [.. test.Operands.Select(Read)]) { Set = test.Field.Set, File = test.File?.Path },
        _ => throw new InvalidOperationException($"no clause of {rule.GetType().Name}"),
    };

    public static Syntax Write(Clause clause) => clause switch
    {
        AllClause all => new AllSyntax(0, [.. all.Parts.Select(Write)]),
        AnyClause any => new AnySyntax(0, [.. any.Parts.Select(Write)]),
        NotClause not => new NotSyntax(0, Write(not.Inner)),
        AskClause ask => new TestSyntax(0, new FieldSyntax(0, ask.Field, ask.Set), OperatorOf(ask.Operator), 0, [.. ask.Values.Select(Write)], ask.File is null ? null : new FileSyntax(0, ask.File)),
        _ => throw new InvalidOperationException($"no syntax of {clause.GetType().Name}"),
    };

    private static ClauseValue Read(Literal literal) => new(
        literal.Kind switch
        {
            LiteralKind.Text => ClauseValueKind.Text,
            LiteralKind.Number => ClauseValueKind.Number,
            LiteralKind.Date => ClauseValueKind.Date,
            _ => throw new InvalidOperationException($"no value of {literal.Kind}"),
        },
        literal.Text,
        literal.Unit);

    private static Literal Write(ClauseValue value) => new(
        0,
        value.Kind switch
        {
            ClauseValueKind.Text => LiteralKind.Text,
            ClauseValueKind.Number => LiteralKind.Number,
            ClauseValueKind.Date => LiteralKind.Date,
            _ => throw new InvalidOperationException($"no literal of {value.Kind}"),
        },
        value.Text,
        value.Unit);

    private static Operator OperatorOf(string words) =>
        Operators.Table.FirstOrDefault(row => row.Words == words)?.Operator ?? throw new ArgumentException($"the rule language has no operator \"{words}\"", nameof(words));
}
