namespace Bailiwick.Alignment;

/// <summary>What it costs that a unit belongs to a centre, as whole numbers.</summary>
/// <remarks>
/// The factor from score to value: 10⁻⁶ for the moment of inertia (its formula divides kilometres by 1,000), 1 for the grid,
/// 10⁻⁶ for distances (a millionth of the coordinates' unit). For cut edges the centre is the one of least inertia, for display.
/// </remarks>
internal sealed class UnitCosts
{
    /// <summary>Up to this many units all distances are kept: 4 bytes a pair, at most 64 MiB.</summary>
    private const int LargestTable = 4096;

    private const double DistanceScale = 1e6;

    private readonly AlignmentObjective objective;
    private readonly double[] x;
    private readonly double[] y;
    private readonly long[] mass;
    private readonly int[]? table;

    internal UnitCosts(AlignmentProblem problem, bool isTabled = false)
    {
        objective = problem.Objective;
        Count = problem.Count;
        x = [.. problem.Points.Select(point => point.X)];
        y = [.. problem.Points.Select(point => point.Y)];
        mass = objective is AlignmentObjective.MomentOfInertia or AlignmentObjective.CutEdges ? [.. problem.Mass] : [.. Enumerable.Repeat(1L, Count)];
        if (isTabled && Count <= LargestTable && objective is AlignmentObjective.MomentOfInertia)
        {
            table = new int[Count * Count];
            for (int unit = 0; unit < Count; unit++)
            {
                for (int centre = 0; centre < Count; centre++)
                {
                    table[(centre * Count) + unit] = SquareKilometres(unit, centre);
                }
            }
        }
    }

    internal int Count { get; }

    /// <summary>The cost of a unit with a centre.</summary>
    internal long Of(int unit, int centre)
    {
        if (table is not null)
        {
            return mass[unit] * table[(centre * Count) + unit];
        }

        switch (objective)
        {
            case AlignmentObjective.MomentOfInertia:
            case AlignmentObjective.CutEdges:
                return mass[unit] * SquareKilometres(unit, centre);
            case AlignmentObjective.GridInertia:
                long hundredths = (long)Math.Floor(100 * Distance(unit, centre));
                return hundredths * hundredths;
            case AlignmentObjective.SumDistanceToCentreUnit:
                return (long)Math.Round(DistanceScale * Distance(unit, centre));
            default:
                throw new InvalidOperationException($"{objective} is not an objective.");
        }
    }

    /// <summary>The sum over the units with one centre.</summary>
    internal long Of(IReadOnlyList<int> units, int centre)
    {
        long sum = 0;
        for (int index = 0; index < units.Count; index++)
        {
            sum += Of(units[index], centre);
        }

        return sum;
    }

    /// <summary>The unit among these that costs least as centre, the first of equals; −1 for no units.</summary>
    internal (int Centre, long Score) BestCentre(IReadOnlyList<int> units)
    {
        (int best, long least) = (-1, long.MaxValue);
        foreach (int centre in units)
        {
            long sum = Of(units, centre);
            if (sum < least)
            {
                (best, least) = (centre, sum);
            }
        }

        return (best, units.Count == 0 ? 0 : least);
    }

    /// <summary>A territory's part of the objective in its own unit: unrounded where the formula does not round.</summary>
    internal double Value(IReadOnlyList<int> units, int centre, long score) => objective switch
    {
        AlignmentObjective.MomentOfInertia or AlignmentObjective.CutEdges => score / 1e6,
        AlignmentObjective.GridInertia => score,
        AlignmentObjective.SumDistanceToCentreUnit => units.Sum(unit => Distance(unit, centre)),
        _ => throw new InvalidOperationException($"{objective} is not an objective."),
    };

    /// <summary>A bound on scores as a bound on values.</summary>
    internal double LeastValue(double score) => objective switch
    {
        // Scores are whole.
        AlignmentObjective.MomentOfInertia => Math.Ceiling(score) / 1e6,
        AlignmentObjective.GridInertia => Math.Ceiling(score),
        // Each distance was rounded by half a millionth at most.
        AlignmentObjective.SumDistanceToCentreUnit => (score - (0.5 * Count)) / DistanceScale,
        _ => throw new InvalidOperationException($"{objective} has no centres."),
    };

    private int SquareKilometres(int unit, int centre)
    {
        int kilometres = (int)Math.Round(Distance(unit, centre) / 1000, MidpointRounding.AwayFromZero);
        return kilometres * kilometres;
    }

    private double Distance(int unit, int centre)
    {
        double dx = x[unit] - x[centre];
        double dy = y[unit] - y[centre];
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
