using System.Collections.Immutable;

namespace Bailiwick.Rules;

/// <summary>A rule as written: what the parser makes and the printer writes. Names are not looked up yet.</summary>
/// <param name="At">Index of the first character in the rule's text, from 0.</param>
internal abstract record Syntax(int At);

/// <summary>All parts hold. At least two parts; a part may itself be one when it stood in parentheses.</summary>
internal sealed record AllSyntax(int At, ImmutableArray<Syntax> Parts) : Syntax(At);

/// <summary>At least one part holds. At least two parts.</summary>
internal sealed record AnySyntax(int At, ImmutableArray<Syntax> Parts) : Syntax(At);

/// <summary>The inner does not hold.</summary>
internal sealed record NotSyntax(int At, Syntax Inner) : Syntax(At);

/// <summary>One condition on one field.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Field">The field; for <see cref="Operator.Within"/> and <see cref="Operator.Inside"/> the account's point.</param>
/// <param name="Operator">The operator.</param>
/// <param name="OperatorAt">Where the operator stands.</param>
/// <param name="Operands">Values: one, two for between, any number for in, three numbers for within (distance, longitude, latitude).</param>
/// <param name="File">The list file that holds the values in their place, or the shape file; else null.</param>
internal sealed record TestSyntax(int At, FieldSyntax Field, Operator Operator, int OperatorAt, ImmutableArray<Literal> Operands, FileSyntax? File = null) : Syntax(At);

/// <summary>A field by name; <c>area of "set"</c> carries the set.</summary>
internal sealed record FieldSyntax(int At, string Name, string? Set = null);

/// <summary>A file beside the plan, by its path.</summary>
internal sealed record FileSyntax(int At, string Path);

/// <summary>What kind of literal stood in the text.</summary>
internal enum LiteralKind
{
    Text,
    Number,
    Date,
}

/// <summary>A value as written.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Kind">Text in quotes, number, or date.</param>
/// <param name="Text">The text without quotes and escapes; numbers and dates as written.</param>
/// <param name="Unit">Three letters after a number: a currency; or a unit of length. Null without.</param>
internal sealed record Literal(int At, LiteralKind Kind, string Text, string? Unit = null);
