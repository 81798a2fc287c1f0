using Bailiwick.Geography;

namespace Bailiwick.Rules.Space;

/// <summary>One axis of places against the regions of the world: which classes rows of a region may have, and by which names.</summary>
internal sealed class PlaceAxis
{
    private readonly ulong[][] ofRegion;
    private readonly ulong[] anywhere;
    private readonly Dictionary<(int Region, int Class), string> names = [];
    private readonly Dictionary<int, string> nameOf = [];
    private readonly AxisIndex axis;

    private PlaceAxis(AxisIndex axis, int regions)
    {
        this.axis = axis;
        anywhere = new ulong[(axis.Classes + 63) / 64];
        // A row may leave it out.
        anywhere[0] = 1;
        ofRegion = [.. Enumerable.Range(0, regions).Select(_ => new ulong[anywhere.Length])];
    }

    /// <summary>The column that a row writes.</summary>
    public string Column => axis.Attribute.Field.Name;

    /// <summary>The axis of a place; null when it asks for no place, or nothing is known of its places.</summary>
    public static PlaceAxis? Of(AxisIndex axis, Atlas atlas, RegionsByCode regions)
    {
        var places = new PlaceAxis(axis, atlas.Regions.Length);
        switch (axis)
        {
            case AreaAxis areas: places.AddAreas(areas, regions); return places;
            case TextAxis { Attribute.Field.Name: "country" } countries: places.AddCodes(countries, atlas, region => region.Countries); return places;
            case TextAxis { Attribute.Field.Name: "subdivision" } subdivisions: places.AddCodes(subdivisions, atlas, region => region.Subdivisions); return places;
            case TextAxis { Attribute.Field.Name: "city" } cities: places.AddCities(cities, atlas, regions); return places;
            case TextAxis { Attribute.Field.Name: "postal" } postals: places.AddPostals(postals, atlas, regions); return places;
            default: return null;
        }
    }

    /// <summary>The classes that rows of a region may have.</summary>
    public ClassSet In(int region) => ClassSet.Of(axis.Classes, ofRegion[region]).Or(ClassSet.Of(axis.Classes, anywhere));

    /// <summary>What rows of a region write for a class; null when that is not known.</summary>
    public string? NameIn(int region, int number) => names.GetValueOrDefault((region, number));

    /// <summary>What rows of some region write for a class; null when that is not known.</summary>
    public string? NameOf(int number) => nameOf.GetValueOrDefault(number);

    private void AddCodes(TextAxis codes, Atlas atlas, Func<PlaceRegion, IEnumerable<string>> codesOf)
    {
        for (int region = 0; region < ofRegion.Length; region++)
        {
            foreach (string code in codesOf(atlas.Regions[region]))
            {
                Add(region, codes.ClassOf(code), code);
            }
        }

        AddUnknown();
    }

    private void AddAreas(AreaAxis areas, RegionsByCode regions)
    {
        foreach ((Area area, int number, string name) in areas.Areas)
        {
            foreach (int region in regions.Of(area.Country, area.Subdivision))
            {
                Add(region, number, name);
            }
        }
    }

    private void AddPostals(TextAxis postals, Atlas atlas, RegionsByCode regions)
    {
        foreach (PostalPlace postal in atlas.Postals)
        {
            // A code goes on after what the tables have: 10001-1234, 100015.
            string folded = Kinds.Fold(postal.Postal, postals.Attribute.Field.Kind);
            foreach ((int number, string? example) in postals.ClassesFrom(folded))
            {
                Array.ForEach(regions.Of(postal.Country, postal.Subdivision), region => Add(region, number, example));
            }
        }

        AddUnknown();
        for (int region = 0; region < ofRegion.Length; region++)
        {
            if (atlas.Regions[region].PostalCountry is null)
            {
                ClassSet.All(axis.Classes).Words.CopyTo(ofRegion[region]);
            }
        }
    }

    private void AddCities(TextAxis cities, Atlas atlas, RegionsByCode regions)
    {
        IReadOnlyList<string>?[] values = cities.Values();
        for (int number = 0; number < values.Length; number++)
        {
            // Small places stand in no table, and may be anywhere.
            bool isAnywhere = values[number] is not { } named || named.Any(value => !atlas.Resolver.CitiesNamed(value).Any());
            if (isAnywhere)
            {
                Mark(anywhere, number);
            }

            foreach ((string value, (string Country, string? Subdivision) place) in (values[number] ?? []).SelectMany(value => atlas.Resolver.CitiesNamed(value).Select(place => (value, place))))
            {
                Array.ForEach(regions.Of(place.Country, place.Subdivision), region => Add(region, number, value));
            }
        }
    }

    // A class of which geography knows no value may be anywhere.
    private void AddUnknown()
    {
        for (int number = 1; number < axis.Classes; number++)
        {
            if (!Array.Exists(ofRegion, bits => (bits[number >> 6] >> number & 1) != 0))
            {
                Mark(anywhere, number);
            }
        }
    }

    private void Add(int region, int number, string? name)
    {
        Mark(ofRegion[region], number);
        if (name is not null)
        {
            names.TryAdd((region, number), name);
            nameOf.TryAdd(number, name);
        }
    }

    private static void Mark(ulong[] bits, int number) => bits[number >> 6] |= 1UL << number;
}

/// <summary>Regions of the world by the codes of what lies in them.</summary>
internal sealed class RegionsByCode(Atlas atlas)
{
    private readonly Dictionary<(string? Country, string? Subdivision), int[]> known = [];

    /// <summary>The regions in which something may lie; all of a country when its subdivision is not known, all when nothing is.</summary>
    public int[] Of(string? country, string? subdivision)
    {
        if (!known.TryGetValue((country, subdivision), out int[]? regions))
        {
            string? inCountry = country is not null && atlas.Countries.Find(country) is not null ? country : null;
            string? inSubdivision = subdivision is not null && atlas.Subdivisions.Find(subdivision) is not null ? subdivision : null;
            known[(country, subdivision)] = regions =
            [
                .. Enumerable.Range(0, atlas.Regions.Length).Where(region => atlas.Regions[region] is var each
                    && (inCountry is null || each.Countries.Contains(inCountry, StringComparer.Ordinal)) && (inSubdivision is null || each.Subdivisions.Contains(inSubdivision, StringComparer.Ordinal))),
            ];
        }

        return regions;
    }
}
