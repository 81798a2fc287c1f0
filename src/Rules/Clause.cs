using System.Collections.Immutable;

namespace Bailiwick.Rules;

/// <summary>A rule, or a part of one, as data: for what reads rules to write them elsewhere, and for what makes them of other things.</summary>
/// <remarks>The words are those of the rule language. Whether fields are there and values fit is seen by <see cref="Rule.Parse"/> of the text, not here.</remarks>
public abstract record Clause
{
    /// <summary>The clause of a checked rule.</summary>
    public static Clause Of(Rule rule) => ClauseSyntax.Read(rule.Syntax);

    /// <summary>A clause that holds when all parts do; of one part that part. Parts that are themselves such clauses are taken apart.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Clause All(params IEnumerable<Clause> parts) =>
        Join(parts.SelectMany(part => part is AllClause all ? all.Parts : [part]), flat => new AllClause(flat));

    /// <summary>A clause that holds when some part does; of one part that part. Parts that are themselves such clauses are taken apart.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static Clause Any(params IEnumerable<Clause> parts) =>
        Join(parts.SelectMany(part => part is AnyClause any ? any.Parts : [part]), flat => new AnyClause(flat));

    /// <summary>The clause as rules write it.</summary>
    public sealed override string ToString() => RulePrinter.Print(ClauseSyntax.Write(this));

    private static Clause Join(IEnumerable<Clause> parts, Func<ImmutableArray<Clause>, Clause> join)
    {
        // The same words twice say nothing more.
        ImmutableArray<Clause> flat = [.. parts.DistinctBy(part => part.ToString(), StringComparer.Ordinal)];
        return flat.Length switch { 0 => throw new ArgumentException("a clause of no parts has no words", nameof(parts)), 1 => flat[0], _ => join(flat) };
    }
}

/// <summary>All parts hold.</summary>
/// <param name="Parts">At least two.</param>
public sealed record AllClause(ImmutableArray<Clause> Parts) : Clause;

/// <summary>At least one part holds.</summary>
/// <param name="Parts">At least two.</param>
public sealed record AnyClause(ImmutableArray<Clause> Parts) : Clause;

/// <summary>The inner does not hold.</summary>
public sealed record NotClause(Clause Inner) : Clause;

/// <summary>One condition on one field.</summary>
/// <param name="Field">The field as rules name it; empty for what is asked of the account's point.</param>
/// <param name="Operator">The operator as rules write it: <c>=</c>, <c>in</c>, <c>between</c>, <c>is known</c>.</param>
/// <param name="Values">One, two for <c>between</c>, any number for <c>in</c>, three for <c>within</c> (distance with its unit, longitude, latitude), else none.</param>
public sealed record AskClause(string Field, string Operator, ImmutableArray<ClauseValue> Values) : Clause
{
    /// <summary>The boundary set of <c>area of "set"</c>; else null.</summary>
    public string? Set { get; init; }

    /// <summary>The path of the file that holds the values, or the shape; null when the values stand here.</summary>
    public string? File { get; init; }

    /// <summary>Asks a field for one of some texts: <c>=</c> one, <c>in</c> several.</summary>
    public static AskClause OneOf(string field, params IEnumerable<string> texts)
    {
        ImmutableArray<ClauseValue> values = [.. texts.Select(ClauseValue.OfText)];
        return new AskClause(field, values.Length == 1 ? "=" : "in", values);
    }
}

/// <summary>What a value is.</summary>
public enum ClauseValueKind
{
    /// <summary>Text, in quotes.</summary>
    Text,

    /// <summary>A number, perhaps with a unit.</summary>
    Number,

    /// <summary>A day, <c>2027-01-31</c>.</summary>
    Date,
}

/// <summary>A value of a clause.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text without quotes; numbers and days as written.</param>
/// <param name="Unit">A currency or a unit of length after a number; null without.</param>
public sealed record ClauseValue(ClauseValueKind Kind, string Text, string? Unit = null)
{
    /// <summary>A text.</summary>
    public static ClauseValue OfText(string text) => new(ClauseValueKind.Text, text);
}
