using Bailiwick.Measures;
using Bailiwick.Samples.Maps;

namespace Bailiwick.Samples.Stories;

/// <summary>Tells the story of an account: who it is, what was tried, who asked, what it bought.</summary>
internal sealed class StoryTeller(SampleMap map, PlantedFacts facts, Team team, SampleOptions options)
{
    private const double DollarsAYear = 9_000;
    private const long KeyAccountFrom = 2_000;

    private readonly Weighted channels = new([60, 28, 12]);
    private readonly DealStory deals = new(facts, team, options);
    private readonly InquiryStory inquiries = new(facts, options);
    private readonly OrderStory orders = new(map.Country == "TW", facts, options);

    /// <summary>The whole story of the account with this number.</summary>
    public AccountStory Tell(int index)
    {
        AccountStory story = Profile(index);
        deals.Tell(story, Streams.For(options.Seed, Purpose.Deals, index));
        inquiries.Tell(story, Streams.For(options.Seed, Purpose.Leads, index));
        orders.Tell(story, Streams.For(options.Seed, Purpose.Sales, index));
        return story;
    }

    /// <summary>The number of the account at the top of the family, which gave it its name.</summary>
    public int RootOf(int index)
    {
        while (ParentOf(index, Streams.For(options.Seed, Purpose.Profile, index)) is { } parent)
        {
            index = parent;
        }

        return index;
    }

    private static int? ParentOf(int index, Chance chance) =>
        chance.NextDouble() < 0.06 && index > 0 ? index - 1 - chance.Next(Math.Min(index, 300)) : null;

    private AccountStory Profile(int index)
    {
        Chance chance = Streams.For(options.Seed, Purpose.Profile, index);
        int? parent = ParentOf(index, chance);
        int place = map.DrawPlace(chance);
        int region = map.RegionOf[place];
        int industry = facts.DrawIndustry(region, chance);
        long employees = Math.Clamp((long)Math.Round(40 * Math.Exp(1.35 * chance.NextNormal())), 1, 60_000);
        double spend = DollarsAYear
            * Math.Pow(employees / 40.0, facts.PayElasticity)
            * facts.PayByIndustry[industry]
            * (region < 0 ? 1 : facts.PayByRegion[region])
            * (facts.IsNiche(industry, region) ? facts.NichePay : 1)
            * Math.Exp(PlantedFacts.SpendNoise * chance.NextNormal());
        bool isKeyAccount = team.HasKeyAccountRep && employees >= KeyAccountFrom;
        int territory = team.TerritoryOf(place);
        // Some accounts stayed with whoever won them, wherever they stand.
        int owner = isKeyAccount ? team.KeyAccountRep : chance.NextDouble() < 0.04 ? chance.Next(team.Territories.Length) : team.Territories[territory].Rep;
        return new AccountStory
        {
            Index = index,
            Parent = parent,
            Place = place,
            Region = region,
            Industry = industry,
            Employees = employees,
            TurnoverDollars = employees * 110_000 * Math.Exp(0.5 * chance.NextNormal()),
            SpendDollars = spend,
            Fleet = (long)(employees * Industries.All[industry].Fleet / 100 * Math.Exp(0.6 * chance.NextNormal())),
            Channel = channels.Draw(chance),
            Source = Catalogue.DrawSource(chance),
            Territory = territory,
            Owner = owner,
            IsKeyAccount = isKeyAccount,
            Point = chance.NextDouble() < 0.75 ? map.Scatter(place, chance) : null,
        };
    }
}
