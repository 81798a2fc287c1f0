using Bailiwick.Market;
using Bailiwick.Rules;
using Bailiwick.Territories.Diff;

namespace Bailiwick.Territories;

/// <summary>The plan beside another version of it.</summary>
public sealed partial class PlanMatcher
{
    /// <summary>The classes of all rows.</summary>
    internal RowClasses Classify(ColumnTable accounts) => space.Classify(accounts);

    /// <summary>Whether an override or a name may be said of an account in a layer; false is certain.</summary>
    internal bool MaySay(string layer, string account, (DateOnly Day, AccountParents Parents) told) =>
        Array.Find(layers, each => each.Tree.Layer.Name == layer)?.Tree is { } tree
        && new Names(this, tree, told.Day, told.Parents, []) is { AreThere: true } names && names.MayTell(account);

    /// <summary>A layer, asked about some rows; null when the plan has no such layer.</summary>
    internal LayerSide? SideOf(string layer, RowClasses rows, DateOnly day) =>
        Array.Find(layers, each => each.Tree.Layer.Name == layer)?.Tree is { } tree
            ? new LayerSide(tree, space, rows, account => new Names(this, tree, day, AccountParents.None, []).OverrideOf(account))
            : null;
}
