using System.Collections.Immutable;
using Bailiwick.Import.Cells;
using Bailiwick.Market;

namespace Bailiwick.Import.Layouts;

/// <summary>How the rows of a file become rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Layout">How the columns were understood, for the report.</param>
/// <param name="Rules">One rule a canonical column, in the table's order.</param>
/// <param name="Custom">Columns that become custom fields; of area facts, the measures.</param>
internal sealed record TablePlan(MarketTable Table, string Layout, ImmutableArray<ColumnRule> Rules, ImmutableArray<CustomRule> Custom)
{
    /// <summary>The plan for the keys and some columns alone.</summary>
    /// <param name="columns">Their names; null is all.</param>
    public TablePlan With(IReadOnlySet<string>? columns) => columns is null ? this : this with
    {
        Rules = [.. Rules.Where(rule => rule.Target.IsRequired || columns.Contains(rule.Target.Name))],
        Custom = [.. Custom.Where(rule => columns.Contains(rule.Name))],
    };

    /// <summary>Whether a canonical column is filled.</summary>
    public bool Fills(Column column) => Rules.Any(rule => rule.Target == column);

    /// <summary>A required column that nothing fills; null when a row can be made. Files of area facts may have one column a measure: import turns them into rows.</summary>
    public Column? Missing
    {
        get
        {
            bool hasMeasures = Table == AreaFacts.Table && !Fills(AreaFacts.Measure) && !Custom.IsEmpty;
            return Table.Columns.FirstOrDefault(column => column.IsRequired && !Fills(column) && !(hasMeasures && column != AreaFacts.Area));
        }
    }
}

/// <summary>Where the values of a canonical column come from.</summary>
internal sealed record ColumnRule(Column Target, int At, string Source)
{
    /// <summary>The position of a rule whose source is not open yet, or is no column.</summary>
    public const int Nowhere = -1;

    /// <summary>The position of a column in a header, by its name in any case, or <see cref="Nowhere"/>.</summary>
    public static int PositionOf(string column, IReadOnlyList<string> header)
    {
        for (int at = 0; at < header.Count; at++)
        {
            if (string.Equals(header[at], column, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return Nowhere;
    }

    /// <summary>Columns that fill in, in this order, where the first is blank.</summary>
    public ImmutableArray<int> FillIns { get; init; } = [];

    /// <summary>Whether the cells may name what they refer to instead of giving its key.</summary>
    public bool MayName { get; init; }

    /// <summary>Translations of codes; a value that is not here stays.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Known mistakes and what was meant; each use is reported.</summary>
    public ImmutableDictionary<string, string> Mends { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Order of day and month when told; unknown is found out.</summary>
    public DateHabit Dates { get; init; }

    /// <summary>Whether short years are 民國 years.</summary>
    public bool IsRoc { get; init; }
}

/// <summary>A column that becomes a custom field.</summary>
internal sealed record CustomRule(int At, string Name);
