using Bailiwick.Geography;
using Bailiwick.Market;

namespace Bailiwick.Workbench;

/// <summary>Turns the names of countries and subdivisions that a row gives into their codes, whatever its coordinates say; what is not known stays as it is.</summary>
/// <param name="resolver">Finds places.</param>
internal sealed class PlaceCodes(PlaceResolver resolver)
{
    // More pairs than the world has come only of free text: forgetting them all then is cheaper than keeping them.
    private const int MostKept = 100_000;

    private readonly Dictionary<(string Country, string? Subdivision), (string Country, string? Subdivision)> known = [];

    /// <summary>Mends a row in place. A subdivision without a country stays.</summary>
    public void Mend(MarketRow row, TextColumn country, TextColumn subdivision)
    {
        if (row[country] is not { } given)
        {
            return;
        }

        (string, string?) pair = (given, row[subdivision]);
        if (!known.TryGetValue(pair, out (string Country, string? Subdivision) codes))
        {
            codes = CodesOf(pair);
            if (known.Count == MostKept)
            {
                known.Clear();
            }

            known.Add(pair, codes);
        }

        row[country] = codes.Country;
        row[subdivision] = codes.Subdivision;
    }

    private (string Country, string? Subdivision) CodesOf((string Country, string? Subdivision) given)
    {
        string country = resolver.Resolve(new PlaceQuery(given.Country, null, null, null, null, null)).Country ?? given.Country;
        return given.Subdivision is null
            ? (country, null)
            : (country, resolver.Resolve(new PlaceQuery(given.Country, given.Subdivision, null, null, null, null)).Subdivision ?? given.Subdivision);
    }
}
