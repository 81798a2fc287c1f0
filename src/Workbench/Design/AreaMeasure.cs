using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>A measure that is balanced: what each area has of it.</summary>
/// <param name="Name">As asked for.</param>
/// <param name="Weights">Per unit, whole numbers.</param>
/// <param name="Scale">A weight over this is the value in the measure's own unit.</param>
internal sealed record AreaMeasure(string Name, ImmutableArray<long> Weights, double Scale)
{
    /// <summary>What stands before the name of a measure that is an area fact.</summary>
    internal const string AreaFactPrefix = "area-fact:";

    private const string Customers = "customers";
    private const string PotentialName = "potential";

    /// <summary>The measures that the house itself can count.</summary>
    internal static ImmutableArray<string> Own { get; } = [DesignRequest.Accounts, Customers, DesignRequest.Revenue, PotentialName];

    /// <summary>Reads what the request asks for; what cannot be had is a problem.</summary>
    internal static ImmutableArray<AreaMeasure> Read(MarketSnapshot market, DesignAreas areas, AreaAccounts accounts, ImmutableArray<string> names, List<Problem> problems)
    {
        var measures = new List<AreaMeasure>();
        foreach (string name in names.Distinct(StringComparer.Ordinal))
        {
            AreaMeasure? measure = name switch
            {
                DesignRequest.Accounts => new AreaMeasure(name, [.. accounts.Accounts], 1),
                Customers => new AreaMeasure(name, [.. accounts.Customers], 1),
                DesignRequest.Revenue => new AreaMeasure(name, [.. accounts.Revenue], Money.Scale),
                PotentialName => Potential(market, areas, accounts, problems),
                _ when name.StartsWith(AreaFactPrefix, StringComparison.Ordinal) => Fact(market, areas, name, name[AreaFactPrefix.Length..]),
                _ => null,
            };
            if (measure is null)
            {
                problems.Add(DesignProblems.UnknownMeasure(name, Facts(market)));
            }
            else if (measure.Weights.All(weight => weight == 0))
            {
                problems.Add(DesignProblems.NothingToBalance(name));
            }
            else
            {
                measures.Add(measure);
            }
        }

        if (accounts.OtherCurrencies > 0 && names.Contains(DesignRequest.Revenue, StringComparer.Ordinal))
        {
            problems.Add(DesignProblems.OtherCurrencies(accounts.OtherCurrencies, accounts.Currency ?? ""));
        }

        return [.. measures];
    }

    /// <summary>The area fact of that name; without one, what the accounts' own companies turn over; without that, their employees. The doubt says which.</summary>
    private static AreaMeasure Potential(MarketSnapshot market, DesignAreas areas, AreaAccounts accounts, List<Problem> problems)
    {
        if (Fact(market, areas, PotentialName, PotentialName) is { } fact)
        {
            return fact;
        }

        MoneyValues revenue = market.Accounts[Market.Accounts.Revenue];
        IntegerValues employees = market.Accounts[Market.Accounts.Employees];
        bool hasRevenue = revenue.TenThousandths.Any(amount => amount > 0);
        var weights = new long[areas.Indexes.Length];
        for (int row = 0; row < market.Accounts.Count; row++)
        {
            if (accounts.UnitOfAccount[row] is var unit and >= 0)
            {
                // Whole thousands of money, so that large companies do not exceed what can be counted.
                weights[unit] += hasRevenue ? (long)((revenue[row] ?? 0) / 1000) : employees[row] ?? 0;
            }
        }

        problems.Add(DesignProblems.PotentialFrom(hasRevenue));
        return new AreaMeasure(PotentialName, [.. weights], hasRevenue ? 1 / 1000.0 : 1);
    }

    private static AreaMeasure? Fact(MarketSnapshot market, DesignAreas areas, string name, string fact)
    {
        const int hundredths = 100;
        TextValues measure = market.AreaFacts[AreaFacts.Measure];
        TextValues area = market.AreaFacts[AreaFacts.Area];
        NumberValues value = market.AreaFacts[AreaFacts.Value];
        var weights = new long[areas.Indexes.Length];
        bool isThere = false;
        string prefix = areas.Set.Id + "/";
        for (int row = 0; row < market.AreaFacts.Count; row++)
        {
            if (!string.Equals(measure[row], fact, StringComparison.OrdinalIgnoreCase) || area[row] is not { } code)
            {
                continue;
            }

            isThere = true;
            string own = code.StartsWith(prefix, StringComparison.Ordinal) ? code[prefix.Length..] : code;
            if (areas.Set.IndexOf(new AreaCode(own)) is { } index && areas.UnitOf[index] is var unit and >= 0 && value[row] is { } number)
            {
                weights[unit] += (long)Math.Round(Math.Clamp(number, 0, 1e12) * hundredths);
            }
        }

        return isThere ? new AreaMeasure(name, [.. weights], hundredths) : null;
    }

    private static IEnumerable<string> Facts(MarketSnapshot market) => market.AreaFacts[AreaFacts.Measure].Values.Distinct(StringComparer.OrdinalIgnoreCase);
}
