using System.Runtime.InteropServices;

namespace Bailiwick.Market;

/// <summary>Distinct texts and their codes, of a column that comes in batches: it only grows, so what was found out about a code stays true.</summary>
/// <remarks>One thread. Columns take the values up to the moment at which they are made; those stay as they are.</remarks>
public sealed class TextBook
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<string> values = [];
    private string[] snapshot = [];

    /// <summary>The texts so far, by their codes.</summary>
    public string[] Values
    {
        get
        {
            if (snapshot.Length < values.Count)
            {
                snapshot = [.. values];
            }

            return snapshot;
        }
    }

    /// <summary>The code of a text, compared exactly; a new one gets the next.</summary>
    public int CodeOf(string value)
    {
        ref int code = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, value, out bool isKnown);
        if (!isKnown)
        {
            code = values.Count;
            values.Add(value);
        }

        return code;
    }
}
