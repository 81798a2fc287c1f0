using System.Collections.Immutable;
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

    /// <summary>The territories of the plan in force, with their figures; as a map in the shapes of their areas together.</summary>
    Territories,

    /// <summary>The areas of a boundary set with the territory of the plan in force that they are in.</summary>
    Areas,
}

/// <summary>What to export, and as of when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">The day; null is today. Accounts are always as they are now.</param>
/// <param name="Layer">The layer of a map; null is the first.</param>
/// <param name="Boundaries">The boundary set of a map; null is the one in which the plan is drawn.</param>
public sealed record ExportRequest(ExportKind Kind, DateOnly? Day = null, string? Layer = null, string? Boundaries = null);

/// <summary>The shapes of a sheet's rows: those of the areas that belong to them.</summary>
/// <param name="Set">The areas.</param>
/// <param name="RowOf">Per area the row; −1 for none.</param>
public sealed record SheetShapes(BoundarySet Set, ImmutableArray<int> RowOf);

/// <summary>What to write, or why there is nothing.</summary>
/// <param name="Sheet">The table; its rows are streamed and need the workspace open. Null when there is nothing.</param>
/// <param name="Shapes">The shapes of the rows on a map; null when they are points, or when the geography does not tell.</param>
/// <param name="Problems">Why there is nothing, or what is doubtful.</param>
public sealed record ExportResult(Sheet? Sheet, SheetShapes? Shapes, IReadOnlyList<Problem> Problems);

/// <summary>What the workspace knows, as a table for a file.</summary>
public static class ExportWorkspace
{
    private static readonly Column[] AccountColumns = [.. Accounts.Table.Columns.Where(column => !column.IsDerived)];

    /// <summary>Makes the table.</summary>
    public static ExportResult Run(Workspace workspace, Atlas house, ExportRequest request, CancellationToken cancellation) => request.Kind switch
    {
        ExportKind.Accounts => new ExportResult(AccountsOf(workspace.Market.Load(cancellation)), null, []),
        ExportKind.Owners => new ExportResult(OwnersOf(workspace, request, cancellation), null, []),
        ExportKind.Territories or ExportKind.Areas => ExportPlan.Run(workspace, house, request, cancellation),
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

    private static Sheet OwnersOf(Workspace workspace, ExportRequest request, CancellationToken cancellation)
    {
        ColumnTable accounts = workspace.Market.Load(cancellation).Accounts;
        IReadOnlyDictionary<string, int> rows = accounts.RowsBy(Accounts.Id);
        DateOnly day = request.Day ?? PlanReference.Today(workspace);
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
