using Bailiwick.Market;

namespace Bailiwick.Import.Columns;

/// <summary>The values of one column of the batch that is being read.</summary>
internal abstract class CellColumn(Column target)
{
    /// <summary>The column.</summary>
    public Column Target => target;

    /// <summary>Takes a cell for the current row; false when the row is to be read on its own.</summary>
    public abstract bool Read(ReadOnlySpan<char> text);

    /// <summary>Takes the value of a row that was read on its own.</summary>
    public abstract void Read(MarketRow row);

    /// <summary>Keeps what was read, and goes to the next row.</summary>
    public abstract void Keep();

    /// <summary>Leaves what was kept so far.</summary>
    public abstract void Drop();

    /// <summary>The values kept so far; then the column is empty again.</summary>
    public abstract ColumnValues Build();
}

/// <summary>A column whose values lie in an array.</summary>
/// <param name="target">The column.</param>
/// <param name="unknown">Stands for an unknown value.</param>
internal abstract class CellColumn<T>(Column target, T unknown) : CellColumn(target)
    where T : notnull
{
    private T[] values = new T[RowBatches.MostRows];

    /// <summary>Number of rows kept.</summary>
    protected int Count { get; private set; }

    /// <summary>The value of the current row.</summary>
    public T Next { get; set; } = unknown;

    public sealed override void Keep() => values[Count++] = Next;

    /// <summary>Room for more rows, to be filled by the caller.</summary>
    public Span<T> More(int rows)
    {
        Count += rows;
        return values.AsSpan(Count - rows, rows);
    }

    /// <summary>The values kept so far.</summary>
    public Span<T> Kept => values.AsSpan(0, Count);

    public sealed override void Drop() => Count = 0;

    public sealed override ColumnValues Build()
    {
        T[] built = values;
        Array.Resize(ref built, Count);
        (values, Count) = (new T[RowBatches.MostRows], 0);
        return Build(built);
    }

    protected abstract ColumnValues Build(T[] built);
}
