using System.Collections.Immutable;

namespace Bailiwick.Territories.Diff;

/// <summary>The earlier version with some edits made: where it would have an account.</summary>
internal sealed class EditMix(LayerSide before, LayerSide after, AccountParents parents)
{
    private ImmutableHashSet<EditKey> made = [];

    /// <summary>Where an account ends; null when the mixture names it, or one of its family, twice.</summary>
    /// <param name="account">Its id.</param>
    /// <param name="at">Its row.</param>
    /// <param name="edits">The edits that are made.</param>
    public RowEnd? EndOf(string account, int at, IEnumerable<EditKey> edits)
    {
        made = [.. edits];
        LayerSide overrides = Has(PlanEditKind.Override, "") ? after : before;
        if (overrides.OverrideOf(account)?.Territory is { } forced && IsThere(forced.Value))
        {
            return new RowEnd(forced, false);
        }

        (Part? named, bool isTwice) = Named(account);
        return isTwice ? null
            : named is not null ? Walk(named, at)
            : (Has(PlanEditKind.Scope, "") ? after : before).IsInScope(at) ? Walk(null, at) : default;
    }

    private (Part? Part, bool IsTwice) Named(string account)
    {
        foreach (string by in parents.AncestorsOf(account, []).Prepend(account))
        {
            Part? old = before.Tree.Named.TryGetValue(by, out TreeNode? was) && !Has(PlanEditKind.Names, IdOf(was)) && IsThere(IdOf(was)) ? new Part(was, IsNew: false) : null;
            Part? fresh = after.Tree.Named.TryGetValue(by, out TreeNode? now) && IsThere(IdOf(now)) && (before.Find(IdOf(now)) is null || Has(PlanEditKind.Names, IdOf(now)))
                ? new Part(before.Find(IdOf(now)) ?? now, before.Find(IdOf(now)) is null)
                : null;
            if (old is not null && fresh is not null)
            {
                return (null, true);
            }

            bool isFamily = by == account || (old is not null ? was!.Territory.IsFamilyTogether : now?.Territory.IsFamilyTogether == true);
            if ((old ?? fresh) is { } naming && isFamily)
            {
                return (naming, false);
            }
        }

        return (null, false);
    }

    private RowEnd Walk(Part? part, int at)
    {
        while (true)
        {
            List<Part> children = ChildrenOf(part);
            if (children.Find(child => Takes(child, at)) is { } taker)
            {
                part = taker;
                continue;
            }

            return part is { } last && (children.Count == 0 || Keeps(last)) ? new RowEnd(last.Node.Territory.Id, false) : new RowEnd(null, true);
        }
    }

    // In the later order, each before the first sibling that it now precedes.
    private List<Part> ChildrenOf(Part? part)
    {
        List<Part> children = part is { IsNew: true } ? [.. part.Node.Children.Nodes.Where(child => before.Find(IdOf(child)) is null).Select(child => new Part(child, IsNew: true))]
            : [.. before.ChildrenOf(part?.Node).Nodes.Where(child => !IsLoose(IdOf(child)) && !Has(PlanEditKind.Removed, IdOf(child))).Select(child => new Part(child, IsNew: false))];
        TreeNode? later = part is null ? null : after.Find(IdOf(part.Node));
        if (part is not null && later is null)
        {
            return children;
        }

        TreeNode[] family = after.ChildrenOf(later).Nodes;
        for (int place = 0; place < family.Length; place++)
        {
            bool isNew = Has(PlanEditKind.Added, IdOf(family[place]));
            if (isNew || IsLoose(IdOf(family[place])))
            {
                var following = family.Skip(place + 1).Select(IdOf).ToHashSet(StringComparer.Ordinal);
                int first = children.FindIndex(child => following.Contains(IdOf(child.Node)));
                children.Insert(first < 0 ? children.Count : first, new Part(isNew ? family[place] : before.Find(IdOf(family[place]))!, isNew));
            }
        }

        return children;
    }

    private bool Takes(Part part, int at) => part.IsNew ? after.Takes(part.Node, at)
        : Has(PlanEditKind.Where, IdOf(part.Node)) ? after.Takes(after.Find(IdOf(part.Node))!, at)
        : before.Takes(part.Node, at);

    private bool Keeps(Part part) => Has(PlanEditKind.Keeps, IdOf(part.Node)) ? after.Find(IdOf(part.Node))!.Territory.Keeps : part.Node.Territory.Keeps;

    // Not below what was taken out; new ones below what was put in.
    private bool IsThere(string territory)
    {
        if (before.Find(territory) is not { } old)
        {
            return Has(PlanEditKind.Added, territory) || (after.Find(territory) is { Parent: >= 0 } fresh && IsThere(IdOf(after.Tree.NodeAt(fresh.Parent))) && before.Find(IdOf(after.Tree.NodeAt(fresh.Parent))) is null);
        }

        TreeNode? parent = Has(PlanEditKind.Moved, territory) ? Above(after, after.Find(territory)!) : Above(before, old);
        return !Has(PlanEditKind.Removed, territory) && (parent is null || IsThere(IdOf(parent)));
    }

    private static TreeNode? Above(LayerSide side, TreeNode node) => node.Parent < 0 ? null : side.Tree.NodeAt(node.Parent);

    private bool IsLoose(string territory) => Has(PlanEditKind.Moved, territory) || Has(PlanEditKind.Order, territory);

    private bool Has(PlanEditKind kind, string territory) => made.Contains(new EditKey(kind, territory));

    private static string IdOf(TreeNode node) => node.Territory.Id.Value;

    /// <summary>A territory of the mixture.</summary>
    /// <param name="Node">As the version has it from which it is.</param>
    /// <param name="IsNew">From the later version; else from the earlier.</param>
    private sealed record Part(TreeNode Node, bool IsNew);
}
