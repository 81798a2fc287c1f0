namespace Bailiwick.Rules.Space;

/// <summary>The numbers that a column can hold.</summary>
/// <param name="Step">Distance of two neighbours; 0 where there is always one between.</param>
/// <param name="Least">The least number; null for none.</param>
internal readonly record struct NumberGrid(decimal Step, decimal? Least)
{
    /// <summary>A number strictly between two; null when there is none. An end that is null is open.</summary>
    public decimal? Between(decimal? low, decimal? high)
    {
        decimal? above = Least is { } least && (low is null || low < least) ? null : low;
        if (above is null && Least is { } first)
        {
            return high is null || first < high ? first : null;
        }

        if (Step == 0)
        {
            return (above, high) switch
            {
                ({ } from, { } to) => from + ((to - from) / 2),
                ({ } from, null) => from + 1,
                (null, { } to) => to - 1,
                (null, null) => 0,
            };
        }

        decimal next = above is { } start ? (decimal.Floor(start / Step) + 1) * Step : high is { } end ? (decimal.Ceiling(end / Step) - 1) * Step : 0;
        return high is null || next < high ? next : null;
    }

    /// <summary>Whether a column can hold the number.</summary>
    public bool Holds(decimal number) => !(number < Least) && (Step == 0 || number % Step == 0);
}

/// <summary>All numbers, cut at every number that a test names: a cut is a stretch of its own, and so is what lies between two.</summary>
internal sealed class NumberLine
{
    private readonly decimal[] cuts;
    private readonly NumberGrid grid;
    private readonly List<(int Test, List<(int From, int To)> Runs)> tests;
    private readonly Line line;

    public NumberLine(IReadOnlyList<NumberedTest> asked, NumberGrid grid, ClassNumbers numbers)
    {
        this.grid = grid;
        cuts = [.. asked.Select(test => test.Predicate).OfType<IsInside>().SelectMany(inside => new[] { inside.Low, inside.High }).OfType<decimal>().Distinct().Order()];
        tests = [.. asked.Select(test => (test.Number, RunsOf(test.Predicate)))];
        line = new Line((2 * cuts.Length) + 1, tests, numbers);
    }

    /// <summary>The class of a number.</summary>
    public int ClassOf(decimal number) => line.Classes[StretchOf(number)];

    /// <summary>The cuts, ascending, and the class of each stretch: before the first cut, at it, between it and the next …</summary>
    public (decimal[] Cuts, int[] Classes) Table => (cuts, line.Classes.ToArray());

    /// <summary>Sets per test the bits of the classes that pass it.</summary>
    public void Collect(TestBits bits)
    {
        foreach ((int test, List<(int From, int To)> runs) in tests)
        {
            line.Collect(runs, bits.Of(test));
        }
    }

    /// <summary>A number that can be written, for each class that has one and is not known yet.</summary>
    public void Examples(Dictionary<int, decimal> known)
    {
        for (int stretch = 0; stretch < line.Classes.Length; stretch++)
        {
            if (!known.ContainsKey(line.Classes[stretch]) && Writable(stretch) is { } number)
            {
                known[line.Classes[stretch]] = number;
            }
        }
    }

    private decimal? Writable(int stretch) => stretch % 2 == 1
        ? grid.Holds(cuts[stretch / 2]) ? cuts[stretch / 2] : null
        : grid.Between(stretch == 0 ? null : cuts[(stretch / 2) - 1], stretch == 2 * cuts.Length ? null : cuts[stretch / 2]);

    private int StretchOf(decimal number)
    {
        int found = Array.BinarySearch(cuts, number);
        return found >= 0 ? (2 * found) + 1 : 2 * ~found;
    }

    private List<(int From, int To)> RunsOf(Predicate predicate)
    {
        if (predicate is not IsInside inside)
        {
            return predicate is IsAnything ? [(0, (2 * cuts.Length) + 1)] : throw new InvalidOperationException($"{predicate} is not for numbers");
        }

        int from = inside.Low is { } low ? StretchOf(low) + (inside.LowIncluded ? 0 : 1) : 0;
        int to = inside.High is { } high ? StretchOf(high) + (inside.HighIncluded ? 1 : 0) : (2 * cuts.Length) + 1;
        return from < to ? [(from, to)] : [];
    }
}
