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
            bool isFeasible = evaluation.IsComplete && evaluation.Misses.IsEmpty && (evaluation.IsContiguous || !problem.IsContiguous);
            best = isFeasible && !(evaluation.Value >= best?.Value) ? evaluation : best;
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
