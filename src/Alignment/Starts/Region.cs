using System.Collections.Immutable;

namespace Bailiwick.Alignment.Starts;

/// <summary>Units that are to be shared among some of the territories.</summary>
internal sealed record Region(int[] Units, int[] Territories)
{
    /// <summary>One region for each piece of the graph, with a number of territories by its weight: at least one, largest remainders first.</summary>
    /// <returns>Null when there are more pieces than territories.</returns>
    internal static ImmutableArray<Region>? PiecesOf(AlignmentProblem problem)
    {
        (int[] pieceOf, int pieces) = problem.IsContiguous ? problem.Graph.Pieces() : (new int[problem.Count], 1);
        if (pieces > problem.Territories)
        {
            return null;
        }

        var weight = new double[pieces];
        foreach (ActivityMeasure measure in problem.Measures)
        {
            for (int unit = 0; unit < problem.Count; unit++)
            {
                weight[pieceOf[unit]] += measure.Weights[unit] / Math.Max(1.0, measure.Total) / problem.Measures.Length;
            }
        }

        int[] size = [.. Enumerable.Range(0, pieces).Select(piece => pieceOf.Count(other => other == piece))];
        int[] counts = Apportion(weight, size, problem.Territories);
        int next = 0;
        return
        [
            .. Enumerable.Range(0, pieces).Select(piece =>
            {
                int[] territories = [.. Enumerable.Range(next, counts[piece])];
                next += counts[piece];
                return new Region([.. Enumerable.Range(0, problem.Count).Where(unit => pieceOf[unit] == piece)], territories);
            }),
        ];
    }

    /// <summary>Seats by Webster's method after one seat each; never more than a piece has units.</summary>
    private static int[] Apportion(double[] weight, int[] size, int seats)
    {
        int[] counts = [.. Enumerable.Repeat(1, weight.Length)];
        for (int given = weight.Length; given < seats; given++)
        {
            int best = -1;
            for (int piece = 0; piece < weight.Length; piece++)
            {
                if (counts[piece] < size[piece] && (best < 0 || weight[piece] / ((2 * counts[piece]) + 1) > weight[best] / ((2 * counts[best]) + 1)))
                {
                    best = piece;
                }
            }

            counts[best]++;
        }

        return counts;
    }
}
