namespace Bailiwick.Rules.Space;

/// <summary>Stretches of a line, and the class of each: the line is cut wherever a test begins or ends to hold.</summary>
internal sealed class Line
{
    private readonly int[] classes;

    /// <param name="stretches">Number of stretches.</param>
    /// <param name="tests">Per test the runs of stretches on which it holds, from … to (the last excluded), without overlap.</param>
    /// <param name="numbers">Gives classes their numbers; several lines may share it.</param>
    public Line(int stretches, IReadOnlyList<(int Test, List<(int From, int To)> Runs)> tests, ClassNumbers numbers)
    {
        var toggles = new UInt128[stretches + 1];
        foreach ((int test, List<(int From, int To)> runs) in tests)
        {
            UInt128 mark = ClassNumbers.Mark(test);
            foreach ((int from, int to) in runs)
            {
                toggles[from] ^= mark;
                toggles[to] ^= mark;
            }
        }

        classes = new int[stretches];
        UInt128 holding = UInt128.Zero;
        for (int stretch = 0; stretch < stretches; stretch++)
        {
            holding ^= toggles[stretch];
            classes[stretch] = numbers.Of(holding);
        }
    }

    /// <summary>The class of each stretch.</summary>
    public ReadOnlySpan<int> Classes => classes;

    /// <summary>Sets the bits of the classes of runs of stretches.</summary>
    public void Collect(List<(int From, int To)> runs, ulong[] bits)
    {
        foreach ((int from, int to) in runs)
        {
            foreach (int each in classes.AsSpan(from, to - from))
            {
                bits[each >> 6] |= 1UL << each;
            }
        }
    }
}
