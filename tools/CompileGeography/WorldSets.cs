using Bailiwick.Geography;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.CompileGeography;

/// <summary>Countries of the world (Natural Earth) from world-atlas; codes are ISO 3166-1 alpha-2.</summary>
internal static class WorldSets
{
    /// <summary>Regions that Natural Earth draws apart and ISO does not number: their code here, and the ISO country they count to, if one.</summary>
    private static (string Code, string? Country, string Chinese)? Unnumbered(string name) => name switch
    {
        "Kosovo" => ("XK", "XK", "科索沃"),
        "Somaliland" => ("X-SOMALILAND", "SO", "索馬利蘭"),
        "N. Cyprus" => ("X-NORTH-CYPRUS", "CY", "北賽普勒斯"),
        "Indian Ocean Ter." => ("X-INDIAN-OCEAN-TERRITORIES", "AU", "澳屬印度洋領地"),
        "Siachen Glacier" => ("X-SIACHEN-GLACIER", null, "錫亞琴冰川"),
        "Ashmore and Cartier Is." => ("X-ASHMORE-AND-CARTIER", "AU", "阿什莫爾和卡捷群島"),
        _ => null,
    };

    public static BoundarySet Compile(Sources sources)
    {
        Dictionary<string, string[]> byNumber = sources.Table("countries").Where(row => row[2].Length > 0).ToDictionary(row => row[2], StringComparer.Ordinal);
        return BoundarySet.Of("world-countries", new Text("World: countries", "世界：國家"), sources.Topology("world-atlas/countries-50m.json", "countries").Select(feature =>
        {
            string drawn = feature.Properties["name"];
            if (Unnumbered(drawn) is { } region)
            {
                return new AreaDraft(region.Code, new Text(drawn, region.Chinese), null, region.Country, null, feature.Rings());
            }

            string[] country = byNumber[feature.Id!];
            return new AreaDraft(country[0], new Text(country[3], country[4]), null, country[0], null, feature.Rings());
        }));
    }
}
