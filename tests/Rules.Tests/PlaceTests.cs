using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Rules.Tests;

/// <summary>Which places are real, against a reading of rows one by one.</summary>
public sealed class PlaceTests
{
    private static readonly Atlas Atlas = Atlas.Open();

    // Some that geography knows, some that lie in one another, some that it does not know.
    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["country"] = ["TW", "US", "PR", "FR", "GB", "SG", "Atlantis"],
        ["subdivision"] = ["TW-TPE", "TW-NWT", "US-CA", "US-NY", "US-PR", "GB-ENG", "GB-LND", "R-1"],
        ["city"] = ["Taipei", "臺北市", "Paris", "Springfield", "San Juan", "Nowhereham"],
        ["postal"] = ["100", "10001", "10001-1234", "90210", "00901", "SW1A 1AA", "75001", "999999"],
        ["area"] = ["tw-counties/63000", "tw-towns/63000010", "us-states/06", "us-states/72", "us-counties/06037", "world-countries/FR", "world-countries/SG"],
    };

    private static readonly string[] Unknown = ["Atlantis", "R-1", "Nowhereham", "SW1A 1AA", "75001", "999999"];

    [Fact]
    public void A_region_is_real_when_and_only_when_some_row_in_it_contradicts_nothing()
    {
        int unreal = 0;
        for (ulong seed = 0; seed < (Campaign.IsLong ? 2_000UL : 100UL); seed++)
        {
            var chance = new Chance(seed);
            RuleSpace space = SpaceOf(chance);
            for (int run = 0; run < 25; run++)
            {
                ImmutableSortedDictionary<string, string> row = RowOf(chance);
                var classes = new int[space.Axes.Length];
                space.Classify(Account.Table(row)).Row(0, classes);
                bool isReal = space.Real.Any(box => box.Holds(classes));
                string words = $"seed {seed}: {string.Join(' ', row)} of {string.Join("; ", space.Rules)}";
                // What geography does not know may be anywhere, but not what it only knows the like of.
                Assert.True(isReal || !IsReal(row) || row.Any(column => Unknown.Contains(column.Value)), $"{words}: it is real");

                // Several boundary sets write one column.
                ImmutableSortedDictionary<string, string> witness = space.Witness(classes);
                Assert.True(!isReal || IsReal(witness) || space.Axes.Count(axis => axis.Name.StartsWith("area", StringComparison.Ordinal)) > 1, $"{words}: {string.Join(' ', witness)} contradicts itself");
                unreal += isReal ? 0 : 1;
            }
        }

        Assert.True(unreal > 50, $"{unreal}");
    }

    [Theory]
    [InlineData("TW", "TW-TPE", true)]
    [InlineData("US", "TW-TPE", false)]
    [InlineData("PR", "US-PR", true)] // a country of its own and a territory of the United States
    [InlineData("US", "US-PR", true)]
    [InlineData("US", "R-1", true)] // what geography does not know may be anywhere
    public void A_subdivision_lies_in_its_country(string country, string subdivision, bool expected)
    {
        RuleSpace space = Compile($"country = \"{country}\"", $"subdivision = \"{subdivision}\"");
        Assert.Equal(expected, space.Real.Any(box => box.Holds([1, 1])));
    }

    [Fact]
    public void A_witness_bears_codes_as_people_write_them_that_go_together()
    {
        RuleSpace space = Compile("country is known", "country = \"us\"", "subdivision is known", "subdivision = \"us-ca\"", "area of \"us-counties\" in (\"06037\", \"36061\")");
        Assert.Equal("country=US subdivision=US-CA", Rewritten("country=us subdivision=us-ca"));
        Assert.Equal("area=us-counties/36061 country=US subdivision=US-NY", Rewritten("country=us subdivision=us-tx area=us-counties/06037"));
        Assert.Equal("country=AI", Rewritten("country=jp"));

        string Rewritten(string row)
        {
            var classes = new int[space.Axes.Length];
            space.Classify(Account.Of(row)).Row(0, classes);
            return string.Join(' ', space.Witness(classes).Select(column => $"{column.Key}={column.Value}"));
        }
    }

    private static RuleSpace SpaceOf(Chance chance) => Compile([.. Values.SelectMany(column => Enumerable.Range(0, chance.Next(3)).Select(_ => RuleOf(chance, column.Key, column.Value)))]);

    private static string RuleOf(Chance chance, string column, string[] values)
    {
        string value = values[chance.Next(values.Length)];
        string other = values[chance.Next(values.Length)];
        if (column != "area")
        {
            return chance.Next(3) switch { 0 => $"{column} = \"{value}\"", 1 => $"{column} in (\"{value}\", \"{other}\")", _ => column == "postal" ? $"postal starts with \"{value[..2]}\"" : $"{column} is known" };
        }

        return $"area of \"{value.Split('/')[0]}\" in (\"{value.Split('/')[1]}\")";
    }

    private static ImmutableSortedDictionary<string, string> RowOf(Chance chance) => Values
        .Where(_ => chance.Next(2) == 0)
        .ToImmutableSortedDictionary(column => column.Key, column => column.Value[chance.Next(column.Value.Length)], StringComparer.Ordinal);

    private static RuleSpace Compile(params string[] rules) => RuleSpace.Compile([.. rules.Select(rule => Rule.Parse(rule, RuleScope.Plain).Rule!)], RuleScope.Plain, Atlas);

    // Some subdivision, or country without, holds all that is known of the columns.
    private static bool IsReal(ImmutableSortedDictionary<string, string> row) =>
        Atlas.Subdivisions.All.Select(one => (one.Country, Subdivision: (Subdivision?)one))
            .Concat(Atlas.Countries.All.Where(country => Atlas.Subdivisions.All.All(one => one.Country != country.Alpha2)).Select(country => (Country: country.Alpha2, Subdivision: (Subdivision?)null)))
            .Any(place => row.All(column => LiesIn(place.Country, place.Subdivision, column.Key, column.Value)));

    private static bool LiesIn(string country, Subdivision? subdivision, string column, string value)
    {
        switch (column)
        {
            case "country": return Atlas.Countries.Find(value) is not { } known || IsOne(known.Alpha2);
            case "subdivision": return Atlas.Subdivisions.Find(value) is not { } code || IsPart(code.Country, code.Code);
            case "city": return !Atlas.Resolver.CitiesNamed(value).Any() || Atlas.Resolver.CitiesNamed(value).Any(city => IsPart(city.Country, city.Subdivision));
            case "postal":
                PostalPlace[] postals = [.. Atlas.Postals.Where(postal => value.StartsWith(postal.Postal, StringComparison.Ordinal))];
                return country is not ("US" or "TW" or "CA" or "PR") || postals.Length == 0 || Array.Exists(postals, postal => IsPart(postal.Country, postal.Subdivision));
            case "area":
                string[] parts = value.Split('/');
                Area area = Atlas.Set(parts[0]).Areas.Single(each => each.Code.Value == parts[1]);
                return IsPart(area.Country!, area.Subdivision);
            default: throw new InvalidOperationException(column);
        }

        bool IsOne(string given) => given == country || (given, country, subdivision?.Code) is ("PR", "US", "US-PR");
        bool IsPart(string given, string? of) => IsOne(given) && (of is null || Atlas.Subdivisions.Find(of) is null || of == subdivision?.Code || of == subdivision?.Parent);
    }
}
