using Apache.Arrow;

namespace Bailiwick.Import.Columns;

/// <summary>An Arrow column of text, with or without a dictionary: an index a row, a text an index.</summary>
internal readonly ref struct ArrowTexts
{
    private readonly StringArray texts;
    private readonly ReadOnlySpan<int> indices;

    private ArrowTexts(StringArray texts, ReadOnlySpan<int> indices)
    {
        this.texts = texts;
        this.indices = indices;
    }

    /// <summary>Number of distinct indices.</summary>
    public int Length => texts.Length;

    /// <summary>Whether there is an index a row; else row r has index r.</summary>
    public bool HasIndices => !indices.IsEmpty;

    /// <summary>The index of each row that is not null.</summary>
    public ReadOnlySpan<int> Indices => indices;

    /// <summary>The bytes of an index, UTF-8.</summary>
    public ReadOnlySpan<byte> this[int index] => texts.GetBytes(index);

    /// <summary>The column as text; false when it is of another type.</summary>
    public static bool TryOf(IArrowArray array, out ArrowTexts texts)
    {
        texts = array switch
        {
            StringArray plain => new ArrowTexts(plain, default),
            DictionaryArray { Dictionary: StringArray values, Indices: Int32Array codes } => new ArrowTexts(values, codes.Values),
            _ => default,
        };
        return texts.texts is not null;
    }
}
