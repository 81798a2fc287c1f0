using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules.Sql;
using Bailiwick.Territories.Sql;

namespace Bailiwick.Territories;

/// <summary>The plan for a warehouse.</summary>
public sealed partial class PlanMatcher
{
    /// <summary>The plan as SQL that answers like <see cref="Assign(Market.ColumnTable, DateOnly, AccountParents?, CancellationToken)"/>.</summary>
    public PlanSql ToSql()
    {
        var names = new SqlNames();
        names.Of(PlanSql.AccountColumn);
        return new PlanSql(this, RuleSql.Compile(space.Rules, Plan.Scope, atlas, names), names, layers.Select(layer => layer.Tree));
    }

    /// <summary>What is said of accounts: per layer a column of the territories of overrides in force, and one of the territories that name them.</summary>
    internal IEnumerable<string?[]> SaidOf(string?[] ids, DateOnly day, AccountParents parents)
    {
        // Cycles of parents are told by matching.
        var problems = new List<Problem>();
        return layers.Select(layer => new Names(this, layer.Tree, day, parents, problems)).SelectMany(names => (string?[][])
        [
            [.. ids.Select(id => id is null ? null : names.OverrideOf(id)?.Territory.Value)],
            [.. ids.Select(id => id is null ? null : names.NameOf(id).Node?.Territory.Id.Value)],
        ]).ToImmutableArray();
    }
}
