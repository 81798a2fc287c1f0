using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Alignment;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>Turns the search's plan into territories with names, figures and a plan file.</summary>
internal static class DesignReport
{
    internal static DesignResult Of(DesignWork work, AlignmentResult search)
    {
        (DesignAreas areas, DesignRequest request) = (work.Areas, work.Request);
        // From west to east, so that the keys say something and stay when little changes.
        int[] order = [.. Enumerable.Range(0, request.Territories).OrderBy(territory => areas.AreaOf(search.Evaluation.Territories[territory].Centre).Centroid.Longitude).ThenBy(territory => territory)];
        var rank = new int[order.Length];
        for (int position = 0; position < order.Length; position++)
        {
            rank[order[position]] = position;
        }

        ImmutableArray<int> territoryOf = [.. search.Plan.TerritoryOf.Select(territory => rank[territory])];
        double[] weight = [.. work.Alignment.Draft.Mass.Select(mass => (double)mass)];
        ImmutableArray<Text> names = TerritoryNames.Of(areas, territoryOf, order.Length, weight, work.Atlas);
        ImmutableArray<DesignedTerritory> territories =
        [
            .. order.Select((territory, position) => Describe(work, territoryOf, position, names[position], search.Evaluation.Territories[territory])),
        ];
        ImmutableArray<DesignedLink> links =
        [
            .. areas.Links.Select(link => new DesignedLink(areas.AreaOf(link.A).Name, areas.AreaOf(link.B).Name, link.Distance, territoryOf[link.A] == territoryOf[link.B])),
        ];
        long inScope = work.Scope.IsIn.LongCount(isIn => isIn);
        long unplaced = inScope - work.Accounts.Accounts.Sum();
        var result = new DesignResult
        {
            Territories = territories,
            Links = links,
            Areas = areas.Indexes.Length,
            Accounts = inScope,
            Unplaced = unplaced,
            IsBalanced = territories.All(territory => territory.Measures.All(measure => measure.IsWithin)),
            IsContiguous = territories.All(territory => territory.IsContiguous),
            Today = TodayComparison.Of(work.Market.Accounts, work.Accounts, work.Measures[0], territoryOf, order.Length),
            Search = search,
            Problems = [.. work.Found, .. Findings(work, territories, links, unplaced)],
        };
        return DesignPlanWriter.Write(result, work);
    }

    private static DesignedTerritory Describe(DesignWork work, ImmutableArray<int> territoryOf, int position, Text name, AlignedTerritory aligned)
    {
        (DesignAreas areas, AreaAccounts accounts) = (work.Areas, work.Accounts);
        int[] units = [.. Enumerable.Range(0, territoryOf.Length).Where(unit => territoryOf[unit] == position)];
        Money? revenue = accounts.Currency is { } code && Currency.TryOf(code, out Currency currency)
            ? new Money(units.Sum(unit => accounts.Revenue[unit]) / (decimal)Money.Scale, currency)
            : null;
        return new DesignedTerritory(
            new TerritoryId(string.Create(CultureInfo.InvariantCulture, $"t-{position + 1:00}")),
            name,
            units.Length,
            units.Sum(unit => accounts.Accounts[unit]),
            units.Sum(unit => accounts.Customers[unit]),
            revenue,
            [.. work.Measures.Select(measure => Against(measure, units, work.Request))],
            aligned.Pieces == 1,
            Shape.Compactness(areas, units),
            Shape.MeanDistance(areas, units, accounts.Accounts),
            [.. units.Select(unit => areas.Indexes[unit])]);
    }

    private static DesignedMeasure Against(AreaMeasure measure, int[] units, DesignRequest request)
    {
        double even = (double)measure.Weights.Sum() / request.Territories;
        long has = units.Sum(unit => measure.Weights[unit]);
        return new DesignedMeasure(measure.Name, has / measure.Scale, even / measure.Scale, ActivityMeasure.Around(even, request.Tolerance).Miss(has) == 0);
    }

    private static IEnumerable<Problem> Findings(DesignWork work, ImmutableArray<DesignedTerritory> territories, ImmutableArray<DesignedLink> links, long unplaced)
    {
        foreach (int unit in work.Alignment.TooHeavy)
        {
            foreach (AreaMeasure measure in work.Measures)
            {
                double even = (double)measure.Weights.Sum() / work.Request.Territories;
                Band band = ActivityMeasure.Around(even, work.Request.Tolerance);
                if (measure.Weights[unit] > band.Most)
                {
                    yield return DesignProblems.TooHeavy(work.Areas.AreaOf(unit).Name, measure.Name, measure.Weights[unit] / measure.Scale, band.Most / measure.Scale, even / measure.Scale);
                }
            }
        }

        foreach (DesignedTerritory territory in territories)
        {
            foreach (DesignedMeasure measure in territory.Measures.Where(measure => !measure.IsWithin))
            {
                yield return DesignProblems.Outside(territory, measure, work.Request.Tolerance);
            }

            if (!territory.IsContiguous)
            {
                yield return DesignProblems.Apart(territory);
            }
        }

        if (!links.IsEmpty)
        {
            yield return DesignProblems.Linked(links.Length, links.Count(link => link.IsWithinTerritory));
        }

        if (unplaced > 0)
        {
            yield return DesignProblems.Unplaced(unplaced, work.Request.KeepsUnplaced);
        }
    }
}
