using Bailiwick.Geography;
using Bailiwick.Geography.Files;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.CompileGeography;

/// <summary>States and counties of the United States (Census Bureau, 2017 edition) from us-atlas; codes are FIPS.</summary>
internal static class UnitedStatesSets
{
    public static IEnumerable<BoundarySet> Compile(Sources sources)
    {
        List<Feature> states = sources.Topology("us-atlas/counties-10m.json", "states");
        Dictionary<string, string> isoByName = sources.Table("subdivisions")
            .Where(row => row[1] == "US")
            .ToDictionary(row => row[2], row => row[0], StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> isoByFips = states.ToDictionary(state => state.Id!, state => Iso(state.Properties["name"], isoByName), StringComparer.Ordinal);

        yield return BoundarySet.Of("us-states", new Text("United States: states", "美國：州"), states.Select(state =>
            new AreaDraft(state.Id!, Text.Same(state.Properties["name"]), "US", "US", isoByFips[state.Id!], state.Rings())));

        yield return BoundarySet.Of("us-counties", new Text("United States: counties", "美國：郡"), DegenerateAreas.Mend(sources.Topology("us-atlas/counties-10m.json", "counties")).Select(county =>
            new AreaDraft(county.Id!, Text.Same(county.Properties["name"]), county.Id![..2], "US", isoByFips[county.Id![..2]], county.Rings())));
    }

    private static string Iso(string state, Dictionary<string, string> byName) => state switch
    {
        "United States Virgin Islands" => "US-VI",
        "Commonwealth of the Northern Mariana Islands" => "US-MP",
        _ => byName[state],
    };
}
