using Bailiwick.Samples.Maps;
using Bailiwick.Samples.Stories;

namespace Bailiwick.Samples;

/// <summary>Counts of one segment.</summary>
internal sealed class SegmentTally
{
    public long Accounts { get; set; }

    /// <summary>Stage customer.</summary>
    public long Customers { get; set; }

    /// <summary>Became a customer within the history, whether it stayed or left.</summary>
    public SortedDictionary<int, long> NewByYear { get; } = [];

    /// <summary>Sales of the whole history.</summary>
    public decimal Sold { get; set; }
}

/// <summary>Attempts and how many went well.</summary>
internal sealed class RateTally
{
    public long Good { get; set; }

    public long Decided { get; set; }
}

/// <summary>Counts the stories as they are told, so that the truth can state sums, rates and the best achievable AUC.</summary>
internal sealed class Tally(SampleMap map, Team team, SampleMoney money, SampleOptions options)
{
    private readonly Dictionary<(int Territory, int Year), decimal> sold = [];
    private readonly int first = options.From.DayNumber;

    public SegmentTally All { get; } = new();

    public SegmentTally[] ByIndustry { get; } = Many<SegmentTally>(Industries.All.Length);

    public SegmentTally[] ByRegion { get; } = Many<SegmentTally>(map.Regions.Length);

    public SegmentTally[] ByTier { get; } = Many<SegmentTally>(Catalogue.Tiers.Length);

    public Dictionary<Niche, SegmentTally> ByPair { get; } = [];

    public RateTally[] DealsBySource { get; } = Many<RateTally>(Catalogue.Sources.Length);

    public RateTally[] DealsByProduct { get; } = Many<RateTally>(Catalogue.Products.Length);

    public RateTally[] DealsByIndustry { get; } = Many<RateTally>(Industries.All.Length);

    public RateTally[] DealsByRep { get; } = Many<RateTally>(team.Reps.Length);

    public RateTally[] LeadsBySource { get; } = Many<RateTally>(Catalogue.Sources.Length);

    public RateTally[] LeadsByRegion { get; } = Many<RateTally>(map.Regions.Length);

    public AucTally DealAuc { get; } = new();

    public AucTally LeadAuc { get; } = new();

    public long Prospects { get; private set; }

    public long Former { get; private set; }

    public long Deals { get; private set; }

    public long OpenDeals { get; private set; }

    public long Leads { get; private set; }

    public long OpenLeads { get; private set; }

    public long Sales { get; private set; }

    public decimal DealAmount { get; private set; }

    public decimal Cost { get; private set; }

    public SortedDictionary<int, decimal> SoldByYear { get; } = [];

    /// <summary>Sales of a territory in a calendar year.</summary>
    public decimal Sold(int territory, int year) => sold.GetValueOrDefault((territory, year));

    public void Add(AccountStory story)
    {
        var pair = new Niche(story.Industry, story.Region);
        if (!ByPair.TryGetValue(pair, out SegmentTally? ofPair))
        {
            ByPair[pair] = ofPair = new SegmentTally();
        }

        Prospects += story.Since is null ? 1 : 0;
        Former += story.Left is null ? 0 : 1;
        decimal amount = Add(story.Orders, story.Territory);
        SegmentTally[] segments = [All, ByIndustry[story.Industry], ByTier[story.Tier], ofPair, .. story.Region < 0 ? Array.Empty<SegmentTally>() : [ByRegion[story.Region]]];
        foreach (SegmentTally segment in segments)
        {
            segment.Accounts++;
            segment.Customers += story.Since is not null && story.Left is null ? 1 : 0;
            segment.Sold += amount;
            if (story.Since >= first)
            {
                int year = DateOnly.FromDayNumber(story.Since.Value).Year;
                segment.NewByYear[year] = segment.NewByYear.GetValueOrDefault(year) + 1;
            }
        }

        story.Deals.ForEach(deal => Add(deal, story));
        story.Inquiries.ForEach(inquiry => Add(inquiry, story));
    }

    private static T[] Many<T>(int count)
        where T : new() => [.. Enumerable.Range(0, count).Select(_ => new T())];

    private static void Count(bool isGood, params ReadOnlySpan<RateTally> rates)
    {
        foreach (RateTally rate in rates)
        {
            rate.Decided++;
            rate.Good += isGood ? 1 : 0;
        }
    }

    private decimal Add(List<Order> orders, int territory)
    {
        decimal sum = 0;
        foreach (Order order in orders)
        {
            decimal amount = money.Amount(order.Dollars);
            int year = DateOnly.FromDayNumber(order.Day).Year;
            SoldByYear[year] = SoldByYear.GetValueOrDefault(year) + amount;
            sold[(territory, year)] = sold.GetValueOrDefault((territory, year)) + amount;
            Cost += money.Amount(order.CostDollars);
            sum += amount;
        }

        Sales += orders.Count;
        return sum;
    }

    private void Add(Deal deal, AccountStory story)
    {
        Deals++;
        DealAmount += money.Amount(deal.Dollars);
        if (deal.Closed is null)
        {
            OpenDeals++;
            return;
        }

        Count(deal.IsWon, DealsBySource[deal.Source], DealsByProduct[deal.Product], DealsByIndustry[story.Industry], DealsByRep[deal.Rep]);
        DealAuc.Add(deal.Likelihood, deal.IsWon);
    }

    private void Add(Inquiry inquiry, AccountStory story)
    {
        Leads++;
        if (inquiry.Decided is null)
        {
            OpenLeads++;
            return;
        }

        Count(inquiry.IsConverted, LeadsBySource[inquiry.Source]);
        if (story.Region >= 0)
        {
            Count(inquiry.IsConverted, LeadsByRegion[story.Region]);
        }

        LeadAuc.Add(inquiry.Likelihood, inquiry.IsConverted);
    }
}
