using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>Accounts by seeded chance; any cell may be unknown.</summary>
internal static class RandomAccounts
{
    private static readonly string[] Currencies = ["TWD", "USD", "JPY", "EUR"];
    private static readonly string[] Texts = ["name", "country", "subdivision", "city", "postal", "type", "tier", "stage", "owner", "industry", "industry_scheme", "channel", "trade"];
    private static readonly string[] Sets = ["products", "interests", "tags", "badges"];

    public static AccountModel Of(Chance chance, string id, string[] ids, RandomPlaces places)
    {
        ImmutableSortedDictionary<string, string>.Builder cells = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        cells["id"] = id;
        if (chance.Next(2) == 0)
        {
            cells["parent"] = ids[chance.Next(ids.Length)]; // cycles happen
        }

        foreach (string field in Texts.Where(_ => chance.Next(4) > 0))
        {
            cells[field] = Vocabulary.Word(chance, field);
        }

        foreach (string field in Sets.Where(_ => chance.Next(3) > 0))
        {
            cells[field] = string.Join(';', Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Vocabulary.Word(chance, field)));
        }

        Numbers(chance, cells);
        Place(chance, cells, places);
        return new AccountModel(cells.ToImmutable());
    }

    private static void Numbers(Chance chance, ImmutableSortedDictionary<string, string>.Builder cells)
    {
        void Maybe(string field, string value)
        {
            if (chance.Next(4) > 0)
            {
                cells[field] = value;
            }
        }

        Maybe("employees", Vocabulary.Number(chance, "employees"));
        Maybe("revenue", Vocabulary.Number(chance, "revenue"));
        Maybe("currency", Currencies[chance.Next(Currencies.Length)]);
        Maybe("since", Vocabulary.Day(chance));
        // What is no number and no day is unknown.
        Maybe("fleet_size", chance.Next(8) == 0 ? "many" : Vocabulary.Number(chance, "fleet_size"));
        Maybe("signed", chance.Next(8) == 0 ? "soon" : Vocabulary.Day(chance));
    }

    // A point, an area, both where they agree, or nothing.
    private static void Place(Chance chance, ImmutableSortedDictionary<string, string>.Builder cells, RandomPlaces places)
    {
        int kind = chance.Next(4);
        if (kind is 0 or 1)
        {
            (decimal longitude, decimal latitude) = places.Point();
            cells["longitude"] = longitude.ToString(CultureInfo.InvariantCulture);
            cells["latitude"] = latitude.ToString(CultureInfo.InvariantCulture);
            if (kind == 1 && Squares.At(longitude, latitude) is { } square)
            {
                cells["area"] = $"{Squares.Id}/{square}";
            }
        }
        else if (kind == 2)
        {
            cells["area"] = Vocabulary.Word(chance, "area");
        }
    }
}
