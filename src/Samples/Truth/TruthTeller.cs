using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Samples.Maps;

namespace Bailiwick.Samples;

/// <summary>Writes the truth from the facts behind the draws and the counts of what was drawn.</summary>
internal sealed class TruthTeller(SampleMap map, PlantedFacts facts, Team team, SampleMoney money, SampleOptions options)
{
    private string RegionColumn => map.Regions.IsEmpty ? "city" : map.Regions[0].Column;

    public SampleTruth Tell(Tally tally) => new(
        new TruthOptions(
            options.Accounts, map.Country, options.Seed, team.Reps.Length, options.Years, options.From, options.Until, facts.IsOn, money.Currency.Code, map.Scheme),
        Rows(tally),
        Sums(tally),
        new FactSentences(map, facts, team).All(),
        new SpendingTruth(
            facts.PayElasticity,
            PlantedFacts.SpendNoise,
            facts.SalesTrend,
            Catalogue.Season(map.Country == "TW"),
            Table((Columns.Industry, IndustryValues(facts.PayByIndustry, 1)), (RegionColumn, RegionValues(facts.PayByRegion, 1))),
            facts.NichePay),
        new NewCustomersTruth(
            PlantedFacts.Growth,
            Table((Columns.Industry, IndustryValues(facts.GrowthByIndustry, 0)), (RegionColumn, RegionValues(facts.GrowthByRegion, 0))),
            Years(tally.All)),
        Deals(tally),
        Leads(tally),
        [
            .. team.Reps.Select((rep, at) => new RepTruth(
                rep.Id,
                Math.Round(rep.Skill, 4),
                [.. rep.Specialties.Select(Code)],
                facts.Specialty,
                tally.DealsByRep[at].Decided,
                tally.DealsByRep[at].Good)),
        ],
        [
            .. Industries.All.Select((industry, at) => Segment(Columns.Industry, Code(at), industry.Name, tally.ByIndustry[at])),
            .. map.Regions.Take(100).Select((region, at) => Segment(region.Column, region.Value, region.Name, tally.ByRegion[at])),
            .. Catalogue.Tiers.Select((tier, at) => Segment(Columns.Tier, tier.Name, tier.Words, tally.ByTier[at])),
        ],
        ["opportunities.stage", "opportunities.closed", "leads.account", "leads.converted", "accounts.stage", "accounts.since", "accounts.products", "accounts.interests"]);

    private static ImmutableSortedDictionary<string, decimal> Sums(Tally tally) => new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["accounts.prospects"] = tally.Prospects,
        ["accounts.customers"] = tally.All.Customers,
        ["accounts.former"] = tally.Former,
        ["opportunities.amount"] = tally.DealAmount,
        ["opportunities.won"] = tally.DealsBySource.Sum(rate => rate.Good),
        ["opportunities.open"] = tally.OpenDeals,
        ["leads.converted"] = tally.LeadsBySource.Sum(rate => rate.Good),
        ["leads.open"] = tally.OpenLeads,
        ["sales.amount"] = tally.All.Sold,
        ["sales.cost"] = tally.Cost,
    }.Concat(tally.SoldByYear.Select(year => KeyValuePair.Create("sales.amount." + year.Key.ToString(CultureInfo.InvariantCulture), year.Value)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, long> Years(SegmentTally segment) =>
        segment.NewByYear.ToImmutableSortedDictionary(year => year.Key.ToString(CultureInfo.InvariantCulture), year => year.Value, StringComparer.Ordinal);

    private static SegmentTruth Segment(string column, string value, Measures.Text name, SegmentTally tally) =>
        new(column, value, name.English, name.Chinese, tally.Accounts, tally.Customers, tally.Sold, Years(tally));

    private static ImmutableSortedDictionary<string, IReadOnlyDictionary<string, double>> Table(params ReadOnlySpan<(string Column, IReadOnlyDictionary<string, double> Values)> columns)
    {
        var table = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach ((string column, IReadOnlyDictionary<string, double> values) in columns)
        {
            table[column] = values;
        }

        return table.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static ImmutableSortedDictionary<string, double> Values(IEnumerable<(string Value, double Effect)> effects, double usual) =>
        effects.Where(pair => pair.Effect != usual).ToImmutableSortedDictionary(pair => pair.Value, pair => pair.Effect, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, double> Rates(IEnumerable<(string Value, RateTally Rate)> rates) => rates
        .Where(pair => pair.Rate.Decided > 0)
        .ToImmutableSortedDictionary(pair => pair.Value, pair => Math.Round((double)pair.Rate.Good / pair.Rate.Decided, 6), StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, long> Rows(Tally tally) => new Dictionary<string, long>(StringComparer.Ordinal)
    {
        [Accounts.Table.Name] = options.Accounts,
        [AreaFacts.Table.Name] = map.Areas.Length,
        [Market.Leads.Table.Name] = tally.Leads,
        [Opportunities.Table.Name] = tally.Deals,
        [Products.Table.Name] = Catalogue.Products.Length,
        [Quotas.Table.Name] = team.Territories.Length * (options.Until.Year - options.From.Year + 1),
        [Market.Reps.Table.Name] = team.Reps.Length,
        [Sales.Table.Name] = tally.Sales,
        [Territories.Table.Name] = map.Areas.IsEmpty ? team.Territories.Length : map.Areas.Length + team.Territories.Select((_, at) => at).Except(team.TerritoryOfArea).Count(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private ConversionTruth Deals(Tally tally) => new(
        PlantedFacts.DealIntercept,
        Table(
            (Columns.Industry, IndustryValues(facts.DealByIndustry, 0)),
            (Columns.Source, SourceValues()),
            (Columns.Tier, TierValues()),
            (Columns.Product, Values(facts.DealByProduct.Select((effect, at) => (Catalogue.Products[at].Id, effect)), 0))),
        tally.DealAuc.Count,
        Math.Round(tally.DealAuc.BaseRate, 6),
        Math.Round(tally.DealAuc.Observed, 4),
        Math.Round(tally.DealAuc.Expected, 4),
        Table(
            (Columns.Source, Rates(tally.DealsBySource.Select((rate, at) => (Catalogue.Sources[at].Name, rate)))),
            (Columns.Product, Rates(tally.DealsByProduct.Select((rate, at) => (Catalogue.Products[at].Id, rate)))),
            (Columns.Industry, Rates(tally.DealsByIndustry.Select((rate, at) => (Code(at), rate)))),
            (Columns.Rep, Rates(tally.DealsByRep.Select((rate, at) => (team.Reps[at].Id, rate))))));

    private ConversionTruth Leads(Tally tally) => new(
        PlantedFacts.LeadIntercept,
        Table((Columns.Source, SourceValues()), (Columns.Tier, TierValues()), (RegionColumn, RegionValues(facts.LeadByRegion, 0))),
        tally.LeadAuc.Count,
        Math.Round(tally.LeadAuc.BaseRate, 6),
        Math.Round(tally.LeadAuc.Observed, 4),
        Math.Round(tally.LeadAuc.Expected, 4),
        Table(
            (Columns.Source, Rates(tally.LeadsBySource.Select((rate, at) => (Catalogue.Sources[at].Name, rate)))),
            (RegionColumn, Rates(tally.LeadsByRegion.Take(100).Select((rate, at) => (map.Regions[at].Value, rate))))));

    private string Code(int industry) => Industries.All[industry].Code(map.Scheme);

    private ImmutableSortedDictionary<string, double> IndustryValues(ImmutableArray<double> effects, double usual) =>
        Values(effects.Select((effect, at) => (Code(at), effect)), usual);

    private ImmutableSortedDictionary<string, double> RegionValues(ImmutableArray<double> effects, double usual) =>
        Values(effects.Select((effect, at) => (map.Regions[at].Value, effect)), usual);

    private ImmutableSortedDictionary<string, double> SourceValues() => Values(facts.DealBySource.Select((effect, at) => (Catalogue.Sources[at].Name, effect)), 0);

    private ImmutableSortedDictionary<string, double> TierValues() => Values(facts.DealByTier.Select((effect, at) => (Catalogue.Tiers[at].Name, effect)), 0);

    private static class Columns
    {
        public const string Industry = "industry", Source = "source", Tier = "tier", Product = "product", Rep = "rep";
    }
}
