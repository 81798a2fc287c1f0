using System.Text.Json;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;

namespace Bailiwick.Samples.Tests;

/// <summary>Samples over the compiled geography.</summary>
public class RealGeographyTests
{
    private static readonly Atlas House = Atlas.Open();

    [Theory]
    [InlineData("TW", PlacedBy.Postal, "tw-towns")]
    [InlineData("US", PlacedBy.Postal, "us-counties")]
    [InlineData("JP", PlacedBy.City, "world-countries")]
    [InlineData("DE", PlacedBy.City, "world-countries")]
    [InlineData("SG", PlacedBy.City, "world-countries")]
    public void Every_account_can_be_placed(string country, PlacedBy least, string set)
    {
        SampleCompany company = Make(country, 2_000);
        int doubtful = 0;
        Assert.All(company.Rows(Accounts.Table), row =>
        {
            LonLat? point = row[Accounts.Longitude] is { } longitude ? new LonLat(longitude, row[Accounts.Latitude]!.Value) : null;
            Placement placed = House.Resolver.Resolve(new PlaceQuery(
                row[Accounts.Country], row[Accounts.Subdivision], row[Accounts.City], row[Accounts.Postal], row[Accounts.Area], point));

            Assert.True(placed.By >= least, $"{country} {row[Accounts.Id]}: {placed}");
            Assert.StartsWith(set, placed.Area, StringComparison.Ordinal);
            Assert.Equal(row[Accounts.Country], placed.Country);
            doubtful += placed.Doubts.Count > 0 ? 1 : 0;
        });
        // Some cities on a coast lie just off the coarse shapes of the world map, and the resolver says so.
        Assert.InRange(doubtful, 0, set == "world-countries" ? 60 : 0);
    }

    [Theory]
    [InlineData("TW")]
    [InlineData("US")]
    public void Accounts_lie_in_the_subdivision_that_they_name(string country)
    {
        BoundarySet areas = House.Set(country == "TW" ? "tw-towns" : "us-counties");
        Assert.All(Make(country, 2_000).Rows(Accounts.Table).Where(row => row[Accounts.Longitude] is not null), row =>
        {
            int area = areas.Find(new LonLat(row[Accounts.Longitude]!.Value, row[Accounts.Latitude]!.Value))!.Value;
            Assert.Equal(row[Accounts.Subdivision], areas.Areas[area].Subdivision);
        });
    }

    [Fact]
    public void Territories_of_today_cover_every_town_once()
    {
        string[] areas = [.. Make("TW", 100).Rows(Territories.Table).Select(row => row[Territories.Area]!)];
        Assert.Equal(House.Set("tw-towns").Areas.Select(town => $"tw-towns/{town.Code}").Order(StringComparer.Ordinal), areas.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_town_of_Taiwan_has_a_postal_code_and_people()
    {
        SampleMap map = SampleMap.Of("TW", House).Map!;
        Assert.All(map.Places, place =>
        {
            Assert.Matches("^[0-9]{3}$", place.Postal);
            Assert.True(place.Population > 0);
        });
        Assert.Equal(House.Set("tw-towns").Areas.Length, map.Places.Select(place => place.Area).Distinct().Count());
        Assert.InRange(map.Population, 23_000_000, 24_000_000);
    }

    [Fact]
    public void People_of_Taiwan_are_estimated_near_the_register()
    {
        string? file = Ancestors(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, "shared", "data", "taiwan-reference", "town-population-2022-03.json"))
            .FirstOrDefault(File.Exists);
        Assert.SkipUnless(file is not null, "the data set taiwan-reference is not beside the repository");
        using var json = JsonDocument.Parse(File.ReadAllText(file!));
        Dictionary<string, long> register = json.RootElement.EnumerateObject()
            .Select(entry => entry.Value)
            .ToDictionary(town => town.GetProperty("area").GetString()!, town => town.GetProperty("population").GetInt64());
        SampleMap map = SampleMap.Of("TW", House).Map!;
        Dictionary<string, double> estimated = map.Places.GroupBy(place => place.AddressHead).ToDictionary(group => group.Key, group => group.Sum(place => place.Population));

        Assert.Equal(register.Keys.Order(StringComparer.Ordinal), estimated.Keys.Order(StringComparer.Ordinal));
        double misplaced = register.Sum(town => Math.Abs(town.Value - estimated[town.Key])) / 2 / register.Values.Sum();
        Assert.InRange(misplaced, 0, 0.15);
    }

    [Fact]
    public void Names_and_money_are_those_of_the_country()
    {
        Assert.All(Make("TW", 20).Rows(Accounts.Table), row => Assert.Equal("TWD", row[Accounts.Currency]));
        Assert.All(Make("US", 20).Rows(Accounts.Table), row =>
        {
            Assert.Equal("USD", row[Accounts.Currency]);
            Assert.Matches("^[0-9]{5}$", row[Accounts.Postal]!);
            Assert.Matches("^[0-9]+ [A-Z]", row[Accounts.Address]!);
        });
    }

    [Fact]
    public void An_unknown_country_is_a_problem() =>
        Assert.Equal("samples.unknown-country", Assert.Single(SampleCompany.Create(new SampleOptions { Accounts = 1, Country = "XX", Until = new DateOnly(2026, 6, 30) }, House).Problems).Code);

    private static SampleCompany Make(string country, int accounts) =>
        SampleCompany.Create(new SampleOptions { Accounts = accounts, Country = country, Until = new DateOnly(2026, 6, 30) }, House).Company!;

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
