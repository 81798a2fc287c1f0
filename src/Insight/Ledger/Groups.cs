using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Bailiwick.Market;
using Text = Bailiwick.Measures.Text;

namespace Bailiwick.Insight.Ledger;

/// <summary>Which group each row belongs to, and what the groups are called.</summary>
/// <param name="Of">Per row an index into <paramref name="Labels"/>.</param>
/// <param name="Labels">The groups; the last is "unknown", with a null key, and may be empty.</param>
internal sealed record Groups(int[] Of, ImmutableArray<Figure.Label> Labels)
{
    private static readonly Figure.Label UnknownLabel = new(null, new Text("unknown", "未知"));

    /// <summary>The group of rows of which the value is not known.</summary>
    public int Unknown => Labels.Length - 1;

    /// <summary>Groups rows by one text column; values that differ only in case, width or outer blanks are one group.</summary>
    public static Groups By(TextValues data, Func<string, Figure.Label?> label) => By(data, null, (value, _) => label(value));

    /// <summary>Groups rows by one text column, read together with a second (an industry with its scheme).</summary>
    /// <param name="data">The value; a row without one is unknown.</param>
    /// <param name="beside">The second column, or null.</param>
    /// <param name="label">The group of a value, or null for unknown. Asked once a distinct pair.</param>
    public static Groups By(TextValues data, TextValues? beside, Func<string, string?, Figure.Label?> label)
    {
        var labels = new LabelBook();
        var known = new Dictionary<long, int>();
        var of = new int[data.Count];
        for (int row = 0; row < of.Length; row++)
        {
            int code = data.Codes[row];
            int second = beside?.Codes[row] ?? TextValues.Unknown;
            if (code < 0)
            {
                of[row] = LabelBook.Unknown;
                continue;
            }

            ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(known, ((long)code << 32) | (uint)second, out bool seen);
            if (!seen)
            {
                group = labels.Add(label(data.Values[code], second < 0 ? null : beside!.Values[second]));
            }

            of[row] = group;
        }

        return labels.Close(of);
    }

    /// <summary>Groups rows by a whole number that a function turns into one of a few labels, in the order given.</summary>
    public static Groups By(IntegerValues data, ImmutableArray<Figure.Label> labels, Func<long, int> group)
    {
        var of = new int[data.Count];
        for (int row = 0; row < of.Length; row++)
        {
            of[row] = data.Values[row] == IntegerValues.Unknown ? labels.Length : group(data.Values[row]);
        }

        return new Groups(of, [.. labels, UnknownLabel]);
    }

    /// <summary>The label of a value that is its own name.</summary>
    public static Figure.Label? Itself(string value) => new(value.Trim(), Text.Same(value.Trim()));

    private sealed class LabelBook
    {
        public const int Unknown = -1;

        private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
        private readonly ImmutableArray<Figure.Label>.Builder labels = ImmutableArray.CreateBuilder<Figure.Label>();

        public int Add(Figure.Label? label)
        {
            if (label?.Key is not { Length: > 0 } key)
            {
                return Unknown;
            }

            string folded = key.Normalize(NormalizationForm.FormKC).Trim().ToUpper(CultureInfo.InvariantCulture);
            ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, folded, out bool seen);
            if (!seen)
            {
                group = labels.Count;
                labels.Add(label);
            }

            return group;
        }

        public Groups Close(int[] of)
        {
            for (int row = 0; row < of.Length; row++)
            {
                of[row] = of[row] == Unknown ? labels.Count : of[row];
            }

            return new Groups(of, [.. labels, UnknownLabel]);
        }
    }
}
