using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Tests;

/// <summary>Small worlds with names.</summary>
internal static class Worlds
{
    /// <summary>A row of towns one kilometre apart, each the neighbour of the next.</summary>
    public static AlignmentDraft Row(int territories, Share tolerance, params long[] weights) => Draft(
        territories,
        tolerance,
        [.. weights],
        [.. weights.Select((_, unit) => new PlanePoint(unit * 1000, 0))],
        [.. Enumerable.Range(0, weights.Length - 1).Select(unit => (unit, unit + 1))]);

    /// <summary>A rectangle of fields, one kilometre wide each, neighbours by their sides.</summary>
    public static AlignmentDraft Fields(int width, int height, int territories, Share tolerance, Func<int, long> weight) => Draft(
        territories,
        tolerance,
        [.. Enumerable.Range(0, width * height).Select(weight)],
        [.. Enumerable.Range(0, width * height).Select(unit => new PlanePoint(unit % width * 1000, unit / width * 1000))],
        [
            .. Enumerable.Range(0, width * height).Where(unit => unit % width < width - 1).Select(unit => (unit, unit + 1)),
            .. Enumerable.Range(0, width * (height - 1)).Select(unit => (unit, unit + width)),
        ]);

    /// <summary>Scattered towns that hang together: each new one touches one or two before it.</summary>
    public static AlignmentDraft Scattered(int units, int territories, Share tolerance, Chance chance)
    {
        PlanePoint[] points = [.. Enumerable.Range(0, units).Select(_ => new PlanePoint(chance.Next(50_000), chance.Next(50_000)))];
        var pairs = new List<(int, int)>();
        for (int unit = 1; unit < units; unit++)
        {
            pairs.Add((chance.Next(unit), unit));
            pairs.Add((chance.Next(unit), unit));
        }

        return Draft(territories, tolerance, [.. Enumerable.Range(0, units).Select(_ => (long)chance.Next(10))], [.. points], pairs);
    }

    /// <summary>Solves with a number of moves.</summary>
    public static AlignmentResult Solve(AlignmentProblem problem, long moves, int seed = 1, Alignment? start = null, AlignmentOptions? options = null) =>
        Aligner.Solve(problem, StopAfter.Iterations(moves, TimeProvider.System), seed, start, options, cancellation: TestContext.Current.CancellationToken);

    private static AlignmentDraft Draft(int territories, Share tolerance, ImmutableArray<long> weights, ImmutableArray<PlanePoint> points, IReadOnlyCollection<(int, int)> pairs) => new()
    {
        Ids = [.. weights.Select((_, unit) => $"u{unit}")],
        Points = points,
        Measures = [ActivityMeasure.Even("customers", weights, territories, tolerance)],
        Neighbours = pairs,
        Territories = territories,
    };
}
