using System.Collections.Immutable;

namespace Bailiwick.Territories.Diff;

/// <summary>Which edits move an account: those that, made to the earlier version, give the later version's answer.</summary>
/// <remarks>
/// The later walk is followed from the top. At each step the earlier version must take the account the same way: where it would not, the edits are
/// noted that mend it: of the territory that takes it now, and of those that would take it before.
/// </remarks>
internal sealed class MoveCauses(LayerSide before, LayerSide after, AccountParents parents, RuleGround ground)
{
    private readonly Dictionary<int, FamilyPair> families = [];
    private readonly EditMix mix = new(before, after, parents);
    private readonly SortedSet<EditKey> edits = new(EditKey.Order);

    /// <summary>The edits for an account.</summary>
    /// <param name="account">Its id.</param>
    /// <param name="at">Its row.</param>
    /// <param name="end">Where the later walk ended and what decided there.</param>
    public ImmutableArray<EditKey> Of(string account, int at, (int Node, MatchRule Rule) end)
    {
        edits.Clear();
        if (after.OverrideOf(account) is { } forced)
        {
            Add(PlanEditKind.Override);
            AddMissing(after.Find(forced.Territory.Value)!);
        }
        else
        {
            if (before.OverrideOf(account) is { } old)
            {
                // An override into a territory that is gone went with it.
                AddGone(before.Find(old.Territory.Value)!, PlanEditKind.Override, "");
            }

            Spot? start = Named(account);
            bool isOutside = end.Rule == MatchRule.OutOfScope;
            if (start is null && before.IsInScope(at) == isOutside)
            {
                Add(PlanEditKind.Scope);
            }

            if (!isOutside)
            {
                Walk(start ?? new Spot(null, null, false), end.Node, at);
            }
        }

        return Needed(account, at, end);
    }

    // Two ways may lead to one territory, and many to a gap: then the way that was followed may name more than is needed.
    private ImmutableArray<EditKey> Needed(string account, int at, (int Node, MatchRule Rule) end)
    {
        bool isOneWay = end.Rule is not (MatchRule.Gap or MatchRule.OutOfScope) && !edits.Any(edit => edit.Kind is PlanEditKind.Moved or PlanEditKind.Names or PlanEditKind.Override);
        ImmutableArray<EditKey> needed = [.. edits];
        if (needed.Length < 2 || isOneWay)
        {
            return needed;
        }

        RowEnd wanted = end.Rule is MatchRule.Gap or MatchRule.OutOfScope ? new RowEnd(null, end.Rule == MatchRule.Gap) : new RowEnd(after.Tree.NodeAt(end.Node).Territory.Id, false);
        // What was needed with another may not be without it.
        while (needed.Length > 1 && needed.FirstOrDefault(edit => mix.EndOf(account, at, needed.Remove(edit)) == wanted) is { Territory: not null } spare)
        {
            needed = needed.Remove(spare);
        }

        return needed;
    }

    // Where the name of the account, or of the nearest ancestor that is named, puts it; null when no name does.
    private Spot? Named(string account)
    {
        foreach (string by in parents.AncestorsOf(account, []).Prepend(account))
        {
            (TreeNode? was, TreeNode? now) = (before.NameOf(by, by == account), after.NameOf(by, by == account));
            if (was is not null && was.Territory.Id != now?.Territory.Id)
            {
                AddGone(was, PlanEditKind.Names, IdOf(was));
            }

            if (now is null)
            {
                continue;
            }

            if (was is null && before.Tree.Named.TryGetValue(by, out TreeNode? elsewhere) && elsewhere.Territory.Id != now.Territory.Id)
            {
                // No account may be named twice.
                AddGone(elsewhere, PlanEditKind.Names, IdOf(elsewhere));
            }

            AddMissing(now);
            TreeNode? earlier = before.Find(IdOf(now));
            if (earlier is not null && was?.Territory.Id != now.Territory.Id)
            {
                Add(new EditKey(PlanEditKind.Names, IdOf(now)));
            }

            return new Spot(earlier, now, earlier is null);
        }

        return null;
    }

    private void Walk(Spot spot, int end, int at)
    {
        TreeNode[] way = [.. after.Tree.PathTo(end).TakeWhile(node => node != spot.After).Reverse()];
        foreach (TreeNode taker in way)
        {
            Step(spot, taker, at);
            TreeNode? earlier = before.Find(IdOf(taker));
            spot = new Spot(earlier, taker, earlier is null);
        }

        Stay(spot, at);
    }

    private void Step(Spot spot, TreeNode taker, int at)
    {
        TreeNode? elsewhere = before.Find(IdOf(taker));
        if (spot.IsNew)
        {
            // A new territory brings those new below it.
            if (elsewhere is not null)
            {
                Add(new EditKey(PlanEditKind.Moved, IdOf(taker)));
            }

            return;
        }

        FamilyPair family = FamilyOf(spot);
        int place = family.PlaceOf(taker);
        if (place < 0)
        {
            Add(new EditKey(elsewhere is null ? PlanEditKind.Added : PlanEditKind.Moved, IdOf(taker)));
            place = family.PlaceFor(taker);
        }

        if (elsewhere is not null && !before.Takes(elsewhere, at))
        {
            Add(new EditKey(PlanEditKind.Where, IdOf(taker)));
        }

        if (family.PlaceFor(taker) < place && family.Before[family.PlaceFor(taker)..place].Any(other => StillTakes(family, taker, other, at)))
        {
            Add(new EditKey(PlanEditKind.Order, IdOf(taker)));
            place = family.PlaceFor(taker);
        }

        foreach (TreeNode other in family.TouchedBefore(place).Where(other => IdOf(other) != IdOf(taker) && before.Takes(other, at)))
        {
            AddOf(family, other);
        }
    }

    // It took the account before, would take it still, and is asked later now.
    private bool StillTakes(FamilyPair family, TreeNode taker, TreeNode other, int at) =>
        family.AfterOf(other) is { } later && IdOf(other) != IdOf(taker) && family.Precedes(taker, later) && before.Takes(other, at) && after.Takes(later, at);

    // None below takes it, or there is none.
    private void Stay(Spot spot, int at)
    {
        TreeNode[] now = after.ChildrenOf(spot.After).Nodes;
        if (spot.IsNew)
        {
            // What was new with it is there; if all below came from elsewhere, one of them is what makes it have children.
            if (now.Length > 0 && !spot.After!.Territory.Keeps && now.All(child => before.Find(IdOf(child)) is not null))
            {
                AddChild(now, at);
            }

            return;
        }

        FamilyPair family = FamilyOf(spot);
        bool keeps = spot.Before?.Territory.Keeps == true;
        bool isEmptied = now.Length == 0 && family.Before.Length > 0 && !keeps;
        foreach (TreeNode other in isEmptied ? family.Before : family.TouchedBefore(family.Before.Length).Where(other => before.Takes(other, at)))
        {
            AddOf(family, other);
        }

        if (now.Length == 0 || spot.After is null)
        {
            return;
        }

        bool isKept = spot.After.Territory.Keeps;
        if (!isKept && family.Before.All(IsGone))
        {
            AddChild(now, at);
        }

        if (isKept != keeps && (family.Before.Length > 0 || !isKept))
        {
            Add(new EditKey(PlanEditKind.Keeps, IdOf(spot.After)));
        }
    }

    private bool IsGone(TreeNode earlier) => edits.Any(edit => edit.Kind is PlanEditKind.Removed or PlanEditKind.Moved && edit.Territory == IdOf(earlier));

    // A child is what makes a territory one that can leave a gap: one that does not take the account as it was, if there is such a one.
    private void AddChild(TreeNode[] children, int at)
    {
        TreeNode child = Array.Find(children, each => before.Find(IdOf(each)) is not { } was || !before.Takes(was, at)) ?? children[0];
        TreeNode? elsewhere = before.Find(IdOf(child));
        Add(new EditKey(elsewhere is null ? PlanEditKind.Added : PlanEditKind.Moved, IdOf(child)));
        if (elsewhere is not null && before.Takes(elsewhere, at))
        {
            Add(new EditKey(PlanEditKind.Where, IdOf(child)));
        }
    }

    private void AddOf(FamilyPair family, TreeNode earlier) => Add(new EditKey(
        family.AfterOf(earlier) is not null ? PlanEditKind.Where : after.Find(IdOf(earlier)) is null ? PlanEditKind.Removed : PlanEditKind.Moved,
        IdOf(earlier)));

    private void AddGone(TreeNode was, PlanEditKind otherwise, string territory) => Add(
        after.Find(IdOf(was)) is null ? new EditKey(PlanEditKind.Removed, IdOf(RootOf(was, before, after))) : new EditKey(otherwise, territory));

    private void AddMissing(TreeNode now)
    {
        if (before.Find(IdOf(now)) is null)
        {
            Add(new EditKey(PlanEditKind.Added, IdOf(RootOf(now, after, before))));
        }
    }

    // The highest of the territories above, without a break, that the other version lacks too.
    private static TreeNode RootOf(TreeNode node, LayerSide own, LayerSide other) =>
        own.Tree.PathTo(node.Index).TakeWhile(each => other.Find(IdOf(each)) is null).Last();

    private FamilyPair FamilyOf(Spot spot)
    {
        int key = spot.After?.Index ?? -1;
        return families.TryGetValue(key, out FamilyPair? known)
            ? known
            : families[key] = new FamilyPair(before.ChildrenOf(spot.Before).Nodes, after.ChildrenOf(spot.After).Nodes, ground);
    }

    private void Add(PlanEditKind kind) => edits.Add(new EditKey(kind, ""));

    private void Add(EditKey key) => edits.Add(key);

    private static string IdOf(TreeNode node) => node.Territory.Id.Value;

    /// <summary>Where a walk stands in both versions.</summary>
    /// <param name="Before">The territory in the earlier version; null at the top, and when it is new.</param>
    /// <param name="After">The territory in the later version; null at the top.</param>
    /// <param name="IsNew">The earlier version lacks it.</param>
    private readonly record struct Spot(TreeNode? Before, TreeNode? After, bool IsNew);
}
