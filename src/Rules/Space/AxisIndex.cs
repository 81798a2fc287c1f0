using Bailiwick.Market;

namespace Bailiwick.Rules.Space;

/// <summary>One axis of the space: its classes, which of them pass which test, and how rows fall into them.</summary>
internal abstract class AxisIndex
{
    private readonly Dictionary<int, ClassSet> passing;

    protected AxisIndex(Attribute attribute, string name, int classes, Dictionary<int, ClassSet> passing)
    {
        Attribute = attribute;
        Name = name;
        Classes = classes;
        this.passing = passing;
    }

    /// <summary>What is asked.</summary>
    public Attribute Attribute { get; }

    /// <summary>As a person names it.</summary>
    public string Name { get; }

    /// <summary>Number of classes; class 0 holds the unknown value.</summary>
    public int Classes { get; }

    /// <summary>The tests that this axis answers.</summary>
    public IEnumerable<int> Tests => passing.Keys;

    /// <summary>The classes that pass a test.</summary>
    public ClassSet SetOf(int test) => passing[test];

    /// <summary>The classes of all rows.</summary>
    /// <param name="rows">Accounts or leads.</param>
    /// <param name="into">One a row.</param>
    public abstract void Classify(ColumnTable rows, Span<ushort> into);

    /// <summary>How many columns of a file a row must fill to be in a class.</summary>
    public abstract int ColumnsOf(int number);

    /// <summary>Whether a value can be written that falls into the class.</summary>
    public abstract bool CanBe(int number);

    /// <summary>Fills what puts a row into a class.</summary>
    public abstract void Write(int number, IDictionary<string, string> row);

    /// <summary>The value of a row as a person reads it; null is unknown.</summary>
    public abstract string? Show(ColumnTable rows, int row);

    /// <summary>Other values for a row: at least one of every other class that can be written.</summary>
    public abstract IEnumerable<RowChange> Changes(ColumnTable rows, int row);
}

/// <summary>Columns by name, so that accounts and leads are asked alike.</summary>
internal static class RowColumns
{
    /// <summary>A column of text; null when the table has none, which is unknown for all rows.</summary>
    public static TextValues? Text(ColumnTable rows, string name) =>
        rows.Table.Columns.OfType<TextColumn>().FirstOrDefault(column => column.Name == name) is { } column ? rows[column] : null;

    /// <summary>The columns of text of a field that the table has, in the order in which they are asked.</summary>
    public static TextValues[] TextsOf(Field field, ColumnTable rows) => field.IsCustom || (field == Fields.Product && rows.Table.Find(field.Name) is null)
        ? rows.Custom.TryGetValue(field.Name, out TextValues? custom) ? [custom] : []
        : [.. field.Columns.Select(column => Text(rows, column.Name)).OfType<TextValues>()];

    /// <summary>Sets; null when the table has none.</summary>
    public static SetValues? Sets(ColumnTable rows, string name) =>
        rows.Table.Columns.OfType<SetColumn>().FirstOrDefault(column => column.Name == name) is { } column ? rows[column] : null;

    /// <summary>Numbers.</summary>
    public static NumberValues? Numbers(ColumnTable rows, string name) =>
        rows.Table.Columns.OfType<NumberColumn>().FirstOrDefault(column => column.Name == name) is { } column ? rows[column] : null;
}
