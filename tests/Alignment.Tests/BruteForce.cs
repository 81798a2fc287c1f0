namespace Bailiwick.Alignment.Tests;

/// <summary>The second opinion: every plan of a tiny world.</summary>
internal static class BruteForce
{
    /// <summary>The best feasible plan, or null when there is none.</summary>
    public static Evaluation? Best(AlignmentProblem problem)
    {
        Evaluation? best = null;
        var plan = new int[problem.Count];
        do
        {
            Evaluation evaluation = Evaluator.Evaluate(problem, new Alignment([.. plan]));
            bool isFeasible = Enumerable.Range(0, plan.Length).All(unit => problem.Locks[unit] < 0 || problem.Locks[unit] == plan[unit]) && evaluation.IsComplete && evaluation.Misses.IsEmpty && (evaluation.IsContiguous || !problem.IsContiguous);
            best = isFeasible && !(evaluation.Value >= best?.Value) ? evaluation : best;
        }
        while (Next(plan, problem.Territories));

        return best;
    }

    /// <summary>The least score of plans that keep limits and locks, each unit counted from its territory's given centre; null when there is none.</summary>
    public static long? BestFrom(AlignmentProblem problem, UnitCosts costs, int[] centres)
    {
        long? best = null;
        var plan = new int[problem.Count];
        do
        {
            bool isKept = Evaluator.Evaluate(problem, new Alignment([.. plan])).Misses.IsEmpty
                && Enumerable.Range(0, plan.Length).All(unit => problem.Locks[unit] < 0 || problem.Locks[unit] == plan[unit]);
            long score = Enumerable.Range(0, plan.Length).Sum(unit => costs.Of(unit, centres[plan[unit]]));
            best = isKept && !(score >= best) ? score : best;
        }
        while (Next(plan, problem.Territories));

        return best;
    }

    private static bool Next(int[] plan, int territories)
    {
        for (int unit = 0; unit < plan.Length; unit++)
        {
            if (++plan[unit] < territories)
            {
                return true;
            }

            plan[unit] = 0;
        }

        return false;
    }
}
