using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What a person wants to be a problem: the names of <c>--fail-on</c>.</summary>
public static class CheckFailures
{
    private static readonly ImmutableSortedDictionary<string, (Func<LayerProof, long> Count, Text What)> Table = new Dictionary<string, (Func<LayerProof, long>, Text)>(StringComparer.Ordinal)
    {
        ["gap"] = (proof => proof.IsComplete ? 0 : Math.Max(1, proof.Gaps.Count(gap => gap.IsConsistent)), new("gaps, or is not proven to have none", "涵蓋缺口，或無法證明沒有缺口")),
        ["refines"] = (proof => proof.Totals.Refines, new("overlaps that refine", "細分的重疊")),
        ["crosses"] = (proof => proof.Totals.Crosses, new("overlaps that cross", "交叉的重疊")),
        ["hides"] = (proof => proof.Totals.Hides, new("overlaps that hide", "遮蔽的重疊")),
        ["dead"] = (proof => proof.Dead.Length, new("dead territories", "無效轄區")),
        ["conditions"] = (proof => proof.DeadConditionTotal, new("conditions that never matter", "無效條件")),
        ["undecided"] = (proof => proof.Undecided.Length, new("questions left undecided", "未定事項")),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The names that are understood.</summary>
    public static IEnumerable<string> Names => Table.Keys;

    /// <summary>The problems that a proof has by these names.</summary>
    internal static IEnumerable<Problem> Of(IEnumerable<string> names, CoverageProof proof) =>
        from name in names
        from layer in proof.Layers
        where Table[name].Count(layer) > 0
        select PlanProblems.FailsOn(name, layer.Layer, Table[name].What);
}
