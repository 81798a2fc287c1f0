using Bailiwick.Measures;

namespace Bailiwick.Staffing.Tests;

/// <summary>Worlds on the equator, where a degree is as long everywhere and distances can be counted on a napkin.</summary>
internal static class SmallWorlds
{
    /// <summary>Length of a degree on the equator, in metres.</summary>
    public static readonly double Degree = Math.PI * LonLat.EarthRadius / 180;

    public static StaffedRep Rep(string id, double? longitude) => new(new RepId(id), id, longitude is { } at ? new LonLat(at, 0) : null);

    public static StaffedTerritory Territory(string id, params double[] accounts) =>
        new(new TerritoryId(id), id, TravelDistance.Gather(accounts.Select(longitude => new LonLat(longitude, 0))));

    public static StaffingProblem Of(IEnumerable<StaffedRep> reps, IEnumerable<StaffedTerritory> territories) =>
        new([.. reps], [.. territories]);

    public static IEnumerable<string> Told(this StaffingResult result) => result.Choices.Select(choice => $"{choice.Territory} {choice.Rep?.Value ?? "vacant"}");
}
