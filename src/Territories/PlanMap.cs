using Bailiwick.Geography;
using Bailiwick.Market;

namespace Bailiwick.Territories;

/// <summary>A plan as a map: each area in its territory.</summary>
public static class PlanMap
{
    /// <summary>The territory of each area: that of an account of the area of which nothing else is known.</summary>
    /// <remarks>A scope that takes no area asks for more than a place, such as the type of an account; it is left aside, if allowed.</remarks>
    /// <param name="matcher">The plan.</param>
    /// <param name="set">The areas.</param>
    /// <param name="layer">The layer, by its place in the plan.</param>
    /// <param name="mayLeaveScope">Whether a scope that takes no area is left aside.</param>
    /// <returns>Per area an index into <see cref="PlanMatcher.Territories"/>; −1 where there is none.</returns>
    public static int[] TerritoriesOf(PlanMatcher matcher, BoundarySet set, int layer = 0, bool mayLeaveScope = true) =>
        // No account has an id here, so no override and no name counts, on any day.
        matcher.TerritoriesOfPlaces(AccountsOf(set), layer, mayLeaveScope);

    /// <summary>An account an area, in the order of the areas, of which nothing but the place is known: not even an id.</summary>
    public static ColumnTable AccountsOf(BoundarySet set)
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach (Area area in set.Areas)
        {
            table.Set(Accounts.Country, area.Country);
            table.Set(Accounts.PlacedSubdivision, area.Subdivision);
            table.Set(Accounts.PlacedArea, $"{set.Id}/{area.Code}");
            table.Set(Accounts.PlacedLongitude, area.Centroid.Longitude);
            table.Set(Accounts.PlacedLatitude, area.Centroid.Latitude);
            table.EndRow();
        }

        return table.Build();
    }
}
