using System.Globalization;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>A filter over numbered items: <c>1 AND (2 OR 3)</c>.</summary>
internal abstract record BooleanFilter
{
    private const int MostDepth = 50;

    /// <summary>Reads a filter. <c>AND</c> binds closer than <c>OR</c>, <c>NOT</c> closest; case does not matter.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="items">Number of items: each number from 1 to it must stand in the filter, and no other.</param>
    /// <returns>The filter; or null, and where it goes wrong, from 1.</returns>
    public static (BooleanFilter? Filter, int WrongAt) Read(string text, int items)
    {
        var reading = new Reading(text);
        BooleanFilter? filter = reading.ReadAny(0);
        if (filter is null || !reading.IsAtEnd)
        {
            return (null, reading.At + 1);
        }

        return filter.Items.ToHashSet().SetEquals(Enumerable.Range(1, items)) ? (filter, 0) : (null, text.Length + 1);
    }

    /// <summary>All items in order: what holds without a filter.</summary>
    public static BooleanFilter AllOf(int items) => items == 1 ? new FilterItem(1) : new FilterAll([.. Enumerable.Range(1, items).Select(item => new FilterItem(item))]);

    /// <summary>The numbers in it.</summary>
    public abstract IEnumerable<int> Items { get; }

    /// <summary>The same filter with other numbers.</summary>
    public BooleanFilter Shifted(int by) => this switch
    {
        FilterItem item => new FilterItem(item.Number + by),
        FilterAll all => new FilterAll([.. all.Parts.Select(part => part.Shifted(by))]),
        FilterAny any => new FilterAny([.. any.Parts.Select(part => part.Shifted(by))]),
        FilterNot not => new FilterNot(not.Inner.Shifted(by)),
        _ => throw new InvalidOperationException($"no numbers of {GetType().Name}"),
    };

    /// <summary>The filter as rules write it: <see cref="Read"/> reads it back.</summary>
    public string Print() => this switch
    {
        FilterItem item => item.Number.ToString(CultureInfo.InvariantCulture),
        FilterAll all => string.Join(" AND ", all.Parts.Select(part => part is FilterItem ? part.Print() : $"({part.Print()})")),
        FilterAny any => string.Join(" OR ", any.Parts.Select(part => part is FilterItem ? part.Print() : $"({part.Print()})")),
        FilterNot not => $"NOT ({not.Inner.Print()})",
        _ => throw new InvalidOperationException($"no words of {GetType().Name}"),
    };

    private sealed class Reading(string text)
    {
        public int At { get; private set; }

        public bool IsAtEnd
        {
            get
            {
                SkipBlanks();
                return At == text.Length;
            }
        }

        public BooleanFilter? ReadAny(int depth) => ReadList(depth, "OR", ReadAll, parts => new FilterAny(parts));

        private BooleanFilter? ReadAll(int depth) => ReadList(depth, "AND", ReadOne, parts => new FilterAll(parts));

        private BooleanFilter? ReadList(int depth, string word, Func<int, BooleanFilter?> read, Func<IReadOnlyList<BooleanFilter>, BooleanFilter> join)
        {
            var parts = new List<BooleanFilter>();
            do
            {
                if (read(depth) is not { } part)
                {
                    return null;
                }

                parts.Add(part);
            }
            while (Takes(word));
            return parts.Count == 1 ? parts[0] : join(parts);
        }

        private BooleanFilter? ReadOne(int depth)
        {
            if (depth > MostDepth)
            {
                return null;
            }

            if (Takes("NOT"))
            {
                return ReadOne(depth + 1) is { } inner ? new FilterNot(inner) : null;
            }

            if (Takes("("))
            {
                return ReadAny(depth + 1) is { } inner && Takes(")") ? inner : null;
            }

            SkipBlanks();
            int digits = text.AsSpan(At).IndexOfAnyExceptInRange('0', '9');
            digits = digits < 0 ? text.Length - At : digits;
            if (digits is 0 or > 3)
            {
                return null;
            }

            int item = int.Parse(text.AsSpan(At, digits), CultureInfo.InvariantCulture);
            At += digits;
            return new FilterItem(item);
        }

        private bool Takes(string word)
        {
            SkipBlanks();
            if (!text.AsSpan(At).StartsWith(word, StringComparison.OrdinalIgnoreCase) || (char.IsLetter(word[0]) && At + word.Length < text.Length && char.IsLetter(text[At + word.Length])))
            {
                return false;
            }

            At += word.Length;
            return true;
        }

        private void SkipBlanks()
        {
            while (At < text.Length && char.IsWhiteSpace(text[At]))
            {
                At++;
            }
        }
    }
}

/// <summary>One item, from 1.</summary>
internal sealed record FilterItem(int Number) : BooleanFilter
{
    public override IEnumerable<int> Items => [Number];
}

/// <summary>All parts hold.</summary>
internal sealed record FilterAll(IReadOnlyList<BooleanFilter> Parts) : BooleanFilter
{
    public override IEnumerable<int> Items => Parts.SelectMany(part => part.Items);
}

/// <summary>Some part holds.</summary>
internal sealed record FilterAny(IReadOnlyList<BooleanFilter> Parts) : BooleanFilter
{
    public override IEnumerable<int> Items => Parts.SelectMany(part => part.Items);
}

/// <summary>The inner does not hold.</summary>
internal sealed record FilterNot(BooleanFilter Inner) : BooleanFilter
{
    public override IEnumerable<int> Items => Inner.Items;
}
