namespace Bailiwick.Measures;

/// <summary>Collects the problems of a long run: equal ones are grouped, all are counted, each one is kept up to a cap.</summary>
/// <remarks>One thread. Memory is bounded whatever comes: <see cref="Cap"/> problems, and <see cref="ProblemKind.MostValues"/> values a kind.</remarks>
public sealed class ProblemList
{
    /// <summary>So many problems are kept one by one; later ones are counted in their kind only.</summary>
    public const int Cap = 100_000;

    private readonly List<Problem> all = [];
    private readonly Dictionary<(string Code, string? File, string? Column), ProblemKind> kinds = [];
    private ProblemKind? last;

    /// <summary>The problems in the order in which they came, at most <see cref="Cap"/>.</summary>
    public IReadOnlyList<Problem> All => all;

    /// <summary>The problems by code, file and column: errors before doubts, then in the order of their first one.</summary>
    public IReadOnlyList<ProblemKind> Kinds => [.. kinds.Values.OrderByDescending(kind => kind.First.Severity)];

    /// <summary>Number of all problems, kept one by one or not.</summary>
    public long Count { get; private set; }

    /// <summary>Number of those after which something was left out.</summary>
    public long Errors { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(Problem problem)
    {
        if (all.Count < Cap)
        {
            all.Add(problem);
        }

        KindOf(problem).Add(problem);
        Count++;
        Errors += problem.Severity == Severity.Error ? 1 : 0;
    }

    /// <summary>Adds all of another list, in its order.</summary>
    public void Add(ProblemList other)
    {
        all.AddRange(other.all.Take(Cap - all.Count));
        foreach (ProblemKind kind in other.kinds.Values)
        {
            KindOf(kind.First).Add(kind);
        }

        Count += other.Count;
        Errors += other.Errors;
    }

    private ProblemKind KindOf(Problem problem)
    {
        // They often come in a row.
        if (last is not null && last.First.Code == problem.Code && last.First.Place.Column == problem.Place.Column && last.First.Place.File == problem.Place.File)
        {
            return last;
        }

        (string, string?, string?) key = (problem.Code, problem.Place.File, problem.Place.Column);
        if (!kinds.TryGetValue(key, out ProblemKind? kind))
        {
            kinds[key] = kind = new ProblemKind(problem);
        }

        return last = kind;
    }
}

/// <summary>All problems of one code in one column of one file.</summary>
public sealed class ProblemKind
{
    /// <summary>So many different values are counted one by one.</summary>
    public const int MostValues = 100;

    /// <summary>So many lines are named for each value.</summary>
    public const int MostLines = 5;

    private readonly Dictionary<string, Tally> values = new(StringComparer.Ordinal);

    internal ProblemKind(Problem first) => First = first;

    /// <summary>The first one.</summary>
    public Problem First { get; }

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many have a value that is not among <see cref="Values"/>.</summary>
    public long OfOtherValues { get; private set; }

    /// <summary>The values with their counts, most frequent first; a problem without a value counts under the empty text.</summary>
    public IReadOnlyList<ValueCount> Values => [.. values.Values.OrderByDescending(value => value.Count).Select(value => new ValueCount(value.First, value.Count, value.Lines))];

    internal void Add(Problem problem)
    {
        if (Noted(problem, 1) is { } tally && problem.Place.Line is { } line)
        {
            tally.Add(line);
        }
    }

    internal void Add(ProblemKind other)
    {
        foreach (Tally value in other.values.Values)
        {
            if (Noted(value.First, value.Count) is { } tally)
            {
                value.Lines.ForEach(tally.Add);
            }
        }

        Count += other.OfOtherValues;
        OfOtherValues += other.OfOtherValues;
    }

    private Tally? Noted(Problem problem, long count)
    {
        Count += count;
        string key = problem.Value ?? "";
        if (!values.TryGetValue(key, out Tally? known))
        {
            if (values.Count == MostValues)
            {
                OfOtherValues += count;
                return null;
            }

            values[key] = known = new Tally(problem);
        }

        known.Count += count;
        return known;
    }

    private sealed class Tally(Problem first)
    {
        public Problem First => first;

        public long Count { get; set; }

        public List<long> Lines { get; } = [];

        public void Add(long line)
        {
            if (Lines.Count < MostLines)
            {
                Lines.Add(line);
            }
        }
    }
}

/// <summary>How often one value caused one kind of problem.</summary>
/// <param name="First">The first problem with this value.</param>
/// <param name="Count">How often.</param>
/// <param name="Lines">The first lines where it stands, at most <see cref="ProblemKind.MostLines"/>.</param>
public sealed record ValueCount(Problem First, long Count, IReadOnlyList<long> Lines);
