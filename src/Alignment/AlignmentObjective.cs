namespace Bailiwick.Alignment;

/// <summary>What makes one balanced plan better than another. Smaller is better.</summary>
public enum AlignmentObjective
{
    /// <summary>Mass times squared distance to the best centre unit of the territory, distances in whole kilometres.</summary>
    /// <remarks>
    /// Hess et al., "Nonpartisan political redistricting by computer", Operations Research 13(6), 1965, doi 10.1287/opre.13.6.998,
    /// with the rounding of Validi, Buchanan, Lykhovyd 2022, doi 10.1287/opre.2021.2141: the sum of w_i (d_ij / 1000)², where w_i is the
    /// mass of unit i and d_ij the distance to centre j, rounded to kilometres.
    /// </remarks>
    MomentOfInertia,

    /// <summary>Neighbour pairs whose units lie in different territories.</summary>
    CutEdges,

    /// <summary>Squares of 100 times the distance to the best centre, rounded down, unweighted; coordinates as given.</summary>
    GridInertia,

    /// <summary>Distance to the best centre unit, unweighted and unrounded, in the unit of the coordinates.</summary>
    SumDistanceToCentreUnit,
}

/// <summary>The objectives' names in files and commands.</summary>
public static class AlignmentObjectives
{
    private static readonly (string Name, AlignmentObjective Objective)[] Names =
    [
        ("moment_of_inertia", AlignmentObjective.MomentOfInertia),
        ("cut_edges", AlignmentObjective.CutEdges),
        ("grid_inertia", AlignmentObjective.GridInertia),
        ("sum_distance_to_centre_unit", AlignmentObjective.SumDistanceToCentreUnit),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(pair => pair.Name)];

    /// <summary>The objective of this name, or null.</summary>
    public static AlignmentObjective? Named(string name) => Names.Where(pair => pair.Name == name).Select(pair => (AlignmentObjective?)pair.Objective).FirstOrDefault();

    /// <summary>The name of an objective.</summary>
    public static string NameOf(AlignmentObjective objective) => Names.First(pair => pair.Objective == objective).Name;
}
