using System.Collections.Concurrent;
using Bailiwick.Geography;
using Bailiwick.Market;

namespace Bailiwick.Workbench;

/// <summary>Turns the names of countries and subdivisions that a row gives into their codes, whatever its coordinates say; what is not known stays as it is.</summary>
/// <remarks>Safe for many threads.</remarks>
/// <param name="resolver">Finds places.</param>
internal sealed class PlaceCodes(PlaceResolver resolver)
{
    // More pairs than the world has come only of free text: forgetting them all then is cheaper than keeping them.
    private const int MostKept = 100_000;

    private readonly ConcurrentDictionary<(string Country, string? Subdivision), (string Country, string? Subdivision)> known = [];

    /// <summary>Mends a row in place. A subdivision without a country stays.</summary>
    public void Mend(MarketRow row, TextColumn country, TextColumn subdivision)
    {
        if (row[country] is not { } given)
        {
            return;
        }

        (row[country], row[subdivision]) = Of(given, row[subdivision]);
    }

    /// <summary>The same for the rows of a table of accounts or leads.</summary>
    public ColumnTable Mend(ColumnTable rows)
    {
        (TextColumn country, TextColumn subdivision) = rows.Table == Leads.Table ? (Leads.Country, Leads.Subdivision) : (Accounts.Country, Accounts.Subdivision);
        (TextValues countries, TextValues subdivisions) = (rows[country], rows[subdivision]);
        var (countryBook, subdivisionBook) = (new TextBook(), new TextBook());
        var pairs = new Dictionary<(int, int), (int Country, int Subdivision)>();
        var (countryCodes, subdivisionCodes) = (new int[rows.Count], new int[rows.Count]);
        bool isMended = false;
        for (int row = 0; row < rows.Count; row++)
        {
            (int, int) pair = (countries.Codes[row], subdivisions.Codes[row]);
            if (!pairs.TryGetValue(pair, out (int, int) codes))
            {
                (string? Country, string? Subdivision) given = (countries[row], subdivisions[row]);
                (string? Country, string? Subdivision) mended = given.Country is null ? given : Of(given.Country, given.Subdivision);
                isMended |= mended != given;
                pairs[pair] = codes = (CodeIn(countryBook, mended.Country), CodeIn(subdivisionBook, mended.Subdivision));
            }

            (countryCodes[row], subdivisionCodes[row]) = codes;
        }

        return isMended ? rows.With(country, new TextValues(countryCodes, countryBook)).With(subdivision, new TextValues(subdivisionCodes, subdivisionBook)) : rows;
    }

    private static int CodeIn(TextBook book, string? value) => value is null ? TextValues.Unknown : book.CodeOf(value);

    private (string Country, string? Subdivision) Of(string country, string? subdivision)
    {
        if (known.TryGetValue((country, subdivision), out (string, string?) codes))
        {
            return codes;
        }

        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        return known[(country, subdivision)] = CodesOf((country, subdivision));
    }

    private (string Country, string? Subdivision) CodesOf((string Country, string? Subdivision) given)
    {
        string country = resolver.Resolve(new PlaceQuery(given.Country, null, null, null, null, null)).Country ?? given.Country;
        return given.Subdivision is null
            ? (country, null)
            : (country, resolver.Resolve(new PlaceQuery(given.Country, given.Subdivision, null, null, null, null)).Subdivision ?? given.Subdivision);
    }
}
