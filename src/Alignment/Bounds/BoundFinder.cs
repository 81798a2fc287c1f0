using Bailiwick.Measures;

namespace Bailiwick.Alignment.Bounds;

/// <summary>Both bounds of a plan.</summary>
internal static class BoundFinder
{
    /// <summary>Above so many units any centre would have to be looked at with any unit: 25 million pairs a step.</summary>
    private const int MostUnits = 5_000;

    private static readonly Text NoCentres = new(
        "For cut edges no bound is known that is cheap to compute: it has no centres.",
        "切邊數目標沒有中心，目前沒有可快速計算的下界。");

    private static readonly Text TooMany = new(
        $"Above {MostUnits:#,0} units the bound over all centres is not computed.",
        $"超過 {MostUnits:#,0} 個單位時，不計算適用於任何中心的下界。");

    private static readonly Text NoneAsked = new("No bound was asked for.", "未要求計算下界。");

    private static readonly Text NotWhole = new("The plan has a territory without a unit, and so without a centre.", "方案中有轄區沒有任何單位，因此沒有中心。");

    private static readonly Text NoneFound = new(
        "No bound over all centres was found: too few units can be centres within the limits, or the search was ended.",
        "未得到適用於任何中心的下界：能在限制內作為中心的單位太少，或搜尋已中止。");

    private static readonly Text Impossible = new("No plan with these centres can keep the limits.", "以這些中心為準，沒有方案能符合限制。");

    /// <summary>The bounds.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan.</param>
    /// <param name="evaluation">The same, counted.</param>
    /// <param name="steps">Steps of the bound over all centres, 0 for no bounds at all.</param>
    /// <param name="cancellation">Ends the work; what was found so far is a bound too.</param>
    public static AlignmentBounds Of(AlignmentProblem problem, Alignment plan, Evaluation evaluation, int steps, CancellationToken cancellation)
    {
        if (ReasonOf(problem, evaluation, steps) is { } reason)
        {
            return new AlignmentBounds { Reason = reason };
        }

        var costs = new UnitCosts(problem, isTabled: problem.Count <= MostUnits);
        int[] centres = [.. evaluation.Territories.Select(territory => territory.Centre)];
        double score = Enumerable.Range(0, problem.Count).Sum(unit => (double)costs.Of(unit, centres[plan.TerritoryOf[unit]]));
        CentreBound? own = CentreBound.Of(problem, costs, centres, score);
        double? any = null;
        if (own is not null && problem.Count <= MostUnits)
        {
            any = new AnyCentreBound(problem, costs).Of(own.UnitPrices, evaluation.Misses.IsEmpty ? score : own.Score * 1.02, steps, cancellation);
        }

        return new AlignmentBounds
        {
            // What holds for any centres holds for these.
            Centres = own is null ? null : costs.LeastValue(Math.Max(own.Score, any ?? own.Score)),
            Any = any is { } found ? costs.LeastValue(found) : null,
            Reason = own is null ? Impossible : any is not null ? null : problem.Count > MostUnits ? TooMany : NoneFound,
        };
    }

    private static Text? ReasonOf(AlignmentProblem problem, Evaluation evaluation, int steps) =>
        steps == 0 ? NoneAsked
        : problem.Objective == AlignmentObjective.CutEdges ? NoCentres
        : !evaluation.IsComplete ? NotWhole
        : null;
}
