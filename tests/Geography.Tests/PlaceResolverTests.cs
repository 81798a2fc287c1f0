using Bailiwick.Geography.Places;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Tests;

public sealed class PlaceResolverTests
{
    // country | subdivision | city | postal | area → by, country, subdivision, area, doubts
    [Theory]
    [InlineData("USA|CA|Los Angeles|90001|", "Postal US US-CA us-counties/06037")]
    [InlineData("United States|Illinois|Springfield||", "City US US-IL us-counties/17167")]
    [InlineData("US||Springfield||", "Country US - world-countries/US city-ambiguous")]
    [InlineData("US||Portland||", "City US US-OR us-counties/41051 city-largest")]
    [InlineData("US||New York||", "City US US-NY us-counties/36061")]
    [InlineData("UK||London||", "City GB GB-ENG world-countries/GB")]
    [InlineData("Philipines||Manila||", "City PH - world-countries/PH country-mended")]
    [InlineData("日本||東京||", "City JP JP-13 world-countries/JP")]
    [InlineData("DE||München||", "City DE DE-BY world-countries/DE")]
    [InlineData("Atlantis||Paris||", "Nothing - - - unknown-country not-placed")]
    [InlineData("|California|||", "Subdivision US US-CA us-states/06 country-inferred")]
    [InlineData("||||", "Nothing - - - not-placed")]
    [InlineData("US|||2138|", "Postal US US-MA us-counties/25017 postal-mended")]
    [InlineData("US|NY||02138-1234|", "Postal US US-MA us-counties/25017 subdivision-contradicts")]
    [InlineData("US|||M5V 2T6|", "Country US - world-countries/US postal-contradicts")]
    [InlineData("|||M5V 2T6|", "Postal CA CA-ON world-countries/CA country-inferred")]
    [InlineData("CA|||m5v|", "Postal CA CA-ON world-countries/CA")]
    [InlineData("|||90210|", "Nothing - - - postal-without-country not-placed")]
    [InlineData("US|||99999|", "Country US - world-countries/US unknown-postal")]
    [InlineData("US|Nevada|San Francisco||", "Subdivision US US-NV us-states/32 city-contradicts")]
    [InlineData("US|Texas|Paris|10001|", "Postal US US-NY us-counties/36061 subdivision-contradicts city-contradicts")]
    [InlineData("PR||San Juan|00901|", "Postal PR US-PR us-counties/72127")]
    [InlineData("TW||台北市|100|", "Postal TW TW-TPE tw-towns/63000050")]
    [InlineData("台湾||臺北||", "City TW TW-TPE tw-counties/63000")]
    [InlineData("臺灣|新北市|板橋||", "City TW TW-NWT tw-towns/65000010")]
    [InlineData("Taiwan||Banqiao||", "City TW TW-NWT tw-towns/65000010")]
    [InlineData("TW||新北市板橋區||", "City TW TW-NWT tw-towns/65000010")]
    [InlineData("TW|台北|大安||", "City TW TW-TPE tw-towns/63000030")]
    [InlineData("TW||新竹||", "Country TW - world-countries/TW city-ambiguous")]
    [InlineData("TW||桃園||", "City TW TW-TAO tw-counties/68000")]
    [InlineData("TW|||30010|", "Postal TW TW-HSZ tw-counties/10018")]
    [InlineData("TW||香山區|300|", "Postal TW TW-HSZ tw-towns/10018030")]
    [InlineData("TW|||220042|", "Postal TW TW-NWT tw-towns/65000010")]
    [InlineData("US||||us-counties/06037", "Area US US-CA us-counties/06037")]
    [InlineData("TW||||63000", "Area TW TW-TPE tw-counties/63000")]
    [InlineData("US||||us-counties/99999", "Country US - world-countries/US unknown-area")]
    [InlineData("TW||||us-counties/06037", "Area US US-CA us-counties/06037 country-contradicts")]
    public void Words_are_placed_by_the_most_precise_that_is_certain(string given, string expected) => Assert.Equal(expected, Told(given, null));

    [Theory]
    [InlineData("TW||||", 121.5645, 25.0340, "Coordinates TW TW-TPE tw-towns/63000020")]
    [InlineData("US||||", 121.5645, 25.0340, "Coordinates TW TW-TPE tw-towns/63000020 country-contradicts")]
    [InlineData("|||100|", 121.5645, 25.0340, "Coordinates TW TW-TPE tw-towns/63000020 postal-without-country")]
    [InlineData("SA||||", 24.7, 46.7, "Coordinates RO - world-countries/RO coordinates-swapped")]
    [InlineData("KE||||", 0.5, 36.8, "Country KE - world-countries/KE coordinates-swapped")]
    [InlineData("US|||90001|", 0, 0, "Postal US US-CA us-counties/06037 coordinates-zero")]
    [InlineData("US|||90001|", -140, 30, "Postal US US-CA us-counties/06037 coordinates-nowhere")]
    [InlineData("US|||90001|", -74, 40.72, "Coordinates US US-NY us-counties/36061 postal-contradicts")]
    [InlineData("US|CA|||", -74, 40.72, "Coordinates US US-NY us-counties/36061 subdivision-contradicts")]
    public void Coordinates_come_before_words_and_contradictions_are_told(string given, double longitude, double latitude, string expected) =>
        Assert.Equal(expected, Told(given, new LonLat(longitude, latitude)));

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        PlaceQuery[] queries = [.. House.Atlas.Value.Postals.Where((_, at) => at % 97 == 0).Select(place => new PlaceQuery(place.Country, place.Subdivision, place.City, place.Postal, null, null))];
        string[] alone = [.. queries.Select(query => Told(House.Atlas.Value.Resolver.Resolve(query)))];
        PlaceResolver shared = Atlas.Open().Resolver;
        string[] together = [.. queries.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(query => Told(shared.Resolve(query)))];

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Every_postal_code_of_the_tables_is_placed_in_its_own_subdivision()
    {
        Atlas atlas = House.Atlas.Value;
        foreach (PostalPlace place in atlas.Postals)
        {
            Placement placed = atlas.Resolver.Resolve(new PlaceQuery(place.Country, null, null, place.Postal, null, null));
            Assert.True(placed.By == PlacedBy.Postal && placed.Subdivision == place.Subdivision, $"{place} → {Told(placed)}");
        }
    }

    [Fact]
    public void The_tables_have_their_known_sizes()
    {
        Atlas atlas = House.Atlas.Value;

        Assert.Equal(250, atlas.Countries.All.Count);
        Assert.True(atlas.Places.Length > 135_000);
        Assert.Equal(368, atlas.Places.Count(place => place.Country == "TW"));
        Assert.Equal(368, atlas.Postals.Where(place => place.Country == "TW").Count());
        Assert.Equal(1611, atlas.Postals.Count(place => place.Country == "CA"));
        Assert.True(atlas.Postals.Count(place => place.Country == "US") > 42_000);
    }

    [Theory]
    [InlineData("TW", "台灣")]
    [InlineData("KR", "南韓")]
    [InlineData("NZ", "紐西蘭")]
    [InlineData("HK", "香港")]
    public void Countries_have_the_names_that_are_used_in_Taiwan(string code, string name) => Assert.Equal(name, House.Atlas.Value.Countries.Find(code)!.Name.Chinese);

    [Theory]
    [InlineData("臺北市", "台北市")]
    [InlineData("Ｔａｉｐｅｉ　Ｃｉｔｙ", "taipeicity")]
    [InlineData("Saint-Denis", "saintdenis")]
    [InlineData("St. Louis", "saintlouis")]
    [InlineData("København", "kobenhavn")]
    [InlineData("  ", "")]
    public void Names_are_compared_without_case_width_accents_and_blanks(string given, string folded) => Assert.Equal(folded, PlaceNames.Fold(given));

    [Theory]
    [InlineData("taiwan", "taiwna", 1)]
    [InlineData("taiwan", "taiwan", 0)]
    [InlineData("philippines", "philipines", 1)]
    [InlineData("abc", "xyz", 3)]
    public void Slips_are_counted(string left, string right, int slips) => Assert.Equal(slips, PlaceNames.Slips(left, right, 3));

    private static string Told(string given, LonLat? point)
    {
        string[] words = given.Split('|');
        return Told(House.Atlas.Value.Resolver.Resolve(new PlaceQuery(words[0], words[1], words[2], words[3], words[4], point)));
    }

    private static string Told(Placement placed) => string.Join(' ', (string[])
        [$"{placed.By} {placed.Country ?? "-"} {placed.Subdivision ?? "-"} {placed.Area ?? "-"}", .. placed.Doubts.Select(doubt => doubt.Code["geography.".Length..])]);
}
