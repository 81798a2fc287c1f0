using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>What a rule may speak of beyond the fields of every account.</summary>
public sealed record RuleScope
{
    /// <summary>Nothing more: no custom fields, no rates, no files.</summary>
    public static RuleScope Plain { get; } = new();

    /// <summary>Declared custom fields, by name.</summary>
    public ImmutableSortedDictionary<string, FieldKind> CustomFields { get; init; } = ImmutableSortedDictionary.Create<string, FieldKind>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What one unit of each currency is worth. Empty: amounts are compared with amounts of the same currency only.</summary>
    public ImmutableSortedDictionary<string, decimal> Rates { get; init; } = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);

    /// <summary>Reads a list file by the path in the rule.</summary>
    public Func<string, ListReading> Lists { get; init; } = _ => new ListReading([], new("cannot be read here: lists belong to plan files.", "在此無法讀取：清單屬於方案檔案。"));

    /// <summary>Reads a shape by the path in the rule.</summary>
    public Func<string, ShapeFile> Shapes { get; init; } = _ => new ShapeFile(null, new("cannot be read here: shapes belong to plan files.", "在此無法讀取：形狀檔屬於方案檔案。"));

    /// <summary>The industry schemes by whose trees <c>under</c> goes.</summary>
    public IndustrySchemes Schemes { get; init; } = IndustrySchemes.None;

    internal Field? Find(string name) =>
        Fields.Table.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? (CustomFields.TryGetKey(name, out string declared) ? Fields.Custom(declared, CustomFields[declared]) : null);

    internal IEnumerable<string> Names => Fields.Table.Select(each => each.Name).Concat(CustomFields.Keys);
}

/// <summary>A list file, read.</summary>
/// <param name="Values">The values with their lines, from 1; blank lines are left out.</param>
/// <param name="Trouble">Why it could not be read; null when it could.</param>
public sealed record ListReading(ImmutableArray<ListValue> Values, Text? Trouble = null);

/// <summary>A shape file, read.</summary>
/// <param name="Reading">Its shape or its problems; null when it could not be read.</param>
/// <param name="Trouble">Why it could not be read; null when it could.</param>
public sealed record ShapeFile(ShapeReading? Reading, Text? Trouble = null);

/// <summary>A value of a list file and its line, from 1.</summary>
public readonly record struct ListValue(int Line, string Value);
