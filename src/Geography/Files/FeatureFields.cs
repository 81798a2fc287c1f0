using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Files;

/// <summary>Which properties of a file's features hold codes and names.</summary>
/// <param name="Code">The property with the codes; null when none was found; <see cref="OwnId"/> for the features' own ids.</param>
/// <param name="Name">The property with the names; null when there is none.</param>
internal sealed record FeatureFields(string? Code, string? Name)
{
    public const string OwnId = "id";

    private static readonly string[] LikelyCodes =
        ["code", OwnId, "VILLCODE", "TOWNCODE", "COUNTYCODE", "GEOID", "GEOID20", "GEOID10", "FIPS", "ZCTA5CE20", "ZCTA5CE10", "zip", "zipcode", "postal", "postcode", "plz", "iso_a2", "iso_3166_2", "OBJECTID", "FID"];

    private static readonly string[] LikelyNames =
        ["name", "name_en", "NAMELSAD", "VILLNAME", "TOWNNAME", "COUNTYNAME", "label", "title", "名稱", "村里", "鄉鎮", "區域"];

    /// <summary>The named properties, or the first likely ones: a code must be filled and different in each feature.</summary>
    public static FeatureFields Choose(string file, List<Feature> features, BoundaryOptions options, List<Problem> problems)
    {
        List<string> all = [.. features.SelectMany(feature => feature.Properties.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (string named in new[] { options.CodeField, options.NameField }.OfType<string>())
        {
            if (!all.Contains(named, StringComparer.OrdinalIgnoreCase) && !(named == OwnId && features[0].Id is not null))
            {
                problems.Add(Problems.UnknownField(file, named, all));
                return new FeatureFields(null, null);
            }
        }

        string? code = options.CodeField ?? LikelyCodes.Concat(all).FirstOrDefault(field => IsKey(features, field));
        if (code is null)
        {
            problems.Add(Problems.NoCodeField(file, all));
        }

        return new FeatureFields(code, options.NameField ?? LikelyNames.FirstOrDefault(field => all.Contains(field, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The features as drafts of areas; one without a code is told.</summary>
    public List<AreaDraft> Drafts(string file, List<Feature> features, List<Problem> problems)
    {
        var drafts = new List<AreaDraft>();
        for (int i = 0; i < features.Count; i++)
        {
            if (ValueOf(features[i], Code!) is not { } code)
            {
                problems.Add(Problems.NoCode(file, i + 1, Code!));
                continue;
            }

            string name = (Name is null ? null : ValueOf(features[i], Name)) ?? code;
            drafts.Add(new AreaDraft(code, Text.Same(name), null, null, null, features[i].Rings()));
        }

        return drafts;
    }

    private static string? ValueOf(Feature feature, string field) => feature.Properties.GetValueOrDefault(field) ?? (field == OwnId ? feature.Id : null);

    private static bool IsKey(List<Feature> features, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return features.TrueForAll(feature => ValueOf(feature, field) is { } value && seen.Add(value));
    }
}
