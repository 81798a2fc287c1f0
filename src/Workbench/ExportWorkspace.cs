using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;

namespace Bailiwick.Workbench;

/// <summary>What can be exported.</summary>
public enum ExportKind
{
    /// <summary>The accounts, with the canonical columns and the custom fields: an import of it changes nothing.</summary>
    Accounts,

    /// <summary>Who owns each account, by layer, on a day.</summary>
    Owners,

    /// <summary>The territories of the plan in force, with their figures.</summary>
    Territories,
}

/// <summary>What to export, and as of when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">The day; null is today. Accounts are always as they are now.</param>
/// <param name="Atlas">The geography, with the workspace's own sets; null when no rule asks for areas.</param>
public sealed record ExportRequest(ExportKind Kind, DateOnly? Day = null, Atlas? Atlas = null);

/// <summary>What to write, or why there is nothing.</summary>
/// <param name="Sheet">The table; its rows are streamed and need the workspace open. Null when there is nothing.</param>
/// <param name="Problems">Why there is nothing, or what is doubtful.</param>
public sealed record ExportResult(Sheet? Sheet, IReadOnlyList<Problem> Problems);

/// <summary>What the workspace knows, as a table for a file.</summary>
public static class ExportWorkspace
{
    private static readonly Column[] AccountColumns = [.. Accounts.Table.Columns.Where(column => !column.IsDerived)];

    /// <summary>Makes the table.</summary>
    public static ExportResult Run(Workspace workspace, ExportRequest request, CancellationToken cancellation) => request.Kind switch
    {
        ExportKind.Accounts => new ExportResult(AccountsOf(workspace.Market.Load(cancellation)), []),
        ExportKind.Owners => new ExportResult(OwnersOf(workspace, request, cancellation), []),
        ExportKind.Territories => TerritoriesOf(TerritoryFigures.InForce(workspace, request.Day, request.Atlas, cancellation)),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "not a kind of export"),
    };

    /// <summary>The accounts of a market, as files hold them.</summary>
    public static Sheet AccountsOf(MarketSnapshot market)
    {
        ColumnTable accounts = market.Accounts;
        TextValues[] custom = [.. accounts.Custom.Values];
        return new Sheet(
            "accounts",
            [.. AccountColumns.Select(column => column.Name), .. accounts.Custom.Keys],
            Enumerable.Range(0, accounts.Count).Select(row => new SheetRow(
                [.. AccountColumns.Select(column => Cell(accounts, column, row)), .. custom.Select(values => (object?)values[row])],
                MarketPlaces.Of(accounts, row))));
    }

    /// <summary>The territories of a plan with their figures; one column of revenue a currency.</summary>
    public static ExportResult TerritoriesOf(FiguresResult figures)
    {
        if (figures.Layers.IsEmpty)
        {
            return new ExportResult(null, figures.Problems);
        }

        TerritoryFigure[] all = [.. figures.Layers.SelectMany(layer => layer.Territories)];
        Currency[] currencies = [.. all.SelectMany(territory => territory.Revenue).Select(amount => amount.Currency).Distinct()];
        return new ExportResult(
            new Sheet(
                "territories",
                [
                    "layer", "territory", "name", "parent", "rep", "rep_name", "accounts", "customers",
                    .. currencies.Select(currency => $"revenue_12_months_{currency}".TrimEnd('_')), "share", "balance",
                ],
                all.Select(territory => new SheetRow(
                [
                    territory.Layer, territory.Territory.Value, territory.Name, territory.Parent?.Value, territory.Rep?.Value, territory.RepName,
                    territory.Accounts, territory.Customers,
                    .. currencies.Select(currency => (object?)territory.Revenue.Where(amount => amount.Currency == currency).Sum(amount => amount.Amount)),
                    territory.Share?.Value, territory.Balance,
                ]))),
            figures.Problems);
    }

    private static Sheet OwnersOf(Workspace workspace, ExportRequest request, CancellationToken cancellation)
    {
        ColumnTable accounts = workspace.Market.Load(cancellation).Accounts;
        TextValues ids = accounts[Accounts.Id];
        var rows = new Dictionary<string, int>(accounts.Count, StringComparer.Ordinal);
        for (int row = 0; row < accounts.Count; row++)
        {
            rows.TryAdd(ids[row]!, row);
        }

        DateOnly day = request.Day ?? DateOnly.FromDateTime(workspace.Clock.GetLocalNow().Date);
        return new Sheet(
            "owners",
            ["account", "name", "layer", "territory", "rep", "rule", "path", "from"],
            workspace.Plans.Owners(day).Select(owner => OwnerRow(owner, accounts, rows.TryGetValue(owner.Account.Value, out int row) ? row : null)));
    }

    private static SheetRow OwnerRow(Ownership owner, ColumnTable accounts, int? row) => new(
        [
            owner.Account.Value, row is { } named ? accounts[Accounts.Name][named] : null, owner.Layer, owner.Territory?.Value, owner.Rep?.Value,
            owner.Rule, owner.Path, owner.From,
        ],
        row is { } placed ? MarketPlaces.Of(accounts, placed) : null);

    private static object? Cell(ColumnTable accounts, Column column, int row) => column switch
    {
        TextColumn text => accounts[text][row],
        IntegerColumn integer => accounts[integer][row],
        NumberColumn number => accounts[number][row],
        MoneyColumn money => accounts[money][row],
        DateColumn date => accounts[date][row],
        SetColumn set => accounts[set].CodesOf(row).IsEmpty ? null : string.Join(SetColumn.Separator, accounts[set][row]),
        _ => throw new InvalidOperationException($"column kind {column.GetType().Name} has no place in a file"),
    };
}
