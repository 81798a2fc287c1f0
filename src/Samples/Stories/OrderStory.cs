using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Stories;

/// <summary>The orders of a customer: two to five a year, by trend and season, from what it bought before.</summary>
internal sealed class OrderStory(bool isChinese, PlantedFacts facts, SampleOptions options)
{
    private const double Noise = 0.3;

    private readonly int first = options.From.DayNumber;
    private readonly int last = options.Until.DayNumber;
    private readonly ImmutableArray<double> season = Catalogue.Season(isChinese);

    public void Tell(AccountStory story, Chance chance)
    {
        if (story.Since is not { } since)
        {
            return;
        }

        int ordersAYear = 2 + chance.Next(4);
        double step = 365.25 / ordersAYear;
        // Who became a customer within the history orders on that day; an old customer somewhere in the first step.
        double day = since >= first ? since : first + (chance.NextDouble() * step);
        int end = Math.Min(last, (story.Left ?? int.MaxValue) - 1);
        while (day <= end)
        {
            int today = (int)day;
            double years = (today - first) / 365.25;
            double dollars = story.SpendDollars / ordersAYear
                * Math.Pow(1 + facts.SalesTrend, years)
                * season[DateOnly.FromDayNumber(today).Month - 1]
                * Math.Exp((Noise * chance.NextNormal()) - (Noise * Noise / 2));
            int product = Bought(story, today, chance);
            double cost = dollars * Math.Min(0.95, Catalogue.Products[product].CostShare * Math.Exp(0.06 * chance.NextNormal()));
            story.Orders.Add(new Order(today, product, dollars, cost, chance.NextDouble() < 0.85 ? story.Channel : chance.Next(Catalogue.Channels.Length)));
            day += step * (0.6 + (0.8 * chance.NextDouble()));
        }
    }

    private static int Bought(AccountStory story, int today, Chance chance)
    {
        int had = story.Basket.Count(item => item.From <= today);
        return story.Basket[chance.Next(Math.Max(1, had))].Product;
    }
}
