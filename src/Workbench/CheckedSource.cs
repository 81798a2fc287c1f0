using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Workbench;

/// <summary>Notices among the rows that pass what only several rows together, or their meaning, show. Nothing is changed.</summary>
/// <param name="inner">The rows.</param>
/// <param name="today">A term that ended before this day is over.</param>
/// <param name="schemes">The industry schemes at hand.</param>
internal sealed class CheckedSource(IMarketSource inner, DateOnly today, IndustrySchemes schemes) : IMarketSource
{
    private readonly Dictionary<MarketTable, ProblemList> problems = [];

    /// <summary>The doubts about the rows that passed, table by table.</summary>
    public IEnumerable<ProblemList> Problems => MarketTable.All.Where(problems.ContainsKey).Select(table => problems[table]);

    public IEnumerable<MarketRow> Rows(MarketTable table)
    {
        problems[table] = new ProblemList();
        return table == Market.Territories.Table ? Territories(problems[table])
            : table == Opportunities.Table ? OpenDeals(problems[table])
            : table == Accounts.Table ? Industries(table, (Accounts.Industry, Accounts.IndustryScheme), problems[table])
            : table == Leads.Table ? Industries(table, (Leads.Industry, Leads.IndustryScheme), problems[table])
            : inner.Rows(table);
    }

    /// <summary>A territory without territories below it and without a rep today.</summary>
    private IEnumerable<MarketRow> Territories(ProblemList found)
    {
        var withRep = new HashSet<string>(StringComparer.Ordinal);
        var first = new Dictionary<string, MarketRow>(StringComparer.Ordinal);
        foreach (MarketRow row in inner.Rows(Market.Territories.Table))
        {
            string id = row[Market.Territories.Id]!;
            first.TryAdd(id, row);
            if (row[Market.Territories.Rep] is not null && (row[Market.Territories.Until] is not { } until || until >= today))
            {
                withRep.Add(id);
            }

            if (row[Market.Territories.Parent] is { } parent)
            {
                withRep.Add(parent);
            }

            yield return row;
        }

        foreach ((string id, MarketRow row) in first.Where(territory => !withRep.Contains(territory.Key)))
        {
            string name = row[Market.Territories.Name] is { } known && known != id ? $"{id} ({known})" : id;
            found.Add(new Problem(
                "import.territory-without-rep", Severity.Doubt, row.Place with { Column = "rep" },
                new Text($"territory {name} has no rep today; it was kept.", $"轄區 {name} 目前沒有業務代表，已照原樣保留。"), id));
        }
    }

    /// <summary>A code that its scheme, when that is at hand, does not have.</summary>
    private IEnumerable<MarketRow> Industries(MarketTable table, (TextColumn Code, TextColumn Scheme) columns, ProblemList found)
    {
        foreach (MarketRow row in inner.Rows(table))
        {
            if (row[columns.Code] is { } code && schemes.Find(row[columns.Scheme]) is { } scheme && !scheme.Contains(code))
            {
                found.Add(new Problem(
                    "import.code-not-in-scheme", Severity.Doubt, row.Place with { Column = columns.Code.Name },
                    new Text($"{code} is not a code of {scheme.Id}; it was kept.", $"{code} 不是 {scheme.Id} 的代碼，已照原樣保留。"), code));
            }

            yield return row;
        }
    }

    private IEnumerable<MarketRow> OpenDeals(ProblemList found)
    {
        foreach (MarketRow row in inner.Rows(Opportunities.Table))
        {
            if (row[Opportunities.Account] is null)
            {
                found.Add(new Problem(
                    "import.opportunity-without-account", Severity.Doubt, row.Place with { Column = "account" },
                    row[Opportunities.Outcome] is "won" or "lost"
                        ? new Text("a closed deal has no account; it was kept.", "已結案的商機沒有客戶，已照原樣保留。")
                        : new Text("an open deal has no account; it was kept.", "進行中的商機沒有客戶，已照原樣保留。")));
            }

            yield return row;
        }
    }
}
