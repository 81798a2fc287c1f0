using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bailiwick.Market;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Diff;

/// <summary>Finds the accounts that move in a layer, by where from and where to, and follows them to the edits that move them.</summary>
internal sealed class MoveFinder(
    (PlanMatcher Plan, PlanAnswers Answers) before,
    (PlanMatcher Plan, PlanAnswers Answers) after,
    ColumnTable accounts,
    (DateOnly Day, AccountParents Parents) told,
    CancellationToken cancellation)
{
    private readonly RuleGround ground = new(before.Plan.Plan, after.Plan.Plan);
    private readonly Lazy<RowClasses> classesBefore = new(() => before.Plan.Classify(accounts));
    private readonly Lazy<RowClasses> classesAfter = new(() => after.Plan.Classify(accounts));

    public LayerMoves Find(string layer)
    {
        cancellation.ThrowIfCancellationRequested();
        (LayerAnswers? earlier, LayerAnswers? later) = (LayerOf(before.Answers, layer), LayerOf(after.Answers, layer));
        var groups = new Dictionary<(RowEnd From, RowEnd To), List<int>>();
        var known = new Dictionary<(int, int), List<int>?>();
        for (int row = 0; row < accounts.Count; row++)
        {
            (int, int) codes = (earlier?.Codes[row] ?? 0, later?.Codes[row] ?? 0);
            if (!known.TryGetValue(codes, out List<int>? moved))
            {
                (RowEnd from, RowEnd to) = (EndOf(earlier, row), EndOf(later, row));
                moved = from == to ? null : CollectionsMarshal.GetValueRefOrAddDefault(groups, (from, to), out _) ??= [];
                known[codes] = moved;
            }

            moved?.Add(row);
        }

        var moves = groups.OrderByDescending(group => group.Value.Count).ThenBy(group => group.Value[0]).Select(group => (group.Key.From, group.Key.To, Rows: group.Value)).ToList();
        return new LayerMoves(layer, earlier, later, earlier is null || later is null || moves.Count == 0 ? [.. moves.Select(move => Whole(move, layer, earlier is null))] : Follow(layer, later, moves));
    }

    private static MoveGroup Whole((RowEnd From, RowEnd To, List<int> Rows) move, string layer, bool isNew) =>
        new(move.From, move.To, [.. move.Rows], [new MoveCause([EditWords.OfLayer(layer, isNew)], [.. move.Rows])], 0);

    private ImmutableArray<MoveGroup> Follow(string layer, LayerAnswers later, List<(RowEnd From, RowEnd To, List<int> Rows)> moves)
    {
        int[] rows = [.. moves.SelectMany(move => move.Rows)];
        LayerSide earlierSide = before.Plan.SideOf(layer, classesBefore.Value.Pick(rows), told.Day)!;
        LayerSide laterSide = after.Plan.SideOf(layer, classesAfter.Value.Pick(rows), told.Day)!;
        var causes = new MoveCauses(earlierSide, laterSide, told.Parents, ground);
        var words = new EditWords(earlierSide, laterSide, ground);
        var edits = new Dictionary<EditKey, PlanEdit>();
        var alike = new Dictionary<string, string>(StringComparer.Ordinal);
        var sets = new Dictionary<string, ImmutableArray<EditKey>>(StringComparer.Ordinal);
        ImmutableArray<MoveGroup>.Builder groups = ImmutableArray.CreateBuilder<MoveGroup>();
        int at = 0;
        foreach ((RowEnd from, RowEnd to, List<int> moved) in moves)
        {
            var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            int left = 0;
            foreach (int row in moved)
            {
                if (SetOf(at++, row) is { } set)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(found, set, out _) ??= []).Add(row);
                }
                else
                {
                    left++;
                }
            }

            groups.Add(new MoveGroup(
                from,
                to,
                [.. moved],
                [.. found.OrderByDescending(set => set.Value.Count).ThenBy(set => set.Value[0]).Select(set => new MoveCause([.. sets[set.Key].Select(WordsOf)], [.. set.Value]))],
                left));
        }

        return groups.ToImmutable();

        PlanEdit WordsOf(EditKey key) => CollectionsMarshal.GetValueRefOrAddDefault(edits, key, out _) ??= words.Of(key);

        // Rows of the same classes of which nothing is said by name move by the same edits.
        string? SetOf(int place, int row)
        {
            string account = accounts[Accounts.Id][row] ?? "";
            string? key = before.Plan.MaySay(layer, account, told) || after.Plan.MaySay(layer, account, told) ? null : KeyOf(earlierSide, laterSide, place);
            if (key is not null && alike.TryGetValue(key, out string? known))
            {
                return known;
            }

            if (alike.Count >= PlanMoves.MostFollowed)
            {
                return null;
            }

            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<EditKey> own = causes.Of(account, place, (later.NodeOf(row), later.RuleOf(row)));
            string set = string.Join('\n', own.Select(edit => $"{edit.Kind} {edit.Territory}"));
            sets.TryAdd(set, own);
            alike[key ?? $"by name {account}"] = set;
            return set;
        }
    }

    private static string KeyOf(LayerSide earlier, LayerSide later, int at) => string.Create(earlier.Classes.Axes + later.Classes.Axes, (earlier, later, at), (chars, state) =>
    {
        for (int axis = 0; axis < chars.Length; axis++)
        {
            int own = state.earlier.Classes.Axes;
            chars[axis] = (char)(axis < own ? state.earlier.Classes.Of(axis)[state.at] : state.later.Classes.Of(axis - own)[state.at]);
        }
    });

    private static LayerAnswers? LayerOf(PlanAnswers answers, string layer) => answers.Layers.FirstOrDefault(each => each.Layer.Name == layer);

    private static RowEnd EndOf(LayerAnswers? layer, int row) => layer is null ? default : new RowEnd(layer[row].Territory, layer.RuleOf(row) == MatchRule.Gap);
}
