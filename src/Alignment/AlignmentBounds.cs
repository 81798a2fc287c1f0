using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>What no plan can be better than: values in the objective's own unit that hold for every plan that keeps all limits.</summary>
/// <remarks>Both leave contiguity aside and let units be split, so they also hold for plans that need neither.</remarks>
public sealed record AlignmentBounds
{
    /// <summary>For plans whose territories are counted from the centres of this plan; null when not computed: <see cref="Reason"/>.</summary>
    public double? Centres { get; init; }

    /// <summary>For any plan; null when not computed: <see cref="Reason"/>.</summary>
    public double? Any { get; init; }

    /// <summary>Why a bound is missing; null when none is.</summary>
    public Text? Reason { get; init; }

    /// <summary>By what share of a value it may lie above the best possible: (value − bound) / value, 0 and more; null without a bound.</summary>
    public static double? GapOf(double value, double? bound) => bound is { } least && value > 0 ? Math.Max(0, (value - least) / value) : null;
}
