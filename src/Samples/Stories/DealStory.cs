using Bailiwick.Measures;

namespace Bailiwick.Samples.Stories;

/// <summary>The attempts to sell to an account. The first one won makes it a customer; who was a customer before the history began is told apart.</summary>
internal sealed class DealStory(PlantedFacts facts, Team team, SampleOptions options)
{
    private const double OldCustomers = 0.2;
    private const double LeavingAYear = 0.07;
    private const int MostDeals = 8;

    private readonly int first = options.From.DayNumber;
    private readonly int last = options.Until.DayNumber;

    public void Tell(AccountStory story, Chance chance)
    {
        double attention = facts.IsNiche(story.Industry, story.Region) ? PlantedFacts.NicheAttention : 1;
        int? next;
        if (chance.NextDouble() < OldCustomers * attention)
        {
            story.Since = first - 1 - chance.Next(3_650);
            story.Basket.Add((Catalogue.DrawProduct(chance), story.Since.Value));
            next = chance.NextDouble() < 0.6 ? first + chance.Next(last - first + 1) : null;
        }
        else
        {
            next = chance.NextDouble() < 0.75 * attention ? FirstDeal(story, chance) : null;
        }

        while (next <= last && story.Deals.Count < MostDeals)
        {
            Deal deal = NewDeal(story, next.Value, chance);
            story.Deals.Add(deal);
            if (deal.IsWon)
            {
                story.Since ??= deal.Closed;
                story.Basket.Add((deal.Product, deal.Closed!.Value));
            }

            next = deal.Closed is { } closed && chance.NextDouble() < (deal.IsWon ? 0.35 : 0.45) ? closed + 1 + (int)Exponential(chance, 150) : null;
        }

        if (story.Since is { } since)
        {
            int known = story.Deals.Count == 0 ? Math.Max(since, first) : Math.Max(since, story.Deals[^1].Closed ?? last);
            double left = known + 30 + Exponential(chance, 365.25 / LeavingAYear);
            story.Left = left <= last ? (int)left : null;
        }
    }

    /// <summary>The day of the first deal: its density grows with time as the segment does.</summary>
    public int FirstDeal(AccountStory story, Chance chance)
    {
        double growth = PlantedFacts.Growth + facts.GrowthByIndustry[story.Industry] + (story.Region < 0 ? 0 : facts.GrowthByRegion[story.Region]);
        double years = (last - first + 1) / 365.25;
        double draw = chance.NextDouble();
        double at = Math.Abs(growth) < 1e-9 ? draw * years : Math.Log(1 + (draw * (Math.Exp(growth * years) - 1))) / growth;
        return first + (int)(at * 365.25);
    }

    private static double Exponential(Chance chance, double mean) => -mean * Math.Log(1 - chance.NextDouble());

    private Deal NewDeal(AccountStory story, int created, Chance chance)
    {
        int product = Catalogue.DrawProduct(chance);
        int source = story.Deals.Count == 0 ? story.Source : Catalogue.DrawSource(chance);
        int rep = story.IsKeyAccount ? team.KeyAccountRep
            : chance.NextDouble() < 0.12 ? chance.Next(team.Reps.Length)
            : team.Territories[story.Territory].Rep;
        double likelihood = Logistic.Of(
            PlantedFacts.DealIntercept
            + facts.DealByIndustry[story.Industry]
            + facts.DealBySource[source]
            + facts.DealByTier[story.Tier]
            + facts.DealByProduct[product]
            + team.Strength(rep, story.Industry, facts));
        bool wouldWin = chance.NextDouble() < likelihood;
        // Won and lost take equally long: the length of a deal tells nothing.
        int cycle = Math.Clamp((int)(50 * Math.Exp(0.6 * chance.NextNormal())), 5, 400);
        double dollars = story.SpendDollars * 0.4 * Math.Exp(0.4 * chance.NextNormal());
        bool isClosed = created + cycle <= last;
        int stage = Math.Min(2, 3 * (last - created) / cycle);
        return new Deal(created, isClosed ? created + cycle : null, isClosed && wouldWin, stage, product, source, rep, dollars, likelihood);
    }
}
