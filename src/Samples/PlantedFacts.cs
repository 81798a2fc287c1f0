using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;

namespace Bailiwick.Samples;

/// <summary>A pair of an industry and a region, by index.</summary>
internal readonly record struct Niche(int Industry, int Region);

/// <summary>What is true of the sample's market, and nothing else is: the coefficients behind every draw.</summary>
/// <remarks>
/// Which industry or region carries a fact is drawn by the seed; how strong it is stands here. Pay, growth and clusters take different
/// industries and different regions, so that no fact hides behind another.
/// </remarks>
internal sealed class PlantedFacts
{
    /// <summary>Chance that a deal is won, and that a lead converts, when nothing speaks for or against it (log-odds).</summary>
    public const double DealIntercept = -0.7, LeadIntercept = -0.9;

    /// <summary>Standard deviation of the logarithm of what two customers alike spend.</summary>
    public const double SpendNoise = 0.5;

    /// <summary>Yearly growth of new deals in log units that all have.</summary>
    public const double Growth = 0.08;

    /// <summary>How much more often an industry stands in its cluster.</summary>
    public const double ClusterTimes = 5;

    /// <summary>Deals that come to a company of the niche, against another.</summary>
    public const double NicheAttention = 0.3;

    // Regions that carry a fact: the largest ones.
    private const int Roles = 7;

    private readonly Weighted[] industriesByRegion;
    private readonly Weighted industriesElsewhere;

    private PlantedFacts(SampleMap map, Chance chance, bool isOn)
    {
        // Rare things need many cases to be seen: growth takes the most common industries and regions, conversion the next.
        Queue<int> industries = Drawn([.. Industries.All.Select(industry => industry.Weight)], [7.5, 4.5, 0], chance);
        Queue<int> regions = Drawn([.. map.Regions.Take(Roles).Select((_, at) => (double)-at)], [-3.5, -Roles], chance);
        Queue<int> products = Drawn([.. Catalogue.Products.Select(_ => 0.0)], [0], chance);
        int Next(Queue<int> of) => of.TryDequeue(out int found) ? found : -1;

        IsOn = isOn;
        GrowthByIndustry = Table(isOn, Industries.All.Length, 0, (Next(industries), 0.6), (Next(industries), -0.6));
        GrowthByRegion = Table(isOn, map.Regions.Length, 0, (Next(regions), 0.6));
        DealByIndustry = Table(isOn, Industries.All.Length, 0, (Next(industries), 1.0), (Next(industries), 0.7), (Next(industries), -0.9));
        Niche[] clusters = [.. Enumerable.Range(0, 3).Select(_ => new Niche(Next(industries), Next(regions))).Where(pair => pair.Region >= 0)];
        Clusters = isOn ? [.. clusters] : [];
        NichePay = Clusters.IsEmpty ? 1 : 2.2;
        PayByIndustry = Table(isOn, Industries.All.Length, 1, (Next(industries), 2.6), (Next(industries), 2.1), (Next(industries), 1.7), (Next(industries), 0.5));
        PayByRegion = Table(isOn, map.Regions.Length, 1, (Next(regions), 2.0), (Next(regions), 1.6));
        PayElasticity = isOn ? 0.5 : 0;

        DealBySource = isOn ? [0, -0.2, 1.0, -0.5, 0.5, -1.0] : [.. new double[Catalogue.Sources.Length]];
        DealByTier = isOn ? [0, 0.35, -0.45] : [.. new double[Catalogue.Tiers.Length]];
        DealByProduct = Table(isOn, Catalogue.Products.Length, 0, (Next(products), 0.8), (Next(products), -0.7));
        LeadByRegion = Table(isOn, map.Regions.Length, 0, (Next(regions), 0.8));
        RepSpread = isOn ? 0.5 : 0;
        Specialty = isOn ? 0.9 : 0;
        SalesTrend = 0.05;

        double[] weights = [.. Industries.All.Select(industry => industry.Weight)];
        industriesElsewhere = new Weighted(weights);
        industriesByRegion = [.. Enumerable.Range(0, map.Regions.Length).Select(region => new Weighted(weights.Select((weight, industry) =>
            Clusters.Contains(new Niche(industry, region)) ? weight * ClusterTimes : weight)))];
    }

    /// <summary>Whether anything is planted.</summary>
    public bool IsOn { get; }

    /// <summary>What a customer of the industry spends, against another; 1 is as any.</summary>
    public ImmutableArray<double> PayByIndustry { get; }

    /// <summary>The same by region.</summary>
    public ImmutableArray<double> PayByRegion { get; }

    /// <summary>Spending grows with employees to this power.</summary>
    public double PayElasticity { get; }

    /// <summary>What a customer of the niche spends, against another.</summary>
    public double NichePay { get; }

    /// <summary>New customers by industry: yearly growth in log units on top of the company's.</summary>
    public ImmutableArray<double> GrowthByIndustry { get; }

    /// <summary>The same by region.</summary>
    public ImmutableArray<double> GrowthByRegion { get; }

    /// <summary>Where an industry stands five times as often. The first is the niche: it pays most, and few know it.</summary>
    public ImmutableArray<Niche> Clusters { get; }

    /// <summary>Log-odds of winning, by industry of the account.</summary>
    public ImmutableArray<double> DealByIndustry { get; }

    /// <summary>Log-odds of winning and of conversion, by source.</summary>
    public ImmutableArray<double> DealBySource { get; }

    /// <summary>Log-odds of winning and of conversion, by tier.</summary>
    public ImmutableArray<double> DealByTier { get; }

    /// <summary>Log-odds of winning, by product.</summary>
    public ImmutableArray<double> DealByProduct { get; }

    /// <summary>Log-odds that a lead converts, by region.</summary>
    public ImmutableArray<double> LeadByRegion { get; }

    /// <summary>Standard deviation of the reps' log-odds.</summary>
    public double RepSpread { get; }

    /// <summary>Log-odds of a rep in an industry that is the rep's own.</summary>
    public double Specialty { get; }

    /// <summary>Growth of all spending a year, as a part.</summary>
    public double SalesTrend { get; }

    /// <summary>Draws which segments carry the facts.</summary>
    public static PlantedFacts Draw(SampleMap map, ulong seed, bool isOn) => new(map, Streams.For(seed, Purpose.Facts, 0), isOn);

    /// <summary>An industry for a company of a region.</summary>
    public int DrawIndustry(int region, Chance chance) => (region < 0 ? industriesElsewhere : industriesByRegion[region]).Draw(chance);

    /// <summary>Whether this is the niche.</summary>
    public bool IsNiche(int industry, int region) => !Clusters.IsEmpty && Clusters[0] == new Niche(industry, region);

    // All indexes: those whose size is above the first step in random order, then those above the second, and so on.
    private static Queue<int> Drawn(double[] sizes, double[] steps, Chance chance)
    {
        var drawn = new Queue<int>();
        double above = double.PositiveInfinity;
        foreach (double step in steps)
        {
            int[] group = [.. Enumerable.Range(0, sizes.Length).Where(at => sizes[at] >= step && sizes[at] < above)];
            chance.Shuffle<int>(group);
            Array.ForEach(group, drawn.Enqueue);
            above = step;
        }

        return drawn;
    }

    private static ImmutableArray<double> Table(bool isOn, int count, double usual, params ReadOnlySpan<(int At, double Value)> facts)
    {
        var table = new double[count];
        Array.Fill(table, usual);
        foreach ((int at, double value) in facts)
        {
            if (isOn && at >= 0)
            {
                table[at] = value;
            }
        }

        return [.. table];
    }
}
