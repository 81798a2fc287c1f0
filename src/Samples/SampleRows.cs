using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Samples.Maps;
using Bailiwick.Samples.Names;
using Bailiwick.Samples.Stories;

namespace Bailiwick.Samples;

/// <summary>Writes stories down as rows of the market's tables.</summary>
internal sealed class SampleRows(SampleMap map, Naming naming, Team team, StoryTeller teller, SampleMoney money, SampleOptions options)
{
    private static readonly string[] OpenStages = ["Qualification", "Proposal", "Negotiation"];

    private readonly string currency = money.Currency.Code;

    public MarketRow Account(AccountStory story)
    {
        MarketRow row = New(Accounts.Table, story.Index);
        SamplePlace place = map.Places[story.Place];
        row[Accounts.Id] = AccountKey(story.Index);
        row[Accounts.Name] = CompanyName(story);
        row[Accounts.Parent] = story.Parent is { } parent ? AccountKey(parent) : null;
        row[Accounts.Country] = map.Country;
        row[Accounts.Subdivision] = place.Subdivision;
        row[Accounts.City] = place.City;
        row[Accounts.Postal] = place.Postal;
        row[Accounts.Address] = naming.Address(place.AddressHead, Streams.For(options.Seed, Purpose.Address, story.Index));
        row[Accounts.Longitude] = story.Point?.Longitude;
        row[Accounts.Latitude] = story.Point?.Latitude;
        row[Accounts.Type] = "B2B";
        row[Accounts.Employees] = story.Employees;
        row[Accounts.Revenue] = decimal.Round(money.Amount(story.TurnoverDollars) / 1000) * 1000;
        row[Accounts.Currency] = currency;
        row[Accounts.Industry] = Industries.All[story.Industry].Code(map.Scheme);
        row[Accounts.IndustryScheme] = map.Scheme;
        row[Accounts.Tier] = Catalogue.Tiers[story.Tier].Name;
        row[Accounts.Stage] = story.Since is null ? "prospect" : story.Left is null ? "customer" : "former";
        row[Accounts.Products] = Keys(story.Basket.Select(item => item.Product));
        row[Accounts.Interests] = Keys(story.Deals.Where(deal => !deal.IsWon).Select(deal => deal.Product));
        row[Accounts.Tags] = story.IsKeyAccount ? ["key-account"] : [];
        row[Accounts.Owner] = team.Reps[story.Owner].Id;
        row[Accounts.Territory] = team.Territories[story.Territory].Id;
        row[Accounts.Since] = Day(story.Since);
        row.Custom = ImmutableSortedDictionary<string, string>.Empty
            .Add("channel", Catalogue.Channels[story.Channel])
            .Add("fleet_size", story.Fleet.ToString(CultureInfo.InvariantCulture));
        return row;
    }

    public MarketRow Lead(AccountStory story, int number)
    {
        Inquiry inquiry = story.Inquiries[number];
        MarketRow row = New(Leads.Table, story.Index);
        SamplePlace place = map.Places[story.Place];
        string key = Numbered('L', story.Index, number);
        Chance chance = Streams.For(options.Seed, Purpose.Brand, -1 - (((long)story.Index * 4) + number));
        row[Leads.Id] = key;
        row[Leads.Name] = naming.Person(chance);
        row[Leads.Company] = inquiry.IsOwn ? CompanyName(story) : naming.Company(naming.Brand(chance), Industries.All[story.Industry], chance);
        row[Leads.Account] = inquiry.IsConverted ? AccountKey(story.Index) : null;
        row[Leads.Country] = map.Country;
        row[Leads.Subdivision] = place.Subdivision;
        row[Leads.City] = place.City;
        row[Leads.Postal] = place.Postal;
        row[Leads.Type] = "B2B";
        row[Leads.Employees] = story.Employees;
        row[Leads.Industry] = Industries.All[story.Industry].Code(map.Scheme);
        row[Leads.IndustryScheme] = map.Scheme;
        row[Leads.Tier] = Catalogue.Tiers[story.Tier].Name;
        row[Leads.Interests] = Keys([inquiry.Product]);
        row[Leads.Product] = Catalogue.Products[inquiry.Product].Id;
        row[Leads.Source] = Catalogue.Sources[inquiry.Source].Name;
        row[Leads.Rep] = team.Reps[team.Territories[story.Territory].Rep].Id;
        row[Leads.Created] = Day(inquiry.Created);
        row[Leads.Converted] = inquiry.IsConverted ? Day(inquiry.Decided) : null;
        row[Leads.Outcome] = inquiry.Decided is null ? "open" : inquiry.IsConverted ? "converted" : "lost";
        return row;
    }

    public MarketRow Opportunity(AccountStory story, int number)
    {
        Deal deal = story.Deals[number];
        MarketRow row = New(Opportunities.Table, story.Index);
        row[Opportunities.Id] = Numbered('O', story.Index, number);
        row[Opportunities.Account] = AccountKey(story.Index);
        row[Opportunities.Rep] = team.Reps[deal.Rep].Id;
        row[Opportunities.Product] = Catalogue.Products[deal.Product].Id;
        row[Opportunities.Source] = Catalogue.Sources[deal.Source].Name;
        row[Opportunities.Created] = Day(deal.Created);
        row[Opportunities.Closed] = Day(deal.Closed);
        row[Opportunities.Stage] = deal.Closed is null ? OpenStages[deal.Stage] : deal.IsWon ? "Closed Won" : "Closed Lost";
        row[Opportunities.Outcome] = deal.Closed is null ? "open" : deal.IsWon ? "won" : "lost";
        row[Opportunities.Amount] = money.Amount(deal.Dollars);
        row[Opportunities.Currency] = currency;
        return row;
    }

    public MarketRow Sale(AccountStory story, int number)
    {
        Order order = story.Orders[number];
        MarketRow row = New(Sales.Table, story.Index);
        row[Sales.Id] = Numbered('S', story.Index, number);
        row[Sales.Account] = AccountKey(story.Index);
        row[Sales.Rep] = team.Reps[story.Owner].Id;
        row[Sales.Product] = Catalogue.Products[order.Product].Id;
        row[Sales.Date] = Day(order.Day);
        row[Sales.Amount] = money.Amount(order.Dollars);
        row[Sales.Cost] = money.Amount(order.CostDollars);
        row[Sales.Currency] = currency;
        row[Sales.Channel] = Catalogue.Channels[order.Channel];
        return row;
    }

    public IEnumerable<MarketRow> AllProducts() => Catalogue.Products.Select((product, at) =>
    {
        MarketRow row = New(Products.Table, at);
        row[Products.Id] = product.Id;
        row[Products.Name] = product.Name.In(naming.Language);
        row[Products.Category] = product.Category.In(naming.Language);
        return row;
    });

    public IEnumerable<MarketRow> AllReps() => team.Reps.Select((rep, at) =>
    {
        MarketRow row = New(Reps.Table, at);
        row[Reps.Id] = rep.Id;
        row[Reps.Name] = rep.Name;
        row[Reps.HomeLongitude] = rep.HomePoint.Longitude;
        row[Reps.HomeLatitude] = rep.HomePoint.Latitude;
        row[Reps.HomePostal] = map.Places[rep.Home].Postal;
        row[Reps.HomeCountry] = map.Country;
        row[Reps.Manager] = rep.Manager;
        row[Reps.Level] = rep.Level;
        row[Reps.Skills] = [.. rep.Specialties.Select(industry => Industries.All[industry].Code(map.Scheme)).Order(StringComparer.Ordinal)];
        row[Reps.Languages] = [.. rep.Languages.Order(StringComparer.Ordinal)];
        row[Reps.CapacityHours] = 1_600;
        row[Reps.Since] = rep.Since;
        return row;
    });

    /// <summary>One row an area, or one row a territory where the map has no areas.</summary>
    public IEnumerable<MarketRow> AllTerritories()
    {
        ILookup<int, int> areas = Enumerable.Range(0, map.Areas.Length).ToLookup(area => team.TerritoryOfArea[area]);
        for (int at = 0; at < team.Territories.Length; at++)
        {
            foreach (int area in areas[at].DefaultIfEmpty(-1))
            {
                SampleTerritory territory = team.Territories[at];
                MarketRow row = New(Territories.Table, at);
                row[Territories.Id] = territory.Id;
                row[Territories.Name] = territory.Name;
                row[Territories.Rep] = team.Reps[territory.Rep].Id;
                row[Territories.From] = team.Reps[territory.Rep].Since;
                row[Territories.Area] = area < 0 ? null : map.Areas[area].Code;
                yield return row;
            }
        }
    }

    /// <summary>Last year's goals were last year's sales, give or take: so today's imbalance feeds itself.</summary>
    public IEnumerable<MarketRow> AllQuotas(Tally tally)
    {
        int at = 0;
        for (int year = options.From.Year; year <= options.Until.Year; year++)
        {
            var from = new DateOnly(year, 1, 1);
            int counted = Math.Min(options.Until.DayNumber, new DateOnly(year, 12, 31).DayNumber) - Math.Max(options.From.DayNumber, from.DayNumber) + 1;
            for (int territory = 0; territory < team.Territories.Length; territory++)
            {
                Chance chance = Streams.For(options.Seed, Purpose.Quotas, at);
                decimal wholeYear = tally.Sold(territory, year) * 365 / counted;
                MarketRow row = New(Quotas.Table, at++);
                row[Quotas.Rep] = team.Reps[team.Territories[territory].Rep].Id;
                row[Quotas.Territory] = team.Territories[territory].Id;
                row[Quotas.From] = from;
                row[Quotas.Until] = new DateOnly(year + 1, 1, 1);
                row[Quotas.Amount] = decimal.Round(wholeYear * (decimal)(0.9 + (0.3 * chance.NextDouble())) / 1000) * 1000;
                row[Quotas.Currency] = currency;
                yield return row;
            }
        }
    }

    /// <summary>People and businesses by area; potential is what the businesses would spend if all bought, in the company's currency.</summary>
    public IEnumerable<MarketRow> AllAreaFacts()
    {
        double[] people = new double[map.Areas.Length];
        foreach (SamplePlace place in map.Places.Where(place => place.Area >= 0))
        {
            people[place.Area] += place.Population;
        }

        for (int area = 0; area < people.Length; area++)
        {
            Chance chance = Streams.For(options.Seed, Purpose.AreaFacts, area);
            double population = Math.Round(people[area] / 100) * 100;
            double businesses = Math.Round(population * 0.045 * Math.Exp(0.15 * chance.NextNormal()));
            yield return Fact(area, "population", population);
            yield return Fact(area, "businesses", businesses);
            yield return Fact(area, "potential", Math.Round(businesses * 0.2 * 9_000 * money.PerDollar / 1000) * 1000);
        }
    }

    private static string AccountKey(int index) => string.Create(CultureInfo.InvariantCulture, $"A-{index + 1:0000000}");

    private static string Numbered(char kind, int index, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{index + 1:0000000}-{number + 1:00}");

    private static DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;

    private static ImmutableArray<string> Keys(IEnumerable<int> products) =>
        [.. products.Distinct().Order().Select(product => Catalogue.Products[product].Id)];

    private static MarketRow New(MarketTable table, int index) => new(table, new Place(table.Name, index + 1));

    private MarketRow Fact(int area, string measure, double value)
    {
        MarketRow row = New(AreaFacts.Table, area);
        row[AreaFacts.Area] = map.Areas[area].Code;
        row[AreaFacts.Measure] = measure;
        row[AreaFacts.Value] = value;
        return row;
    }

    private string CompanyName(AccountStory story)
    {
        string brand = naming.Brand(Streams.For(options.Seed, Purpose.Brand, teller.RootOf(story.Index)));
        return naming.Company(brand, Industries.All[story.Industry], Streams.For(options.Seed, Purpose.Brand, (1L << 40) + story.Index));
    }
}
