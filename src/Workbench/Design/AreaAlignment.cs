using System.Collections.Immutable;
using Bailiwick.Alignment;

namespace Bailiwick.Workbench.Design;

/// <summary>The design as a problem of units and numbers.</summary>
/// <param name="Draft">The problem.</param>
/// <param name="TooHeavy">Units that no territory can take within the limits: each is locked into a territory of its own, and the others share the rest.</param>
internal sealed record AreaAlignment(AlignmentDraft Draft, ImmutableArray<int> TooHeavy)
{
    /// <summary>The total mass of the areas; distances up to half round the earth still leave room to count.</summary>
    private const double TotalMass = 1e9;

    /// <summary>The part of the mass that is spread evenly, so that areas without a customer join a compact territory too.</summary>
    private const double EvenMass = 0.4;

    internal static AreaAlignment Prepare(DesignAreas areas, ImmutableArray<AreaMeasure> measures, DesignRequest request)
    {
        int units = areas.Indexes.Length;
        ImmutableArray<int> heavy = HeavyUnits(measures, request, units);
        int[] locks = [.. Enumerable.Repeat(-1, units)];
        for (int territory = 0; territory < heavy.Length; territory++)
        {
            locks[heavy[territory]] = territory;
        }

        var draft = new AlignmentDraft
        {
            Ids = [.. areas.Indexes.Select(area => areas.Set.Areas[area].Code.Value)],
            Points = areas.Points,
            Measures = [.. measures.Select(measure => new ActivityMeasure(measure.Name, measure.Weights, Bands(measure, heavy, request)))],
            Neighbours = areas.Neighbours,
            Territories = request.Territories,
            Mass = Mass(measures, units),
            Locks = [.. locks],
        };
        return new AreaAlignment(draft, heavy);
    }

    /// <summary>Most of the mass where the business is, <see cref="EvenMass"/> everywhere.</summary>
    private static ImmutableArray<long> Mass(ImmutableArray<AreaMeasure> measures, int units)
    {
        double[] totals = [.. measures.Select(measure => (double)measure.Weights.Sum())];
        return
        [
            .. Enumerable.Range(0, units).Select(unit =>
            {
                double share = measures.Select((measure, index) => measure.Weights[unit] / totals[index]).Sum() / measures.Length;
                return (long)(TotalMass * ((EvenMass / units) + ((1 - EvenMass) * share)));
            }),
        ];
    }

    /// <summary>Units above the limit of an even share; when those are set aside, the share of the others is smaller, so again until no more are found.</summary>
    private static ImmutableArray<int> HeavyUnits(ImmutableArray<AreaMeasure> measures, DesignRequest request, int units)
    {
        var heavy = new SortedSet<int>();
        while (heavy.Count < request.Territories - 1)
        {
            int? next = Enumerable.Range(0, units)
                .Where(unit => !heavy.Contains(unit) && measures.Any(measure => measure.Weights[unit] > Rest(measure, heavy, request).Most))
                .Select(unit => (int?)unit)
                .MaxBy(unit => measures.Max(measure => (double)measure.Weights[unit!.Value] / Math.Max(1, measure.Weights.Sum())));
            if (next is not { } found)
            {
                break;
            }

            heavy.Add(found);
        }

        return [.. heavy];
    }

    private static Band Rest(AreaMeasure measure, IReadOnlyCollection<int> heavy, DesignRequest request)
    {
        long rest = measure.Weights.Sum() - heavy.Sum(unit => measure.Weights[unit]);
        Band band = ActivityMeasure.Around((double)rest / Math.Max(1, request.Territories - heavy.Count), request.Tolerance);
        // So little to share that no whole number lies within the tolerance: then the two nearest will do, and the report says what they miss.
        return band.Least <= band.Most ? band : band with { Least = (long)Math.Floor(band.Target), Most = (long)Math.Ceiling(band.Target) };
    }

    private static ImmutableArray<Band> Bands(AreaMeasure measure, ImmutableArray<int> heavy, DesignRequest request)
    {
        Band rest = Rest(measure, heavy, request);
        return
        [
            .. heavy.Select(unit => new Band(
                Math.Max(rest.Target, measure.Weights[unit]),
                Math.Min(rest.Least, measure.Weights[unit]),
                Math.Max(rest.Most, measure.Weights[unit]))),
            .. Enumerable.Repeat(rest, Math.Max(0, request.Territories - heavy.Length)),
        ];
    }
}
