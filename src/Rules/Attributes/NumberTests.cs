namespace Bailiwick.Rules.Attributes;

/// <summary>Tests of numbers: the line is cut at every number that a test names, and each piece is asked once.</summary>
internal sealed class NumberTests
{
    private readonly IReadOnlyList<NumberedTest> tests;
    private readonly decimal[] cuts;

    public NumberTests(IReadOnlyList<NumberedTest> tests)
    {
        this.tests = tests;
        cuts = [.. tests.Select(test => test.Predicate).OfType<IsInside>()
            .SelectMany(inside => new[] { inside.Low, inside.High }).OfType<decimal>().Distinct().Order()];
    }

    /// <summary>Number of pieces: each cut is one, and so is each stretch between two.</summary>
    public int Pieces => (2 * cuts.Length) + 1;

    /// <summary>The piece in which a number lies: odd on a cut, even between.</summary>
    public int PieceOf(decimal value)
    {
        int found = Array.BinarySearch(cuts, value);
        return found >= 0 ? (2 * found) + 1 : 2 * ~found;
    }

    /// <summary>The class of the numbers of a piece, of which <paramref name="value"/> is one.</summary>
    public int ClassOf(decimal value, ClassBook book) => book.Of([.. tests.Where(test => Passes(test.Predicate, value)).Select(test => test.Number).Order()]);

    private static bool Passes(Predicate predicate, decimal value) => predicate switch
    {
        IsAnything => true,
        IsInside inside =>
            (inside.Low is not { } low || value > low || (inside.LowIncluded && value == low))
            && (inside.High is not { } high || value < high || (inside.HighIncluded && value == high)),
        _ => throw new InvalidOperationException($"{predicate} is not for numbers"),
    };
}
