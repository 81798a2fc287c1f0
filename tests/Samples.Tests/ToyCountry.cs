using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;

namespace Bailiwick.Samples.Tests;

/// <summary>A country of twelve squares in a row, so that the generator can be tested without compiled geography. The people live in the first ones.</summary>
internal static class ToyCountry
{
    public static readonly ImmutableArray<double> Population = [120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10];

    public static SampleMap Map(string country = "TW")
    {
        ImmutableArray<SamplePlace> places =
        [
            .. Population.Select((people, at) => new SamplePlace(
                $"{country}-{(char)('A' + at)}", $"City {at}", $"{100 + at}", "城", new LonLat(120 + (at * 0.1), 24), Metres.Of(2_000), people * 1_000, at)),
        ];
        return new SampleMap(
            country,
            country == "TW" ? Industries.TaiwanScheme : Industries.NorthAmericanScheme,
            places,
            [.. places.Select((place, at) => new SampleArea($"toy/{at}", place.Middle))],
            Text.Same,
            (at, point) => Math.Abs(point.Longitude - places[at].Middle.Longitude) < 0.05);
    }

    public static SampleCompany Company(int accounts, ulong seed = 1, bool facts = true, string country = "TW", int? reps = null, int years = 4) =>
        new(new SampleOptions { Accounts = accounts, Until = new DateOnly(2026, 6, 30), Seed = seed, Facts = facts, Country = country, Reps = reps, Years = years }, Map(country));
}
