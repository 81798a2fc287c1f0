using Bailiwick.Measures;

namespace Bailiwick.Workbench.Diff;

/// <summary>Adds up what becomes of accounts with whom a rep works.</summary>
internal sealed class Relationships(AccountWorth worth)
{
    private readonly StakeSum kept = new(worth);
    private readonly StakeSum broken = new(worth);
    private readonly StakeSum restored = new(worth);
    private readonly Dictionary<(RepId From, RepId? To), StakeSum> between = [];

    public RelationshipChange Change => new(
        kept.Stake,
        broken.Stake,
        restored.Stake,
        [
            .. between.Select(pair => new BrokenRelationship(pair.Key.From, pair.Key.To, pair.Value.Stake))
                .OrderByDescending(each => each.Stake.Accounts).ThenBy(each => each.From.Value, StringComparer.Ordinal).ThenBy(each => each.To?.Value, StringComparer.Ordinal),
        ]);

    public void Add(int row, RepId? owner, RepId? next)
    {
        bool had = owner is { } was && worth.Works(was, row);
        if (had && owner == next)
        {
            kept.Add(row);
        }
        else if (had)
        {
            broken.Add(row);
            (RepId, RepId?) pair = (owner!.Value, next);
            (between.TryGetValue(pair, out StakeSum? sum) ? sum : between[pair] = new StakeSum(worth)).Add(row);
        }
        else if (owner != next && next is { } comes && worth.Works(comes, row))
        {
            restored.Add(row);
        }
    }
}
