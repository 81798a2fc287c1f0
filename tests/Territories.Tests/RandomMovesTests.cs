using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Territories.Tests;

/// <summary>Two versions of random plans: who moves by the naive reading, and whether the named edits alone, made to the earlier version, move them so.</summary>
public sealed class RandomMovesTests
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

    [Fact]
    public void The_edits_that_are_named_move_the_account_and_none_is_needless()
    {
        int moved = 0;
        string failure = Campaign.Run(Campaign.IsLong ? 20_000 : 400, seed => RandomWorlds.Of(seed), world => Trouble(world, ref moved));
        Assert.True(failure.Length == 0, failure);
        Assert.True(moved > (Campaign.IsLong ? 40_000 : 600), $"{moved} moved");
    }

    private static string? Trouble(World before, ref int moved)
    {
        World after = RandomEdits.Of(before);
        if (Read(before) is not { } earlier || Read(after) is not { } later)
        {
            return null;
        }

        ColumnTable accounts = AccountFile.Table(before.Accounts);
        PlanMoves moves = PlanMoves.Between(earlier, later, accounts, before.Day, TestContext.Current.CancellationToken);
        foreach (LayerMoves layer in moves.Layers)
        {
            var causeOf = layer.Groups.SelectMany(group => group.Causes.SelectMany(cause => cause.Rows.Select(row => (row, (group, cause))))).ToDictionary(each => each.row, each => each.Item2);
            for (int row = 0; row < accounts.Count; row++)
            {
                (string was, string now) = (EndOf(before, layer.Layer, row), EndOf(after, layer.Layer, row));
                if (!causeOf.TryGetValue(row, out (MoveGroup Group, MoveCause Cause) told))
                {
                    if (was != now)
                    {
                        return $"{layer.Layer}: {before.Accounts[row].Id} moves from {was} to {now}, and it is not told";
                    }

                    continue;
                }

                moved++;
                if (was == now || told.Group.From.ToString() != was || told.Group.To.ToString() != now)
                {
                    return $"{layer.Layer}: {before.Accounts[row].Id} is told to move from {told.Group.From} to {told.Group.To}, and is in {was} and in {now}";
                }

                if (CauseTrouble(new PlanMix(before, after), layer.Layer, (row, now), [.. told.Cause.Edits.Select(edit => (edit.KindName, edit.Territory?.Value ?? ""))]) is { } trouble)
                {
                    return $"{trouble}\n--- after\n{PlanYaml.Of(after)}";
                }
            }
        }

        return null;
    }

    private static string? CauseTrouble(PlanMix mix, string layer, (int Row, string Now) move, (string Kind, string Territory)[] edits)
    {
        if (edits is [("layer_added" or "layer_removed", _)])
        {
            return null;
        }

        string EndWith((string, string)[] some)
        {
            (World world, LayerModel mixed) = mix.With(layer, some);
            // A plan that names an account twice is a mistake, whatever it leads to.
            string[] names = [.. mixed.Nodes.SelectMany(node => node.WithDescendants()).SelectMany(node => node.Accounts)];
            if (some.Length < edits.Length && names.Length > names.Distinct(StringComparer.Ordinal).Count())
            {
                return "named twice";
            }

            Answer answer = new NaivePlan(world).Of(mixed, world.Accounts[move.Row]);
            return answer.Territory.Length > 0 ? answer.Territory : answer.Rule;
        }

        string told = $"{layer}: row {move.Row} comes to {move.Now} by {string.Join(", ", edits)}";
        if (EndWith(edits) is var end && end != move.Now)
        {
            return $"{told}, but these lead to {end}";
        }

        return edits.Select((edit, at) => (edit, End: EndWith([.. edits.Where((_, other) => other != at)])))
            .Where(less => less.End == move.Now)
            .Select(less => $"{told}, and {less.edit} is needless").FirstOrDefault();
    }

    private static string EndOf(World world, string layer, int row)
    {
        if (world.Plan.Layers.FirstOrDefault(each => each.Name == layer) is not { } model)
        {
            return "out_of_scope";
        }

        Answer answer = new NaivePlan(world).Of(model, world.Accounts[row]);
        return answer.Territory.Length > 0 ? answer.Territory : answer.Rule;
    }

    private static PlanMatcher? Read(World world) => PlanFile.Parse("plan.yaml", PlanYaml.Of(world), PlanYaml.FilesOf(world.Plan)).Plan is { } plan
        ? PlanMatcher.Compile(plan with { Scope = plan.Scope with { Schemes = Schemes.AsRead } }, Atlas)
        : null;
}
