using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>Which reps are there, and where they live.</summary>
public static class MarketReps
{
    /// <summary>The rows of the reps who are there on a day, their first and their last day included.</summary>
    public static IEnumerable<int> On(ColumnTable reps, DateOnly day) => Enumerable.Range(0, reps.Count)
        .Where(row => !(reps[Reps.Since][row] > day) && !(reps[Reps.Until][row] < day));

    /// <summary>The point at which the rep's home was placed, else the one it came with; null when neither is known.</summary>
    public static LonLat? HomeOf(ColumnTable reps, int row) =>
        LonLat.OrNull(reps[Reps.PlacedLongitude][row], reps[Reps.PlacedLatitude][row])
        ?? LonLat.OrNull(reps[Reps.HomeLongitude][row], reps[Reps.HomeLatitude][row]);
}
