using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>What a rule means: a tree over tests of single attributes. Unknown values make a test false; so all is two-valued.</summary>
internal abstract record Condition;

/// <summary>All parts hold.</summary>
internal sealed record AllOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>At least one part holds.</summary>
internal sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>The inner does not hold.</summary>
internal sealed record NotOf(Condition Inner) : Condition;

/// <summary>One yes-or-no question to one attribute.</summary>
/// <param name="Attribute">What is asked.</param>
/// <param name="Predicate">The question.</param>
/// <param name="Text">The condition as written: two tests with the same text and attribute are one.</param>
internal sealed record TestOf(Attribute Attribute, Predicate Predicate, string Text) : Condition;

/// <summary>Something that has one value per account.</summary>
/// <param name="Field">The field.</param>
/// <param name="Parameter">The boundary set of an area; the currency of an amount without rates; else null.</param>
internal sealed record Attribute(Field Field, string? Parameter = null)
{
    /// <summary>As a person names it.</summary>
    public string Name => Field.Kind == FieldKind.Point ? "place" : Field.Name == "area" && Parameter is not null ? $"area of \"{Parameter}\"" : Field.Name;

    public bool Equals(Attribute? other) => other is not null && other.Parameter == Parameter && other.Field.Name == Field.Name && other.Field.Kind == Field.Kind;

    public override int GetHashCode() => HashCode.Combine(Field.Name, Parameter, Field.Kind);
}

/// <summary>A yes-or-no question to a known value; unknown answers no to all.</summary>
internal abstract record Predicate;

/// <summary>The value is known, whatever it is.</summary>
internal sealed record IsAnything : Predicate;

/// <summary>The folded text is one of these; a set contains one of these.</summary>
internal sealed record IsOneOf(ImmutableArray<string> Folded) : Predicate
{
    /// <summary>The values that stand in the rule itself, as written there: for messages.</summary>
    public ImmutableArray<string> Written { get; init; } = [];
}

/// <summary>The folded text begins so.</summary>
internal sealed record HasPrefix(string Folded) : Predicate;

/// <summary>The industry code is this folded one or lies below it, by the tree of the account's scheme; see <see cref="IndustrySchemes.IsUnder"/>.</summary>
internal sealed record IsUnder(string Folded) : Predicate;

/// <summary>The folded text lies between, character by character; the upper end includes what starts with it.</summary>
internal sealed record LiesBetween(string Low, string High) : Predicate;

/// <summary>The number lies in the interval; a missing end is open to infinity. Days are day numbers.</summary>
internal sealed record IsInside(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded) : Predicate
{
    public static IsInside Exactly(decimal value) => new(value, true, value, true);
}

/// <summary>The point lies at most so far.</summary>
internal sealed record IsNear(LonLat Centre, Metres Most) : Predicate;

/// <summary>The point lies in the shape or on its border.</summary>
internal sealed record IsInsideShape(Shape Shape) : Predicate;
