using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>Names of territories, of the places that weigh most in them: <c>Taoyuan – Hsinchu</c>.</summary>
/// <remarks>A county (a state) lends its name to the territory that has the larger part of it; otherwise the territory is called by its areas.</remarks>
internal static class TerritoryNames
{
    /// <summary>A second place is named when it has at least this part of the territory.</summary>
    private const double WorthNaming = 0.2;

    private static readonly Dictionary<string, string> LargerSet = new(StringComparer.Ordinal)
    {
        ["tw-villages"] = "tw-towns",
        ["tw-towns"] = "tw-counties",
        ["us-counties"] = "us-states",
    };

    private static readonly string[] EnglishEndings = [" County", " City", " Township", " District", " Vil.", " Village"];

    /// <summary>One name a territory, all different.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="territoryOf">Per unit its territory.</param>
    /// <param name="territories">How many.</param>
    /// <param name="weight">Per unit what counts, above 0.</param>
    /// <param name="atlas">Where the larger sets are.</param>
    internal static ImmutableArray<Text> Of(DesignAreas areas, ImmutableArray<int> territoryOf, int territories, double[] weight, Atlas atlas)
    {
        BoundarySet? larger = LargerSet.TryGetValue(areas.Set.Id, out string? id) && atlas.Has(id) ? atlas.Set(id) : null;
        Text?[] parents = [.. areas.Indexes.Select(area => larger is not null && areas.Set.Areas[area].Parent is { } parent && larger.IndexOf(new AreaCode(parent)) is { } index ? larger.Areas[index].Name : null)];
        var heirs = new Dictionary<Text, double[]>();
        for (int unit = 0; unit < weight.Length; unit++)
        {
            if (parents[unit] is { } parent)
            {
                (heirs.TryGetValue(parent, out double[]? shares) ? shares : heirs[parent] = new double[territories])[territoryOf[unit]] += weight[unit];
            }
        }

        var names = new Text[territories];
        for (int territory = 0; territory < territories; territory++)
        {
            int[] units = [.. Enumerable.Range(0, weight.Length).Where(unit => territoryOf[unit] == territory)];
            Text? large = Largest(units.Where(unit => parents[unit] is not null).Select(unit => (parents[unit]!, weight[unit])), name => heirs[name][territory] * 2 > heirs[name].Sum());
            names[territory] = large ?? Largest(units.Select(unit => (areas.AreaOf(unit).Name, weight[unit])), _ => true) ?? Text.Same("–");
        }

        return Distinct(names);
    }

    /// <summary>The name of the heaviest place that lends its name, and of the second where it counts; null when those that do are light beside the heaviest.</summary>
    private static Text? Largest(IEnumerable<(Text Name, double Weight)> places, Func<Text, bool> lends)
    {
        (Text Name, double Weight)[] ranked =
        [
            .. places.GroupBy(place => place.Name).Select(group => (group.Key, group.Sum(place => place.Weight)))
                .OrderByDescending(place => place.Item2).ThenBy(place => place.Key.English, StringComparer.Ordinal),
        ];
        double all = ranked.Sum(place => place.Weight);
        (Text Name, double Weight)[] lenders = [.. ranked.Where(place => place.Weight >= WorthNaming * ranked[0].Weight && lends(place.Name))];
        if (lenders.Length == 0)
        {
            return null;
        }

        Text first = Short(lenders[0].Name);
        Text? second = lenders.Skip(1).TakeWhile(place => place.Weight >= WorthNaming * all).Select(place => Short(place.Name)).FirstOrDefault(name => name != first);
        return second is null ? first : new Text($"{first.English} – {second.English}", $"{first.Chinese} – {second.Chinese}");
    }

    private static Text Short(Text name)
    {
        string? ending = Array.Find(EnglishEndings, ending => name.English.EndsWith(ending, StringComparison.Ordinal) && name.English.Length > ending.Length);
        string english = ending is null ? name.English : name.English[..^ending.Length];
        string chinese = name.Chinese.Length > 2 && name.Chinese[^1] is '縣' or '市' ? name.Chinese[..^1] : name.Chinese;
        return new Text(english.Trim(), chinese.Trim());
    }

    private static ImmutableArray<Text> Distinct(Text[] names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. names.Select(name =>
            {
                int times = seen[name.English] = seen.GetValueOrDefault(name.English) + 1;
                string mark = times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {times}");
                return new Text(name.English + mark, name.Chinese + mark);
            }),
        ];
    }
}
