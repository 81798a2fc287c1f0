using System.Text;
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
    private const int MostKnown = 1 << 19;
    private const int MostOnStack = 256;

    private readonly ShortTexts known = new();
    private readonly Dictionary<string, int> knownLong = new(StringComparer.Ordinal);
    private TextBook book = new();

    public override bool Read(ReadOnlySpan<char> text)
    {
        Next = CodeOf(text);
        return Next != NotClear;
    }

    /// <summary>The code of a cell in UTF-8, or <see cref="NotClear"/>.</summary>
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        if (ShortTexts.KeyOf(text) is not 0 and var key)
        {
            ref int code = ref known.CodeOf(key, out bool isKnown);
            return isKnown ? code : code = Coded(Encoding.UTF8.GetString(text));
        }

        if (text.Length > MostOnStack)
        {
            return CodeOf(Encoding.UTF8.GetString(text).AsSpan());
        }

        Span<char> characters = stackalloc char[MostOnStack];
        return CodeOf(characters[..Encoding.UTF8.GetChars(text, characters)]);
    }

    private int CodeOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return TextValues.Unknown;
        }

        if (ShortTexts.KeyOf(text) is not 0 and var key)
        {
            ref int code = ref known.CodeOf(key, out bool isKnown);
            return isKnown ? code : code = Coded(text.ToString());
        }

        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> codes = knownLong.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!codes.TryGetValue(text, out int found))
        {
            codes[text] = found = Coded(text.ToString());
        }

        return found;
    }

    private int Coded(string text)
    {
        (bool isClear, string? value) = read(text);
        return !isClear ? NotClear : value is null ? TextValues.Unknown : book.CodeOf(value);
    }

    public override void Read(MarketRow row) => Set(own(row));

    /// <summary>Sets the value of the current row.</summary>
    public void Set(string? value) => Next = value is null ? TextValues.Unknown : book.CodeOf(value);

    protected override ColumnValues Build(int[] built)
    {
        var values = new TextValues(built, book);
        if (known.Count + knownLong.Count > MostKnown)
        {
            known.Clear();
            knownLong.Clear();
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
        string key = text.ToString();
        bool isClear = IsClear(ref key);
        Next = key;
        return isClear;
    }

    /// <summary>Whether a cell can be taken without a word; then it becomes the key that it means.</summary>
    public bool IsClear(ref string cell)
    {
        if (IsPlain(cell))
        {
            return true;
        }

        bool isClear = probe.IsClear(cell);
        cell = isClear ? probe.Row[target]! : "";
        return isClear;
    }

    public override void Read(MarketRow row) => Next = row[target]!;

    protected override ColumnValues Build(string[] built) => new TextValues([.. Enumerable.Range(0, built.Length)], built);

    // With a letter or digit at both ends there is nothing to trim or to restore, and with a digit it is none of the words for "nothing".
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length > 0 && text.ContainsAnyInRange('0', '9') && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
}
