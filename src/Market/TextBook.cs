using System.Runtime.InteropServices;

namespace Bailiwick.Market;

/// <summary>Distinct texts and their codes, of a column that comes in batches: it only grows, so what was found out about a code stays true.</summary>
/// <remarks>One thread. A column takes the texts up to the moment at which it is made; those stay as they are and may be read on any thread.</remarks>
public sealed class TextBook
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private string[] texts = new string[16];

    /// <summary>Number of texts.</summary>
    public int Count => codes.Count;

    /// <summary>The texts by their codes; at least <see cref="Count"/> of them, what stands behind is not filled yet.</summary>
    internal string[] Texts => texts;

    /// <summary>The code of a text, compared exactly; a new one gets the next.</summary>
    public int CodeOf(string value)
    {
        ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, value, out bool isKnown);
        if (!isKnown)
        {
            code = codes.Count - 1;
            if (code == texts.Length)
            {
                // Not Array.Resize: columns keep the old one.
                string[] longer = new string[code * 2];
                texts.CopyTo(longer, 0);
                texts = longer;
            }

            texts[code] = value;
        }

        return code;
    }

    /// <summary>The texts so far, in the order of their codes.</summary>
    public string[] ToArray() => texts[..Count];
}
