using System.Collections.Immutable;
using Bailiwick.Insight.Ledger;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Accounts, customers and revenue of the territories of one layer, counted once and rolled up through the tree.</summary>
internal sealed class LayerTally
{
    private readonly PlanMatcher matcher;
    private readonly LayerAnswers answers;
    private readonly CustomerLedger ledger;
    private readonly int[] territories;
    private readonly long[] accounts;
    private readonly long[] own;
    private readonly long[] customers;
    private readonly Int128[][] revenue;
    private long gaps;
    private long outside;

    private LayerTally(PlanMatcher matcher, LayerAnswers answers, CustomerLedger ledger)
    {
        this.matcher = matcher;
        this.answers = answers;
        this.ledger = ledger;
        territories = [.. answers.Layer.Territories.SelectMany(top => top.WithDescendants()).Select(territory => matcher.IndexOf(territory.Id))];
        accounts = new long[matcher.Territories.Length];
        own = new long[accounts.Length];
        customers = new long[accounts.Length];
        revenue = [.. ledger.Currencies.Select(_ => new Int128[accounts.Length])];
    }

    public static LayerTally Of(PlanMatcher matcher, LayerAnswers answers, CustomerLedger ledger)
    {
        var tally = new LayerTally(matcher, answers, ledger);
        tally.Count();
        tally.RollUp();
        return tally;
    }

    public LayerFigures Figures(OwnerBook owners, IReadOnlyDictionary<string, string> names)
    {
        double[] shares = Shares();
        double[] leaves = [.. territories.Where(IsLeaf).Select(territory => shares[territory])];
        double mean = leaves.Length == 0 ? 0 : leaves.Average();
        return new LayerFigures(
            answers.Layer.Name,
            [.. territories.Select(territory => Figure(territory, shares[territory], mean, owners, names))],
            [.. territories.Where(territory => (own[territory] > 0 || IsLeaf(territory)) && owners.RepOf(territory) is null).Select(Id)],
            gaps,
            outside);
    }

    private void Count()
    {
        for (int account = 0; account < answers.Count; account++)
        {
            int territory = answers.TerritoryOf(account);
            if (territory < 0)
            {
                gaps += answers.RuleOf(account) == MatchRule.Gap ? 1 : 0;
                outside += answers.RuleOf(account) == MatchRule.OutOfScope ? 1 : 0;
                continue;
            }

            accounts[territory]++;
            own[territory]++;
            customers[territory] += ledger.FirstDay[account] != CustomerLedger.Never || (!ledger.BySales && ledger.SalesOf[account] > 0) ? 1 : 0;
            for (int currency = 0; currency < revenue.Length; currency++)
            {
                revenue[currency][territory] += ledger.Revenue[currency][account];
            }
        }
    }

    private void RollUp()
    {
        // Parents stand before their children: from the end, each territory is whole when it is added to its parent.
        foreach (int territory in territories.Reverse())
        {
            int parent = matcher.ParentOf(territory);
            if (parent < 0)
            {
                continue;
            }

            accounts[parent] += accounts[territory];
            customers[parent] += customers[territory];
            foreach (Int128[] amounts in revenue)
            {
                amounts[parent] += amounts[territory];
            }
        }
    }

    // By revenue in the currency that most sales are in; by accounts where that says nothing.
    private double[] Shares()
    {
        Int128[] tops = [.. territories.Where(territory => matcher.ParentOf(territory) < 0).Select(territory => revenue.Length == 0 ? 0 : revenue[0][territory])];
        Int128 sum = tops.Aggregate(Int128.Zero, (left, right) => left + right);
        bool isRevenue = sum > 0 && revenue[0].All(amount => amount >= 0);
        double whole = isRevenue ? (double)sum : territories.Where(territory => matcher.ParentOf(territory) < 0).Sum(territory => accounts[territory]);
        return [.. accounts.Select((count, territory) => whole == 0 ? 0 : (isRevenue ? (double)revenue[0][territory] : count) / whole)];
    }

    private TerritoryFigure Figure(int territory, double share, double mean, OwnerBook owners, IReadOnlyDictionary<string, string> names)
    {
        int parent = matcher.ParentOf(territory);
        RepId? rep = owners.RepOf(territory);
        return new TerritoryFigure(
            answers.Layer.Name,
            Id(territory),
            matcher.Territories[territory].Name,
            parent < 0 ? null : Id(parent),
            IsLeaf(territory),
            rep,
            rep is { } id ? names.GetValueOrDefault(id.Value) : null,
            accounts[territory],
            customers[territory],
            [.. ledger.Currencies.Select((currency, at) => new Money((decimal)revenue[at][territory] / Money.Scale, currency ?? default))],
            Share.Of(Math.Clamp(share, 0, 1)),
            IsLeaf(territory) && mean > 0 ? share / mean : null);
    }

    private bool IsLeaf(int territory) => matcher.Territories[territory].Children.IsEmpty;

    private TerritoryId Id(int territory) => matcher.Territories[territory].Id;
}
