using Bailiwick.Measures;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>A territory model as the Metadata API writes it: Metadata API Developer Guide, Territory2Model, Territory2, Territory2Rule, Territory2Type.</summary>
/// <param name="Name">Its developer name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Territories">In the order of their files.</param>
/// <param name="Rules">In the order of their files.</param>
/// <param name="Types">Type → its priority; the highest counts most.</param>
internal sealed record TerritoryModel(
    string Name, string Label, IReadOnlyList<ModelTerritory> Territories, IReadOnlyList<ModelRule> Rules, IReadOnlyDictionary<string, int> Types);

/// <summary>A territory.</summary>
/// <param name="Name">Its developer name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Description">A remark; null without.</param>
/// <param name="Parent">Developer name of the territory above; null at the top.</param>
/// <param name="Type">Developer name of its type.</param>
/// <param name="Rules">The rules that are associated with it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelTerritory(string Name, string Label, string? Description, string? Parent, string Type, IReadOnlyList<ModelAssociation> Rules, Place Place);

/// <summary>A rule at a territory.</summary>
/// <param name="Rule">Its developer name.</param>
/// <param name="IsInherited">It comes from a territory above.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelAssociation(string Rule, bool IsInherited, Place Place);

/// <summary>A rule: items joined by a filter.</summary>
/// <param name="Name">Its developer name.</param>
/// <param name="Object">Of what it is: Account or Lead.</param>
/// <param name="IsActive">An inactive rule assigns nothing.</param>
/// <param name="Items">The items, numbered from 1.</param>
/// <param name="Filter">How they are joined.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelRule(string Name, string Object, bool IsActive, IReadOnlyList<ModelItem> Items, BooleanFilter? Filter, Place Place);

/// <summary>An item of a rule.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Field">API name of the field, without the object in front.</param>
/// <param name="Operation">One of <see cref="Operations"/>.</param>
/// <param name="Value">The value or values as written; empty is blank.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelItem(int Number, string Field, string Operation, string Value, Place Place);

/// <summary>The FilterOperation values that items may have.</summary>
internal static class Operations
{
    public const string EqualTo = "equals";
    public const string NotEqualTo = "notEqual";
    public const string LessThan = "lessThan";
    public const string GreaterThan = "greaterThan";
    public const string LessOrEqual = "lessOrEqual";
    public const string GreaterOrEqual = "greaterOrEqual";
    public const string Contains = "contains";
    public const string NotContain = "notContain";
    public const string StartsWith = "startsWith";
    public const string Includes = "includes";
    public const string Excludes = "excludes";
    public const string Within = "within";

    public static IReadOnlyList<string> All { get; } =
        [EqualTo, NotEqualTo, LessThan, GreaterThan, LessOrEqual, GreaterOrEqual, Contains, NotContain, StartsWith, Includes, Excludes, Within];

    public static bool IsOrder(string operation) => operation is LessThan or GreaterThan or LessOrEqual or GreaterOrEqual;
}
