using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>Says for each row that passes where it is: fills the derived columns, turns names of countries and subdivisions into codes, lists what is doubtful.</summary>
/// <param name="inner">The rows.</param>
/// <param name="resolver">Finds places.</param>
/// <param name="isAsGiven">The row's own country and subdivision count, not those of its coordinates: only the point and the area are filled.</param>
internal sealed class PlacedSource(IMarketSource inner, PlaceResolver resolver, bool isAsGiven = false) : IMarketSource
{
    private readonly Dictionary<MarketTable, ProblemList> problems = [];
    private readonly PlaceCodes codes = new(resolver);

    /// <summary>The doubts about the rows that passed, table by table.</summary>
    public IEnumerable<ProblemList> Problems => MarketTable.All.Where(problems.ContainsKey).Select(table => problems[table]);

    public IEnumerable<MarketRow> Rows(MarketTable table)
    {
        problems[table] = new ProblemList();
        Action<MarketRow>? place =
            table == Accounts.Table ? row => Place(row, PlaceColumns.OfAccounts)
            : table == Leads.Table ? row => Place(row, PlaceColumns.OfLeads)
            : table == Reps.Table ? PlaceHome
            : table == AreaFacts.Table ? PlaceFact
            : null;
        return place is null ? inner.Rows(table) : Placed(table, place);
    }

    private IEnumerable<MarketRow> Placed(MarketTable table, Action<MarketRow> place)
    {
        foreach (MarketRow row in inner.Rows(table))
        {
            place(row);
            yield return row;
        }
    }

    private void Place(MarketRow row, PlaceColumns columns)
    {
        LonLat? point = LonLat.OrNull(row[columns.Longitude], row[columns.Latitude]);
        Placement placement = resolver.Resolve(new PlaceQuery(row[columns.Country], row[columns.Subdivision], row[columns.City], row[columns.Postal], row[columns.Area], point));
        if (row[columns.Country] is null && !isAsGiven)
        {
            row[columns.Country] = placement.Country;
        }
        else
        {
            codes.Mend(row, columns.Country, columns.Subdivision);
        }

        row[columns.PlacedBy] = placement.By == PlacedBy.Nothing ? null : placement.By.ToString().ToLowerInvariant();
        row[columns.PlacedLongitude] = placement.Point?.Longitude;
        row[columns.PlacedLatitude] = placement.Point?.Latitude;
        row[columns.PlacedSubdivision] = isAsGiven ? null : placement.Subdivision;
        row[columns.PlacedArea] = placement.Area;
        Note(row, placement);
    }

    private void PlaceHome(MarketRow row)
    {
        LonLat? point = LonLat.OrNull(row[Reps.HomeLongitude], row[Reps.HomeLatitude]);
        if (point is null && row[Reps.HomePostal] is null && row[Reps.HomeCountry] is null)
        {
            return;
        }

        Placement placement = resolver.Resolve(new PlaceQuery(row[Reps.HomeCountry], null, null, row[Reps.HomePostal], null, point));
        row[Reps.HomeCountry] = placement.Country ?? row[Reps.HomeCountry];
        row[Reps.PlacedLongitude] = placement.Point?.Longitude;
        row[Reps.PlacedLatitude] = placement.Point?.Latitude;
        Note(row, placement);
    }

    private void PlaceFact(MarketRow row)
    {
        Placement placement = resolver.Resolve(new PlaceQuery(null, null, null, null, row[AreaFacts.Area], null));
        row[AreaFacts.Area] = placement.Area ?? row[AreaFacts.Area];
        Note(row, placement);
    }

    private void Note(MarketRow row, Placement placement)
    {
        foreach (Doubt doubt in placement.Doubts)
        {
            problems[row.Table].Add(new Problem(doubt.Code, Severity.Doubt, row.Place, doubt.Message, doubt.Value));
        }
    }

    /// <summary>The columns that say where a row is; the same in accounts and leads.</summary>
    private sealed record PlaceColumns(
        TextColumn Country, TextColumn Subdivision, TextColumn City, TextColumn Postal, TextColumn Area, NumberColumn Longitude, NumberColumn Latitude,
        TextColumn PlacedBy, NumberColumn PlacedLongitude, NumberColumn PlacedLatitude, TextColumn PlacedSubdivision, TextColumn PlacedArea)
    {
        public static PlaceColumns OfAccounts { get; } = new(
            Accounts.Country, Accounts.Subdivision, Accounts.City, Accounts.Postal, Accounts.Area, Accounts.Longitude, Accounts.Latitude,
            Accounts.PlacedBy, Accounts.PlacedLongitude, Accounts.PlacedLatitude, Accounts.PlacedSubdivision, Accounts.PlacedArea);

        public static PlaceColumns OfLeads { get; } = new(
            Leads.Country, Leads.Subdivision, Leads.City, Leads.Postal, Leads.Area, Leads.Longitude, Leads.Latitude,
            Leads.PlacedBy, Leads.PlacedLongitude, Leads.PlacedLatitude, Leads.PlacedSubdivision, Leads.PlacedArea);
    }
}
