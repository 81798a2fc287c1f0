using System.Globalization;
using System.Text;

namespace Bailiwick.Rules;

/// <summary>Syntax → text, in one way of writing: parsing the text again gives the same syntax.</summary>
internal static class RulePrinter
{
    public static string Print(Syntax rule)
    {
        var text = new StringBuilder();
        Write(text, rule);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Syntax rule)
    {
        switch (rule)
        {
            case AllSyntax all: Join(text, all.Parts, " and ", part => part is AllSyntax or AnySyntax); break;
            case AnySyntax any: Join(text, any.Parts, " or ", part => part is AnySyntax); break;
            case NotSyntax not:
                text.Append("not ");
                Wrap(text, not.Inner, not.Inner is AllSyntax or AnySyntax);
                break;
            case TestSyntax test: WriteTest(text, test); break;
            default: throw new InvalidOperationException($"no way of writing {rule.GetType().Name}");
        }
    }

    private static void Join(StringBuilder text, IReadOnlyList<Syntax> parts, string word, Func<Syntax, bool> needsParentheses)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            text.Append(part == 0 ? "" : word);
            Wrap(text, parts[part], needsParentheses(parts[part]));
        }
    }

    private static void Wrap(StringBuilder text, Syntax rule, bool inParentheses)
    {
        text.Append(inParentheses ? "(" : "");
        Write(text, rule);
        text.Append(inParentheses ? ")" : "");
    }

    private static void WriteTest(StringBuilder text, TestSyntax test)
    {
        if (test.Operator == Operator.Within)
        {
            text.Append(CultureInfo.InvariantCulture, $"within {test.Operands[0].Text} {test.Operands[0].Unit} of ({test.Operands[1].Text}, {test.Operands[2].Text})");
            return;
        }

        if (test.Operator == Operator.Inside)
        {
            text.Append("inside ").Append(Quote(test.File!.Path));
            return;
        }

        text.Append(test.Field.Set is { } set ? $"area of {Quote(set)}" : test.Field.Name).Append(' ').Append(Operators.Of(test.Operator).Words);
        text.Append(test switch
        {
            { File: { } file } => $" list({Quote(file.Path)})",
            { Operator: Operator.In } => $" ({string.Join(", ", test.Operands.Select(Print))})",
            { Operator: Operator.Between } => $" {Print(test.Operands[0])} and {Print(test.Operands[1])}",
            { Operands.Length: 1 } => $" {Print(test.Operands[0])}",
            _ => "",
        });
    }

    /// <summary>A value as rules write it.</summary>
    public static string Print(Literal literal) => literal.Kind switch
    {
        LiteralKind.Text => Quote(literal.Text),
        LiteralKind.Number => literal.Unit is null ? literal.Text : $"{literal.Text} {literal.Unit}",
        LiteralKind.Date => literal.Text,
        _ => throw new InvalidOperationException($"no way of writing {literal.Kind}"),
    };

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
