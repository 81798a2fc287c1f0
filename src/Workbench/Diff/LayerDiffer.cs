using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Diff;

/// <summary>One version of a plan with its owners.</summary>
internal sealed record DiffVersion(PlanMatcher Matcher, OwnerBook Owners);

/// <summary>Adds up what moves in one layer: by group, territory, rep and relationship.</summary>
internal sealed class LayerDiffer(DiffVersion before, DiffVersion after, AccountWorth worth)
{
    public LayerDiff Of(LayerMoves moves)
    {
        TextValues ids = worth.Rows[Accounts.Id];
        var territories = new Dictionary<string, FlowSum>(StringComparer.Ordinal);
        var reps = new Dictionary<string, FlowSum>(StringComparer.Ordinal);
        var relationships = new Relationships(worth);
        var paths = new Dictionary<(int, int), (string Id, bool Was, bool IsNow)[]>();
        for (int row = 0; row < worth.Rows.Count; row++)
        {
            (int, int) at = (moves.Before?.TerritoryOf(row) ?? -1, moves.After?.TerritoryOf(row) ?? -1);
            if (!paths.TryGetValue(at, out (string Id, bool Was, bool IsNow)[]? path))
            {
                paths[at] = path = Both(at.Item1, at.Item2);
            }

            foreach ((string id, bool was, bool isNow) in path)
            {
                Sum(territories, id).Add(row, was, isNow);
            }

            RepId? owner = moves.Before is null ? null : before.Owners.OwnerOf(ids[row]!, moves.Before, row);
            RepId? next = moves.After is null ? null : after.Owners.OwnerOf(ids[row]!, moves.After, row);
            Sum(reps, owner?.Value ?? "").Add(row, was: true, isNow: owner == next);
            if (owner != next)
            {
                Sum(reps, next?.Value ?? "").Add(row, was: false, isNow: true);
            }

            relationships.Add(row, owner, next);
        }

        return new LayerDiff(
            moves.Layer,
            StakeSum.Of(worth, moves.Groups.SelectMany(group => group.Rows)),
            [.. moves.Groups.Select(group => GroupOf(group, ids))],
            [.. TerritoriesOf(moves).Select(id => Change(id, Sum(territories, id).Flow))],
            [.. Reps(moves, reps).Select(rep => Change(moves, rep, Sum(reps, rep).Flow))],
            worth.Known.HasRelationships ? relationships.Change : null);
    }

    private DiffGroup GroupOf(MoveGroup group, TextValues ids) => new(
        group.From,
        group.To,
        StakeSum.Of(worth, group.Rows),
        [.. group.Causes.Select(cause => new DiffCause(cause.Edits, StakeSum.Of(worth, cause.Rows)))],
        group.NotFollowed,
        new AccountId(ids[group.Rows[0]]!));

    private TerritoryChange Change(string id, Flow flow)
    {
        var territory = new TerritoryId(id);
        (int was, int now) = (before.Matcher.IndexOf(territory), after.Matcher.IndexOf(territory));
        return new TerritoryChange(
            territory,
            now >= 0 ? after.Matcher.Territories[now].Name : before.Matcher.Territories[was].Name,
            flow,
            new QuotaChange(QuotaOf(before, territory), QuotaOf(after, territory)),
            was < 0 ? null : before.Owners.RepOf(was),
            now < 0 ? null : after.Owners.RepOf(now),
            was < 0 ? "added" : now < 0 ? "removed" : "kept");
    }

    private RepChange Change(LayerMoves moves, string rep, Flow flow) => rep.Length == 0
        ? new RepChange(null, null, flow, new QuotaChange(null, null))
        : new RepChange(new RepId(rep), worth.RepNames.GetValueOrDefault(rep), flow, new QuotaChange(QuotaOf(before, moves.Before, rep), QuotaOf(after, moves.After, rep)));

    private static Money? QuotaOf(DiffVersion version, TerritoryId territory) =>
        version.Matcher.Plan.Quotas is { } quotas && quotas.Territories.FirstOrDefault(each => each.Territory == territory) is { Territory.Value: not null } found
            ? new Money(found.Amount, quotas.Currency)
            : null;

    // A parent's quota includes those below it.
    private static Money? QuotaOf(DiffVersion version, LayerAnswers? layer, string rep)
    {
        if (layer is null || version.Matcher.Plan.Quotas is not { } quotas)
        {
            return null;
        }

        decimal[] amounts = [.. layer.Layer.Territories.SelectMany(top => Highest(top, includes: false))];
        return amounts.Length == 0 ? null : new Money(amounts.Sum(), quotas.Currency);

        IEnumerable<decimal> Highest(TerritoryNode node, bool includes)
        {
            bool isOwn = version.Owners.RepOf(version.Matcher.IndexOf(node.Id))?.Value == rep;
            Money? own = isOwn && !includes ? QuotaOf(version, node.Id) : null;
            IEnumerable<decimal> below = node.Children.SelectMany(child => Highest(child, includes || own is not null));
            return own is { } quota ? below.Prepend(quota.Amount) : below;
        }
    }

    // The territory of each version with those above it, told once.
    private (string, bool, bool)[] Both(int was, int now)
    {
        string[] earlier = [.. Up(before.Matcher, was)];
        string[] later = [.. Up(after.Matcher, now)];
        return [.. earlier.Union(later, StringComparer.Ordinal).Select(id => (id, earlier.Contains(id, StringComparer.Ordinal), later.Contains(id, StringComparer.Ordinal)))];
    }

    private static IEnumerable<string> Up(PlanMatcher matcher, int territory)
    {
        for (int each = territory; each >= 0; each = matcher.ParentOf(each))
        {
            yield return matcher.Territories[each].Id.Value;
        }
    }

    private static IEnumerable<string> TerritoriesOf(LayerMoves moves) => new[] { moves.After, moves.Before }.OfType<LayerAnswers>()
        .SelectMany(layer => layer.Layer.Territories).SelectMany(top => top.WithDescendants()).Select(territory => territory.Id.Value).Distinct(StringComparer.Ordinal);

    // Whoever owns accounts or is accountable for a territory; nobody stands last.
    private IEnumerable<string> Reps(LayerMoves moves, Dictionary<string, FlowSum> owners)
    {
        IEnumerable<string> accountable = TerritoriesOf(moves).SelectMany(id => new[] { RepOf(after, id), RepOf(before, id) }).OfType<string>();
        return accountable.Concat(owners.Keys).Where(rep => rep.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Concat(owners.ContainsKey("") ? [""] : Array.Empty<string>());
    }

    private static string? RepOf(DiffVersion version, string territory) =>
        version.Matcher.IndexOf(new TerritoryId(territory)) is var index and >= 0 ? version.Owners.RepOf(index)?.Value : null;

    private FlowSum Sum(Dictionary<string, FlowSum> sums, string key) => sums.TryGetValue(key, out FlowSum? known) ? known : sums[key] = new FlowSum(worth);
}
