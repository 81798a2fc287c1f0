using System.Collections.Immutable;

namespace Bailiwick.Market;

/// <summary>A canonical column: one definition for files, rows, storage and the snapshot.</summary>
/// <remarks>
/// The type of the column object is the type of its values, so that <see cref="MarketRow"/> and <see cref="ColumnTable"/> answer
/// with the right type: <c>row[Accounts.Employees]</c> is a <c>long?</c>.
/// </remarks>
public abstract class Column(string name)
{
    /// <summary>The name in files and in storage: lower case, words joined by underscores.</summary>
    public string Name { get; } = name;

    /// <summary>Whether a row without a value is rejected.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the house fills it (a place found, for example); never read from files.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The table whose key this column holds, by name; null when it holds none.</summary>
    public string? Refers { get; init; }

    /// <summary>Position in its table, from 0. Set by the table.</summary>
    public int Ordinal { get; internal set; } = -1;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>Text: keys, names, codes. Blank is unknown. Leading zeros stay.</summary>
public sealed class TextColumn(string name) : Column(name)
{
    /// <summary>The allowed values, in the case in which they are kept; empty when any text will do.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}

/// <summary>Whole numbers, 0 or more: head counts.</summary>
public sealed class IntegerColumn(string name) : Column(name);

/// <summary>Numbers: coordinates, measures.</summary>
public sealed class NumberColumn(string name) : Column(name)
{
    /// <summary>Smallest allowed value.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value.</summary>
    public double Most { get; init; } = double.PositiveInfinity;
}

/// <summary>Amounts in the currency that the row's <c>currency</c> column names, four decimals kept.</summary>
public sealed class MoneyColumn(string name) : Column(name);

/// <summary>Days, without a time.</summary>
public sealed class DateColumn(string name) : Column(name);

/// <summary>Several values in one cell, separated by semicolons; without order, without doubles.</summary>
public sealed class SetColumn(string name) : Column(name)
{
    /// <summary>What stands between two values in a file's cell.</summary>
    public const char Separator = ';';
}
