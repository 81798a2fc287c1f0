using Bailiwick.Market;

namespace Bailiwick.Import.Columns;

/// <summary>A column of text: each distinct cell is read once.</summary>
/// <param name="target">The column; null of a custom field.</param>
/// <param name="read">The value of a cell that is not blank, null for unknown; and whether it can be taken without a word.</param>
/// <param name="own">The value in a row that was read on its own.</param>
internal sealed class TextCells(Column target, Func<string, (bool IsClear, string? Value)> read, Func<MarketRow, string?> own) : CellColumn<int>(target, TextValues.Unknown)
{
    /// <summary>The code of a cell whose row is to be read on its own.</summary>
    public const int NotClear = -2;

    // A column with more distinct cells is no list of choices: forgetting them bounds the memory.
    private const int MostKnown = 1 << 17;

    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private TextBook book = new();

    public override bool Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            Next = TextValues.Unknown;
            return true;
        }

        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> codes = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!codes.TryGetValue(text, out int code))
        {
            (bool isClear, string? value) = read(text.ToString());
            codes[text] = code = !isClear ? NotClear : value is null ? TextValues.Unknown : book.CodeOf(value);
        }

        Next = code;
        return code != NotClear;
    }

    public override void Read(MarketRow row) => Set(own(row));

    /// <summary>Sets the value of the current row.</summary>
    public void Set(string? value) => Next = value is null ? TextValues.Unknown : book.CodeOf(value);

    protected override ColumnValues Build(int[] built)
    {
        var values = new TextValues(built, book);
        if (known.Count > MostKnown)
        {
            known.Clear();
            book = new TextBook();
        }

        return values;
    }
}

/// <summary>A column of which hardly two rows have the same text: keys.</summary>
internal sealed class KeyCells(TextColumn target, CellProbe probe) : CellColumn<string>(target, "")
{
    public override bool Read(ReadOnlySpan<char> text)
    {
        Next = text.ToString();
        if (IsPlain(text))
        {
            return true;
        }

        bool isClear = probe.IsClear(Next);
        Next = isClear ? probe.Row[target]! : "";
        return isClear;
    }

    public override void Read(MarketRow row) => Next = row[target]!;

    protected override ColumnValues Build(string[] built) => new TextValues([.. Enumerable.Range(0, built.Length)], built);

    // With a letter or digit at both ends there is nothing to trim or to restore, and with a digit it is none of the words for "nothing".
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length > 0 && text.ContainsAnyInRange('0', '9') && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
}
