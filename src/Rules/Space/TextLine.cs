using System.Runtime.CompilerServices;
using Bailiwick.Market;

namespace Bailiwick.Rules.Space;

/// <summary>All folded texts in ordinal order, cut wherever a test begins or ends to hold. A stretch begins at its cut; the first begins before every text.</summary>
internal sealed class TextLine
{
    private readonly string[] cuts;
    private readonly FieldKind kind;
    private readonly IndustryScheme? scheme;
    private readonly Dictionary<string, List<int>> under = new(StringComparer.Ordinal);
    private readonly List<(int Test, List<(int From, int To)> Runs)> tests;
    private readonly Line line;
    private readonly ConditionalWeakTable<TextBook, BookClasses> ofBooks = [];
    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);

    /// <param name="asked">The tests.</param>
    /// <param name="kind">How texts are folded.</param>
    /// <param name="scheme">By whose tree <c>under</c> goes; null: by leading characters.</param>
    /// <param name="numbers">Gives classes their numbers.</param>
    public TextLine(IReadOnlyList<NumberedTest> asked, FieldKind kind, IndustryScheme? scheme, ClassNumbers numbers)
    {
        this.kind = kind;
        this.scheme = scheme;
        cuts = [.. asked.SelectMany(test => CutsOf(test.Predicate)).Concat(scheme is null ? [] : scheme.Codes.SelectMany(code => CutsOfCode(Folding.Fold(code.Code)))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        tests = [.. asked.Where(test => test.Predicate is not IsUnder || scheme is null).Select(test => (test.Number, RunsOf(test.Predicate)))];
        tests.AddRange(scheme is null ? [] : UnderScheme(asked));
        line = new Line(cuts.Length + 1, tests, numbers);
        foreach (string value in asked.Select(test => test.Predicate).OfType<IsOneOf>().SelectMany(one => one.Written))
        {
            written.TryAdd(Kinds.Fold(value, kind), value);
        }
    }

    /// <summary>A folded value as a rule writes it, where one does.</summary>
    public string AsWritten(string folded) => written.GetValueOrDefault(folded, folded);

    /// <summary>The class of a value as given; blank is 0.</summary>
    public int ClassOf(string value)
    {
        string folded = Kinds.Fold(value, kind);
        return folded.Length == 0 ? 0 : OfFolded(folded);
    }

    /// <summary>The classes of a column's values, by their codes: at least so many. Those of a book are found once, whatever number of batches shares it.</summary>
    public ushort[] ClassesOf(TextValues column) => column.Book is { } book
        ? ofBooks.GetOrCreateValue(book).Of(column, this)
        : [.. column.Values.Select(value => (ushort)ClassOf(value))];

    /// <summary>The class of a folded value.</summary>
    public int OfFolded(string folded)
    {
        int found = Array.BinarySearch(cuts, folded, StringComparer.Ordinal);
        return line.Classes[found >= 0 ? found + 1 : ~found];
    }

    /// <summary>The classes of all folded values that begin so, each with such a value; null when none was found that can be written.</summary>
    public IEnumerable<(int Class, string? Example)> ClassesFrom(string folded)
    {
        int first = Array.BinarySearch(cuts, folded, StringComparer.Ordinal) is var found && found >= 0 ? found + 1 : ~found;
        for (int stretch = first; stretch <= cuts.Length && (stretch == first || cuts[stretch - 1].StartsWith(folded, StringComparison.Ordinal)); stretch++)
        {
            yield return (line.Classes[stretch], stretch == first ? folded : Writable(stretch));
        }
    }

    /// <summary>Per class its values; null for a class without end.</summary>
    public IReadOnlyList<string>?[] Values(int classes)
    {
        var values = new List<string>?[classes];
        for (int number = 1; number < classes; number++)
        {
            values[number] = [];
        }

        for (int stretch = 1; stretch <= cuts.Length; stretch++)
        {
            bool isOne = stretch < cuts.Length && cuts[stretch].Length == cuts[stretch - 1].Length + 1 && cuts[stretch][^1] == '\0' && cuts[stretch].StartsWith(cuts[stretch - 1], StringComparison.Ordinal);
            int number = line.Classes[stretch];
            if (isOne)
            {
                values[number]?.Add(cuts[stretch - 1]);
            }
            else
            {
                values[number] = null;
            }
        }

        values[line.Classes[0]] = null;
        return values;
    }

    /// <summary>Values that rules name, folded; of ranges and beginnings their ends that can be written.</summary>
    public IEnumerable<string> Named => cuts.Where(IsFolded);

    /// <summary>Sets per test the bits of the classes that pass it.</summary>
    public void Collect(TestBits bits)
    {
        foreach ((int test, List<(int From, int To)> runs) in tests)
        {
            line.Collect(runs, bits.Of(test));
        }
    }

    /// <summary>A value that can be written, for each class that has one and is not known yet.</summary>
    public void Examples(Dictionary<int, string> known)
    {
        // Cuts that are values of rules come first: they read best.
        foreach (string cut in Named)
        {
            known.TryAdd(OfFolded(cut), cut);
        }

        for (int stretch = 0; stretch <= cuts.Length; stretch++)
        {
            if (!known.ContainsKey(line.Classes[stretch]) && Writable(stretch) is { } value)
            {
                known[line.Classes[stretch]] = value;
            }
        }
    }

    // The least cut after every text that begins so.
    private static string? After(string prefix)
    {
        int last = prefix.Length - 1;
        while (last >= 0 && prefix[last] == char.MaxValue)
        {
            last--;
        }

        return last < 0 ? null : string.Concat(prefix.AsSpan(0, last), ((char)(prefix[last] + 1)).ToString());
    }

    private static IEnumerable<string> CutsOf(Predicate predicate) => predicate switch
    {
        IsOneOf one => one.Folded.SelectMany(value => new[] { value, value + '\0' }),
        HasPrefix prefix => new[] { prefix.Folded, After(prefix.Folded) }.OfType<string>(),
        IsUnder code => CutsOfCode(code.Folded),
        LiesBetween range => new[] { range.Low, After(range.High) }.OfType<string>(),
        IsAnything => [],
        _ => throw new InvalidOperationException($"{predicate} is not for text"),
    };

    private static IEnumerable<string> CutsOfCode(string code) => new[] { code, code + '\0', After(code) }.OfType<string>();

    private List<(int From, int To)> RunsOf(Predicate predicate) => predicate switch
    {
        IsOneOf one => [.. one.Folded.Distinct(StringComparer.Ordinal).Select(value => Run(value, value + '\0'))],
        HasPrefix prefix => [Run(prefix.Folded, After(prefix.Folded))],
        IsUnder code => [Run(code.Folded, After(code.Folded))],
        LiesBetween range => [Run(range.Low, After(range.High))],
        IsAnything => [(0, cuts.Length + 1)],
        _ => throw new InvalidOperationException($"{predicate} is not for text"),
    };

    private (int From, int To) Run(string from, string? to) =>
        (Array.BinarySearch(cuts, from, StringComparer.Ordinal) + 1, to is null ? cuts.Length + 1 : Array.BinarySearch(cuts, to, StringComparer.Ordinal) + 1);

    // As IndustrySchemes.IsUnder says it. All texts of a stretch stand at the same place of the tree: every code of the scheme is a cut.
    private List<(int Test, List<(int From, int To)> Runs)> UnderScheme(IReadOnlyList<NumberedTest> asked)
    {
        foreach ((int number, Predicate predicate) in asked)
        {
            if (predicate is IsUnder code)
            {
                (under.TryGetValue(code.Folded, out List<int>? same) ? same : under[code.Folded] = []).Add(number);
            }
        }

        var runs = under.Values.SelectMany(numbers => numbers).ToDictionary(number => number, _ => new List<(int From, int To)>());
        for (int stretch = 1; under.Count > 0 && stretch <= cuts.Length; stretch++)
        {
            string least = cuts[stretch - 1];
            var above = scheme!.CodesAbove(least).ToHashSet(StringComparer.Ordinal);
            if (!scheme.Has(least))
            {
                above.UnionWith(Enumerable.Range(1, least.Length).Select(length => least[..length]));
            }

            foreach (int number in above.SelectMany(code => under.GetValueOrDefault(code) ?? []))
            {
                List<(int From, int To)> own = runs[number];
                if (own.Count > 0 && own[^1].To == stretch)
                {
                    own[^1] = (own[^1].From, stretch + 1);
                }
                else
                {
                    own.Add((stretch, stretch + 1));
                }
            }
        }

        return [.. runs.Select(run => (run.Key, run.Value))];
    }

    // A folded text of a stretch: its cut, or the cut with a little more; null when none was found before the next cut.
    private string? Writable(int stretch)
    {
        string least = stretch == 0 ? "" : cuts[stretch - 1].TrimEnd('\0');
        string? end = stretch == cuts.Length ? null : cuts[stretch];
        IEnumerable<string> more = [least + "-0", least + "0", least + "a", least, least + "!", least + " !", .. Near(least)];
        return more.FirstOrDefault(text => IsFolded(text) && (stretch == 0 || string.CompareOrdinal(text, cuts[stretch - 1]) >= 0) && (end is null || string.CompareOrdinal(text, end) < 0));
    }

    private static IEnumerable<string> Near(string least) => least.Length == 0
        ? ["#", "0", "a"]
        : Enumerable.Range(1, 64).Where(step => least[^1] + step < char.MaxValue).Select(step => string.Concat(least.AsSpan(0, least.Length - 1), ((char)(least[^1] + step)).ToString()));

    private bool IsFolded(string text) => text.Length > 0 && !text.Any(char.IsControl) && string.Equals(Kinds.Fold(text, kind), text, StringComparison.Ordinal);

    private sealed class BookClasses
    {
        private readonly Lock grows = new();
        private ushort[] classes = [];
        private int known;

        public ushort[] Of(TextValues column, TextLine line)
        {
            lock (grows)
            {
                if (classes.Length < column.Distinct)
                {
                    Array.Resize(ref classes, Math.Max(column.Distinct, classes.Length * 2));
                }

                for (; known < column.Distinct; known++)
                {
                    classes[known] = (ushort)line.ClassOf(column.ValueOf(known));
                }

                return classes;
            }
        }
    }
}
