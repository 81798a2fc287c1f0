using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Rules.Sql;

namespace Bailiwick.Territories.Sql;

/// <summary>The front: a plan as SQL for a warehouse, over one normalised table of accounts.</summary>
/// <remarks>
/// The table holds what rules ask in a form that every database compares alike, and the names and overrides of single accounts, resolved. Safe for
/// many threads.
/// </remarks>
public sealed class PlanSql
{
    private readonly PlanMatcher matcher;
    private readonly RuleSql rules;

    internal PlanSql(PlanMatcher matcher, RuleSql rules, SqlNames names, IEnumerable<Tree> trees)
    {
        (this.matcher, this.rules) = (matcher, rules);
        LayerColumns[] columns = [.. trees.Select(tree => new LayerColumns(tree, names.Of($"{tree.Layer.Name} override"), names.Of($"{tree.Layer.Name} named")))];
        Columns =
        [
            new SqlColumn(AccountColumn, SqlType.Text),
            .. columns.SelectMany(layer => new[] { new SqlColumn(layer.Override, SqlType.Text), new SqlColumn(layer.Named, SqlType.Text) }),
            .. rules.Columns,
        ];
        Layers = [.. columns.Select(layer => new LayerSql(layer.Tree.Layer, new LayerQuery(layer, rules, matcher.Plan.Overrides).Text))];
    }

    /// <summary>Name of the normalised table in the queries.</summary>
    public const string Table = "normalised";

    internal const string AccountColumn = "account";

    /// <summary>The plan.</summary>
    public PlanDocument Plan => matcher.Plan;

    /// <summary>The columns of the normalised table: the account's id, per layer the territory of an override in force and the territory that names the account, then what rules ask.</summary>
    public ImmutableArray<SqlColumn> Columns { get; }

    /// <summary>The layers, in the plan's order.</summary>
    public ImmutableArray<LayerSql> Layers { get; }

    /// <summary>Makes the table (<c>CREATE TABLE</c>, without a semicolon).</summary>
    public string CreateTable => $"CREATE TABLE {Table} (\n{string.Join(",\n", Columns.Select(column => $"  {SqlText.Name(column.Name)} {column.SqlTypeName}"))}\n)";

    /// <summary>Normalises accounts, for example a batch of a stream.</summary>
    /// <param name="accounts">Accounts with their places found.</param>
    /// <param name="day">The day for which overrides count.</param>
    /// <param name="parents">Who belongs to whom; null: what the table tells.</param>
    /// <returns>Column by column, in the order of <see cref="Columns"/>; null is unknown.</returns>
    public ImmutableArray<string?[]> Normalise(ColumnTable accounts, DateOnly day, AccountParents? parents = null)
    {
        string?[] ids = [.. Enumerable.Range(0, accounts.Count).Select(row => accounts[Accounts.Id][row])];
        return
        [
            [.. ids.Select(id => id is null ? null : SqlText.Storable(id))],
            .. matcher.SaidOf(ids, day, parents ?? (matcher.AsksForParents ? AccountParents.Of(accounts) : AccountParents.None)),
            .. rules.Values(accounts),
        ];
    }
}

/// <summary>The columns of a layer.</summary>
/// <param name="Tree">The layer.</param>
/// <param name="Override">The column of overrides in force.</param>
/// <param name="Named">The column of names.</param>
internal sealed record LayerColumns(Tree Tree, string Override, string Named);
