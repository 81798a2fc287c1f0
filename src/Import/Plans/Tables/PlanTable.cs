using System.Collections.Immutable;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Tables;

/// <summary>What the columns of a table say of territories. The names stand in layouts.yaml.</summary>
internal sealed class PlanTable
{
    public const string Territory = "territory";
    public const string Region = "region";
    public const string Name = "territory_name";
    public const string Parent = "parent";
    public const string Layer = "layer";
    public const string Rep = "rep";
    public const string Role = "role";
    public const string Account = "account";
    public const string Cause = "cause";
    public const string Id = "id";
    public const string Postal = "postal";
    public const string PostalFrom = "postal_from";
    public const string PostalTo = "postal_to";
    public const string PostalPrefix = "postal_prefix";
    public const string Area = "area";

    // Fields of rules that a column of the same name asks for, one value a row.
    private static readonly ImmutableArray<string> Asked =
        [.. Fields.Table.Where(field => field.Kind is FieldKind.Text or FieldKind.Code && field.Name is not ("name" or "owner" or Area)).Select(field => field.Name)];

    private readonly Dictionary<string, int> columns;

    private PlanTable(Dictionary<string, int> columns, ImmutableArray<string> others)
    {
        this.columns = columns;
        Others = others;
    }

    /// <summary>Columns that say nothing of territories.</summary>
    public ImmutableArray<string> Others { get; }

    /// <summary>Fields that the rules of its territories ask: country, city, tier …</summary>
    public IEnumerable<string> Conditions => Asked.Where(columns.ContainsKey);

    /// <summary>Whether a row says of which territory it is; with an area and a parent alone, the parent is the territory, or the area one below.</summary>
    public bool IsTree => !columns.ContainsKey(Territory);

    /// <summary>Whether it lists what other systems call territories by their own ids: such a table only names, and holds no places.</summary>
    public bool IsCatalogue => columns.ContainsKey(Id) && columns.ContainsKey(Territory) && !columns.ContainsKey(Account);

    /// <summary>What the columns of a header are; null when they are not about territories.</summary>
    public static PlanTable? Of(ITableFile file)
    {
        var found = new Dictionary<string, (int At, int Rank)>(StringComparer.Ordinal);
        for (int at = 0; at < file.Header.Count; at++)
        {
            string name = Folded.Name(file.Header[at]);
            (string Role, int Rank)? known = LayoutTable.Shipped.Plans.TryGetValue(name, out (string Role, int Rank) listed) ? listed
                : Asked.FirstOrDefault(field => Folded.Name(field) == name) is { } field ? (field, 0) : null;
            if (known is { } role && (!found.TryGetValue(role.Role, out (int At, int Rank) better) || role.Rank < better.Rank))
            {
                found[role.Role] = (at, role.Rank);
            }
        }

        Settle(found);
        bool isTree = found.ContainsKey(Area) && found.ContainsKey(Parent);
        return found.ContainsKey(Territory) || isTree
            ? new PlanTable(
                found.ToDictionary(column => column.Key, column => column.Value.At, StringComparer.Ordinal),
                [.. file.Header.Where((name, at) => name.Length > 0 && !found.Values.Any(column => column.At == at))])
            : null;
    }

    /// <summary>Whether the table has such a column.</summary>
    public bool Has(string role) => columns.ContainsKey(role);

    /// <summary>The columns that were understood, in the file's order.</summary>
    public IEnumerable<PlanColumn> Columns(ITableFile file) => columns.OrderBy(column => column.Value).Select(column => new PlanColumn(file.Header[column.Value], column.Key));

    /// <summary>The header's name of a column.</summary>
    public string NameOf(string role, ITableFile file) => file.Header[columns[role]];

    /// <summary>A cell of a row, without the mark that keeps it from running in a spreadsheet; null when it is blank or there is no such column.</summary>
    public string? Cell(FileRow row, string role)
    {
        if (!columns.TryGetValue(role, out int at) || at >= row.Cells.Count)
        {
            return null;
        }

        string text = Export.SpreadsheetText.Restore(row.Cells[at].Trim());
        return text.Length == 0 || string.Equals(text, "NULL", StringComparison.OrdinalIgnoreCase) ? null : text;
    }

    // A region above a territory is its parent, alone it is the territory; so are a name, and an id, where nothing else names one.
    private static void Settle(Dictionary<string, (int At, int Rank)> columns)
    {
        if (columns.ContainsKey(Territory) && columns.Remove(Region, out (int At, int Rank) above))
        {
            columns.TryAdd(Parent, above);
        }

        bool isTree = columns.ContainsKey(Area) && columns.ContainsKey(Parent);
        foreach (string other in new[] { Region, Id, Name }.Where(other => !isTree && !columns.ContainsKey(Territory) && columns.ContainsKey(other)))
        {
            columns.Remove(other, out (int At, int Rank) column);
            columns[Territory] = column;
        }
    }
}
