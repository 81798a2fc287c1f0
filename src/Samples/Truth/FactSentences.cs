using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;

namespace Bailiwick.Samples;

/// <summary>The planted facts, each with a sentence in both languages.</summary>
internal sealed class FactSentences(SampleMap map, PlantedFacts facts, Team team)
{
    private const string Times = "times";
    private const string LogOdds = "log-odds";

    public IReadOnlyList<PlantedFact> All() => !facts.IsOn ? [] :
    [
        .. Pay(), .. Niche(), .. Clusters(), .. Growth(), .. Deals(), .. Leads(), .. Reps(),
    ];

    private IEnumerable<PlantedFact> Pay()
    {
        IEnumerable<(string Column, string Value, Text Name, double Effect)> all = OfIndustries(facts.PayByIndustry, 1).Concat(OfRegions(facts.PayByRegion, 1));
        foreach ((string column, string value, Text name, double effect) in all)
        {
            yield return Fact(effect > 1 ? "pays-most" : "pays-least", effect, Times, new Text(
                $"Customers in {name.English} spend {Number(effect)} times as much as others of their size.",
                $"{name.Chinese}的客戶，消費是同規模其他客戶的 {Number(effect)} 倍。"), (column, value));
        }
    }

    private IEnumerable<PlantedFact> Niche()
    {
        foreach (Niche pair in facts.Clusters.Take(1))
        {
            (Text industry, Text region) = (Industries.All[pair.Industry].Name, map.Regions[pair.Region].Name);
            yield return Fact("niche", facts.NichePay, Times, new Text(
                $"{industry.English} in {region.English} is the niche: its customers spend {Number(facts.NichePay)} times as much, and only {Percent(PlantedFacts.NicheAttention)} % as many of its companies were ever approached.",
                $"{region.Chinese}的{industry.Chinese}是利基市場：客戶消費是一般的 {Number(facts.NichePay)} 倍，但接觸過的公司比例只有一般的 {Percent(PlantedFacts.NicheAttention)}%。"), Pair(pair));
        }
    }

    private IEnumerable<PlantedFact> Clusters() => facts.Clusters.Select(pair => Fact("cluster", PlantedFacts.ClusterTimes, Times, new Text(
        $"{Industries.All[pair.Industry].Name.English} clusters in {map.Regions[pair.Region].Name.English}: companies choose it there {Number(PlantedFacts.ClusterTimes)} times as readily as elsewhere.",
        $"{Industries.All[pair.Industry].Name.Chinese}聚集在{map.Regions[pair.Region].Name.Chinese}：當地公司屬於該行業的機會權重是他處的 {Number(PlantedFacts.ClusterTimes)} 倍。"), Pair(pair)));

    private IEnumerable<PlantedFact> Growth()
    {
        IEnumerable<(string Column, string Value, Text Name, double Effect)> all = OfIndustries(facts.GrowthByIndustry, 0).Concat(OfRegions(facts.GrowthByRegion, 0));
        foreach ((string column, string value, Text name, double effect) in all)
        {
            double times = Math.Round(Math.Exp(effect), 4);
            yield return Fact(effect > 0 ? "grows" : "shrinks", times, Times, new Text(
                $"New customers in {name.English} grow each year {Number(times)} times as fast as those of the company.",
                $"{name.Chinese}的新客戶每年成長倍數是全公司的 {Number(times)} 倍。"), (column, value));
        }
    }

    private IEnumerable<PlantedFact> Deals()
    {
        IEnumerable<(string Column, string Value, Text Name, double Effect)> all =
        [
            .. facts.DealBySource.Select((effect, at) => ("source", Catalogue.Sources[at].Name, Catalogue.Sources[at].Words, effect)),
            .. facts.DealByTier.Select((effect, at) => ("tier", Catalogue.Tiers[at].Name, Catalogue.Tiers[at].Words, effect)),
            .. facts.DealByProduct.Select((effect, at) => ("product", Catalogue.Products[at].Id, Catalogue.Products[at].Name, effect)),
            .. OfIndustries(facts.DealByIndustry, 0),
        ];
        foreach ((string column, string value, Text name, double effect) in all.Where(entry => Math.Abs(entry.Effect) >= 0.3))
        {
            yield return Fact(effect > 0 ? "deal-converts-best" : "deal-converts-worst", effect, LogOdds, new Text(
                $"The odds of winning a deal are {Number(Math.Exp(effect))} times the usual for {name.English}.",
                $"{name.Chinese}的商機，成交勝算是一般的 {Number(Math.Exp(effect))} 倍。"), (column, value));
        }
    }

    private IEnumerable<PlantedFact> Leads() => OfRegions(facts.LeadByRegion, 0).Select(entry => Fact("lead-converts-best", entry.Effect, LogOdds, new Text(
        $"The odds that a lead converts are {Number(Math.Exp(entry.Effect))} times the usual in {entry.Name.English}.",
        $"{entry.Name.Chinese}的潛在客戶，轉換勝算是一般的 {Number(Math.Exp(entry.Effect))} 倍。"), (entry.Column, entry.Value)));

    private IEnumerable<PlantedFact> Reps() => team.Reps.SelectMany(rep => rep.Specialties.Select(industry => Fact("rep-specialty", facts.Specialty, LogOdds, new Text(
        $"Rep {rep.Id} wins more in {Industries.All[industry].Name.English}: {Number(Math.Exp(facts.Specialty))} times the odds.",
        $"業務代表 {rep.Id} 在{Industries.All[industry].Name.Chinese}較強：成交勝算是一般的 {Number(Math.Exp(facts.Specialty))} 倍。"), ("rep", rep.Id), ("industry", Code(industry)))));

    private IEnumerable<(string Column, string Value, Text Name, double Effect)> OfIndustries(ImmutableArray<double> effects, double usual) => effects
        .Select((effect, at) => ("industry", Code(at), Industries.All[at].Name, effect))
        .Where(entry => entry.effect != usual)
        .OrderByDescending(entry => entry.effect);

    private IEnumerable<(string Column, string Value, Text Name, double Effect)> OfRegions(ImmutableArray<double> effects, double usual) => effects
        .Select((effect, at) => (map.Regions[at].Column, map.Regions[at].Value, map.Regions[at].Name, effect))
        .Where(entry => entry.effect != usual)
        .OrderByDescending(entry => entry.effect);

    private (string, string)[] Pair(Niche pair) => [("industry", Code(pair.Industry)), (map.Regions[pair.Region].Column, map.Regions[pair.Region].Value)];

    private string Code(int industry) => Industries.All[industry].Code(map.Scheme);

    private static PlantedFact Fact(string kind, double effect, string unit, Text words, params (string Column, string Value)[] where) => new(
        kind, where.ToImmutableSortedDictionary(pair => pair.Column, pair => pair.Value, StringComparer.Ordinal), effect, unit, words.English, words.Chinese);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double part) => (part * 100).ToString("0", CultureInfo.InvariantCulture);
}
