using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Staffing;

/// <summary>How far a rep's home is from the accounts of a territory.</summary>
/// <remarks>
/// The weighted mean of the great-circle distances Σ wᵢ dᵢ / Σ wᵢ, over the visits i of the territory. The mean of distances, not the
/// distance to the middle: a rep in the middle of a wide territory travels too.
/// </remarks>
public static class TravelDistance
{
    /// <summary>Grid on which accounts are gathered, in degrees: about 1.1 km north to south.</summary>
    private const double Cell = 0.01;

    /// <summary>The mean distance; null when there is no visit.</summary>
    public static Metres? Mean(LonLat home, ImmutableArray<Visit> visits)
    {
        double sum = 0;
        double weights = 0;
        foreach (Visit visit in visits)
        {
            sum += visit.Weight * home.DistanceTo(visit.Point).Value;
            weights += visit.Weight;
        }

        return weights > 0 ? Metres.Of(sum / weights) : null;
    }

    /// <summary>The points as visits of weight 1, those of one cell of 0.01 degrees gathered at their middle.</summary>
    /// <remarks>So a million accounts cost no more than the places they are in; a mean distance moves by less than 1 km.</remarks>
    public static ImmutableArray<Visit> Gather(IEnumerable<LonLat> points)
    {
        var cells = new SortedDictionary<(int, int), (double Longitude, double Latitude, int Count)>();
        foreach (LonLat point in points)
        {
            (int, int) cell = ((int)Math.Floor(point.Longitude / Cell), (int)Math.Floor(point.Latitude / Cell));
            (double longitude, double latitude, int count) = cells.GetValueOrDefault(cell);
            cells[cell] = (longitude + point.Longitude, latitude + point.Latitude, count + 1);
        }

        return [.. cells.Values.Select(sum => new Visit(new LonLat(sum.Longitude / sum.Count, sum.Latitude / sum.Count), sum.Count))];
    }

    /// <summary>Per rep and territory the mean distance; null when the home is not known or the territory has no visit.</summary>
    internal static Metres?[,] Between(StaffingProblem problem)
    {
        var distances = new Metres?[problem.Reps.Length, problem.Territories.Length];
        Parallel.For(0, problem.Reps.Length, rep =>
        {
            if (problem.Reps[rep].Home is { } home)
            {
                for (int territory = 0; territory < problem.Territories.Length; territory++)
                {
                    distances[rep, territory] = Mean(home, problem.Territories[territory].Visits);
                }
            }
        });
        return distances;
    }
}
