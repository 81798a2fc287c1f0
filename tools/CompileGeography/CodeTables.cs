using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.CompileGeography;

/// <summary>ISO 3166-1 and 3166-2 from iso-3166 and i18n-iso-countries, with the names that people use.</summary>
internal static class CodeTables
{
    /// <summary>Names in wide use that no package lists.</summary>
    private static readonly Dictionary<string, string> UsualNames = new(StringComparer.Ordinal)
    {
        ["TW"] = "臺灣|台湾|中華民國|Republic of China|ROC|R.O.C.|Taiwan R.O.C.|Taiwan (ROC)|Taiwan, R.O.C.|Chinese Taipei",
        ["CN"] = "中國大陸|大陸|Mainland China|PR China|P.R. China|PRC|P.R.C.",
        ["HK"] = "Hong Kong SAR|Hongkong|香港特別行政區",
        ["MO"] = "Macau|Macao SAR|澳門特別行政區",
        ["US"] = "America|美國|美利堅合眾國",
        ["GB"] = "England|Scotland|Wales|Northern Ireland|Britain|U.K.|英格蘭|蘇格蘭|威爾斯|北愛爾蘭",
        ["NL"] = "Holland|荷蘭",
        ["KR"] = "Korea|韓國|大韓民國|Korea South",
        ["GR"] = "EL",
        ["CZ"] = "Czech Republic",
        ["TR"] = "Turkey",
        ["VN"] = "Viet Nam|Vietnam",
        ["RU"] = "Russia",
        ["AE"] = "UAE|U.A.E.|阿聯|杜拜",
        ["CI"] = "Ivory Coast",
        ["MM"] = "Burma",
        ["DE"] = "Deutschland",
        ["JP"] = "Nippon",
    };

    public static List<(Country, string[])> Countries(Sources sources) =>
    [
        .. sources.Table("countries").Select(row => (
            new Country(row[0], row[1], row[2], new Text(row[3], row[4])),
            $"{UsualNames.GetValueOrDefault(row[0])}|{row[5]}|{row[6]}".Split('|', StringSplitOptions.RemoveEmptyEntries))),
    ];

    public static List<Subdivision> Subdivisions(Sources sources, BoundarySet taiwanCounties)
    {
        Dictionary<string, Text> taiwan = taiwanCounties.Areas.ToDictionary(county => county.Subdivision!, county => county.Name, StringComparer.Ordinal);
        return
        [
            .. sources.Table("subdivisions").Select(row => new Subdivision(
                row[0], row[0][..2], taiwan.GetValueOrDefault(row[0]) ?? Text.Same(row[2]), row[1].Length > 2 ? row[1] : null)),
        ];
    }
}
