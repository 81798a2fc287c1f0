namespace Bailiwick.Rules.Attributes;

/// <summary>Tests of text by what they look for, so that a value finds its tests without asking each.</summary>
internal sealed class TextTests
{
    private readonly Dictionary<string, List<int>> equal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> under = new(StringComparer.Ordinal);
    private readonly int[] prefixLengths;
    private readonly int[] underLengths;
    private readonly (LiesBetween Range, int Test)[] ranges;
    private readonly string[] highestSoFar;
    private readonly int[] anything;
    private readonly FieldKind kind;

    public TextTests(IReadOnlyList<NumberedTest> tests, FieldKind kind)
    {
        this.kind = kind;
        foreach ((int number, Predicate predicate) in tests)
        {
            switch (predicate)
            {
                case IsOneOf one:
                    foreach (string value in one.Folded)
                    {
                        Add(equal, value, number);
                    }

                    break;
                case HasPrefix prefix: Add(prefixes, prefix.Folded, number); break;
                case IsUnder code: Add(under, code.Folded, number); break;
                case LiesBetween or IsAnything: break;
                default: throw new InvalidOperationException($"{predicate} is not for text");
            }
        }

        prefixLengths = LengthsOf(prefixes);
        underLengths = LengthsOf(under);
        ranges = [.. tests.Where(test => test.Predicate is LiesBetween).Select(test => ((LiesBetween)test.Predicate, test.Number)).OrderBy(range => range.Item1.Low, StringComparer.Ordinal)];
        highestSoFar = new string[ranges.Length];
        for (int index = 0; index < ranges.Length; index++)
        {
            // What starts with the upper end belongs to the range: no character comes after the last one.
            string high = ranges[index].Range.High + char.MaxValue;
            highestSoFar[index] = index > 0 && string.CompareOrdinal(highestSoFar[index - 1], high) > 0 ? highestSoFar[index - 1] : high;
        }

        anything = [.. tests.Where(test => test.Predicate is IsAnything).Select(test => test.Number)];
    }

    /// <summary>Adds the tests that a known value passes.</summary>
    /// <param name="value">The value, not folded.</param>
    /// <param name="passed">The tests.</param>
    /// <param name="scheme">Of an industry code its scheme, when that is at hand.</param>
    public void Ask(string value, ISet<int> passed, IndustryScheme? scheme = null)
    {
        string folded = Kinds.Fold(value, kind);
        if (folded.Length == 0)
        {
            return;
        }

        passed.UnionWith(anything);
        passed.UnionWith(equal.GetValueOrDefault(folded) ?? []);
        AskBeginnings(prefixes, prefixLengths, folded, passed);
        AskUnder(folded, scheme, passed);
        AskRanges(folded, passed);
    }

    /// <summary>The class of a known value.</summary>
    public int ClassOf(string value, ClassBook book, IndustryScheme? scheme = null)
    {
        var passed = new SortedSet<int>();
        Ask(value, passed, scheme);
        return book.Of([.. passed]);
    }

    // Ranges lie in the order of their lower ends. From the last that begins at or before the value back to where none before reaches it.
    private void AskRanges(string folded, ISet<int> passed)
    {
        int low = 0;
        int high = ranges.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(ranges[middle].Range.Low, folded) <= 0 ? (middle + 1, high) : (low, middle);
        }

        for (int index = low - 1; index >= 0 && string.CompareOrdinal(highestSoFar[index], folded) >= 0; index--)
        {
            string end = ranges[index].Range.High;
            if (string.CompareOrdinal(folded, end) <= 0 || folded.StartsWith(end, StringComparison.Ordinal))
            {
                passed.Add(ranges[index].Test);
            }
        }
    }

    private static int[] LengthsOf(Dictionary<string, List<int>> map) => [.. map.Keys.Select(key => key.Length).Distinct().Order()];

    private static void AskBeginnings(Dictionary<string, List<int>> map, int[] lengths, string folded, ISet<int> passed)
    {
        foreach (int length in lengths)
        {
            if (length > folded.Length)
            {
                break;
            }

            passed.UnionWith(map.GetValueOrDefault(folded[..length]) ?? []);
        }
    }

    // As IndustrySchemes.IsUnder says it, for all tests at once.
    private void AskUnder(string folded, IndustryScheme? scheme, ISet<int> passed)
    {
        if (scheme?.Has(folded) != true)
        {
            AskBeginnings(under, underLengths, folded, passed);
        }

        foreach (string above in under.Count > 0 && scheme is not null ? scheme.CodesAbove(folded) : [])
        {
            passed.UnionWith(under.GetValueOrDefault(above) ?? []);
        }
    }

    private static void Add(Dictionary<string, List<int>> map, string value, int test)
    {
        if (!map.TryGetValue(value, out List<int>? tests))
        {
            map[value] = tests = [];
        }

        tests.Add(test);
    }
}
