using System.Collections.Immutable;

namespace Bailiwick.SecondOpinion;

/// <summary>A small world: a plan, the files beside it, and accounts. All that a test needs, and all that a failure prints.</summary>
/// <param name="Seed">The chance that made it.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Accounts">The accounts, in the order of their file.</param>
/// <param name="Day">The day that is asked.</param>
public sealed record World(ulong Seed, PlanModel Plan, ImmutableArray<AccountModel> Accounts, DateOnly Day);

/// <summary>A plan as a person means it; <see cref="PlanYaml"/> writes it down.</summary>
/// <param name="Fields">Custom fields and their kinds.</param>
/// <param name="Rates">What one unit of a currency is worth.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Overrides">Accounts placed by hand.</param>
/// <param name="Lists">List files: path → values.</param>
/// <param name="Shapes">Polygon files: path → shape.</param>
public sealed record PlanModel(
    ImmutableSortedDictionary<string, string> Fields,
    ImmutableSortedDictionary<string, decimal> Rates,
    ImmutableArray<LayerModel> Layers,
    ImmutableArray<OverrideModel> Overrides,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Lists,
    ImmutableSortedDictionary<string, ShapeModel> Shapes);

/// <summary>A layer.</summary>
public sealed record LayerModel(string Name, Condition? Scope, ImmutableArray<NodeModel> Nodes);

/// <summary>A territory and those below it. Without where and without otherwise it is reached by name only.</summary>
public sealed record NodeModel(
    string Id, Condition? Where, bool IsOtherwise, ImmutableArray<string> Accounts, bool IsFamilyTogether, bool Keeps, ImmutableArray<NodeModel> Children)
{
    /// <summary>This node and all below.</summary>
    public IEnumerable<NodeModel> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <summary>An account placed by hand, from and until included.</summary>
public sealed record OverrideModel(string Account, string Layer, string Territory, DateOnly? From, DateOnly? Until);

/// <summary>An account: column → value as files write it. What is not there is unknown.</summary>
public sealed record AccountModel(ImmutableSortedDictionary<string, string> Cells)
{
    /// <summary>A value, or null.</summary>
    public string? this[string column] => Cells.GetValueOrDefault(column);

    /// <summary>The key.</summary>
    public string Id => Cells["id"];
}

/// <summary>A condition of a rule as a person means it.</summary>
public abstract record Condition
{
    /// <summary>The questions in it, without and, or, not.</summary>
    public IEnumerable<Condition> Questions => this switch
    {
        All all => all.Parts.SelectMany(part => part.Questions),
        Any any => any.Parts.SelectMany(part => part.Questions),
        Not not => not.Inner.Questions,
        _ => [this],
    };
}

/// <summary>All hold.</summary>
public sealed record All(ImmutableArray<Condition> Parts) : Condition;

/// <summary>One holds at least.</summary>
public sealed record Any(ImmutableArray<Condition> Parts) : Condition;

/// <summary>It does not hold.</summary>
public sealed record Not(Condition Inner) : Condition;

/// <summary>A question to a field: <c>employees not between 5 and 9</c>.</summary>
/// <param name="Field">The field; <c>area of</c> when <paramref name="Set"/> is given.</param>
/// <param name="Set">The boundary set, or null.</param>
/// <param name="Asked">The operator as rules write it, without <c>not</c>.</param>
/// <param name="IsNegated">Whether <c>not</c> stands before the operator.</param>
/// <param name="Values">The values; empty with a file.</param>
/// <param name="File">The list file, or null.</param>
public sealed record Ask(string Field, string? Set, string Asked, bool IsNegated, ImmutableArray<Value> Values, string? File = null) : Condition;

/// <summary><c>within 30 km of (121.56, 25.03)</c>.</summary>
public sealed record Near(decimal Distance, string Unit, decimal Longitude, decimal Latitude) : Condition;

/// <summary><c>inside "polygon.geojson"</c>.</summary>
public sealed record Inside(string File) : Condition;

/// <summary>A value of a rule.</summary>
/// <param name="Text">As meant: the text without quotes, the digits of a number, a day as 2027-01-31.</param>
/// <param name="IsQuoted">Whether it is a text.</param>
/// <param name="Currency">Of an amount, when it is written.</param>
public sealed record Value(string Text, bool IsQuoted, string? Currency = null);

/// <summary>Polygons, each a list of closed rings, the first its border and the others holes.</summary>
public sealed record ShapeModel(ImmutableArray<ImmutableArray<ImmutableArray<(decimal Longitude, decimal Latitude)>>> Polygons);
