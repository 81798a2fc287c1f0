using Google.OrTools.LinearSolver;

namespace Bailiwick.Alignment.Bounds;

/// <summary>What no plan with these centres can be better than: units may be split, territories need not hang together, all limits are kept.</summary>
/// <remarks>
/// A transport problem (Hess et al. 1965, doi 10.1287/opre.13.6.998). Any prices of the limits give a bound by weak duality: each unit goes where cost
/// and price together are least. Small problems take the best prices from a linear program; large ones climb.
/// Either way the bound is counted from the prices, so that it is one whatever the solver did.
/// </remarks>
/// <param name="Score">The bound, in the score of <see cref="UnitCosts"/>.</param>
/// <param name="UnitPrices">Per unit its cost and price where they are least.</param>
internal sealed record CentreBound(double Score, double[] UnitPrices)
{
    /// <summary>Up to so many pairs of unit and centre the linear program takes about a second.</summary>
    private const int LargestProgram = 200_000;

    private static readonly Climb Climbing = new(Steps: 300, Patience: 10);

    /// <summary>The bound.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="costs">Its costs.</param>
    /// <param name="centres">Per territory its centre, a unit.</param>
    /// <param name="score">The score of a plan, to aim at.</param>
    /// <returns>Null when no plan with these centres keeps the limits, not even with units split.</returns>
    public static CentreBound? Of(AlignmentProblem problem, UnitCosts costs, int[] centres, double score)
    {
        var prices = new LimitPrices(problem, costs, centres);
        if ((long)problem.Count * centres.Length > LargestProgram)
        {
            return Climbed(prices, score);
        }

        double[]? best = Program(problem, costs, centres, out bool isImpossible);
        return isImpossible ? null : best is null ? Climbed(prices, score) : Counted(prices, best);
    }

    private static CentreBound Counted(LimitPrices prices, double[] price)
    {
        double score = prices.Count(price, out double size);
        return new CentreBound(score - (size * Climb.Rounding), [.. prices.UnitPrices]);
    }

    internal static CentreBound Climbed(LimitPrices prices, double score) => Counted(prices, Climbing.Run(new double[prices.Length], score, (price, slope) =>
    {
        double bound = prices.Count(price, out _);
        prices.Slope(price, slope);
        return bound;
    })!.Value.Prices);

    // The prices of the limits in the linear program; null when the solver did not end well.
    private static double[]? Program(AlignmentProblem problem, UnitCosts costs, int[] centres, out bool isImpossible)
    {
        using Solver solver = Solver.CreateSolver("GLOP");
        int measures = problem.Measures.Length;
        // Numbers near 1 are what the solver's tolerances mean.
        double unit = Math.Max(1, Enumerable.Range(0, problem.Count).Average(each => (double)costs.Of(each, centres[0])));
        Constraint[] limits = [.. Enumerable.Range(0, centres.Length * measures).Select(index =>
        {
            Band band = problem.Measures[index % measures].Bands[index / measures];
            double target = TargetOf(problem, index % measures);
            return solver.MakeConstraint(band.Least / target, band.Most / target);
        })];
        for (int each = 0; each < problem.Count; each++)
        {
            Constraint whole = solver.MakeConstraint(1, 1);
            for (int territory = 0; territory < centres.Length; territory++)
            {
                if (problem.Locks[each] >= 0 && problem.Locks[each] != territory)
                {
                    continue;
                }

                Variable part = solver.MakeNumVar(0, double.PositiveInfinity, "");
                whole.SetCoefficient(part, 1);
                solver.Objective().SetCoefficient(part, costs.Of(each, centres[territory]) / unit);
                for (int measure = 0; measure < measures; measure++)
                {
                    limits[(territory * measures) + measure].SetCoefficient(part, problem.Measures[measure].Weights[each] / TargetOf(problem, measure));
                }
            }
        }

        Solver.ResultStatus status = solver.Solve();
        isImpossible = status == Solver.ResultStatus.INFEASIBLE;
        return status == Solver.ResultStatus.OPTIMAL ? [.. limits.Select((limit, index) => -limit.DualValue() * unit)] : null;
    }

    /// <summary>By what weights and limits of a measure are divided: a mean territory.</summary>
    internal static double TargetOf(AlignmentProblem problem, int measure) => Math.Max(1, (double)problem.Measures[measure].Total / problem.Territories);
}
