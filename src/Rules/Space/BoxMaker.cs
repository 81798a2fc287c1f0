using System.Collections.Immutable;

namespace Bailiwick.Rules.Space;

/// <summary>A condition as boxes whose union it is; gives up where it needs too many.</summary>
/// <param name="boxesOf">The boxes of a test, or of its negation: one, or none.</param>
/// <param name="most">So many boxes are too many.</param>
internal sealed class BoxMaker(Func<TestOf, bool, ImmutableArray<Box>> boxesOf, int most)
{
    // Up to so many boxes each is compared with each other one.
    private const int MostCompared = 256;

    private readonly Dictionary<Condition, ImmutableArray<Box>?> holding = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Condition, ImmutableArray<Box>?> failing = new(ReferenceEqualityComparer.Instance);

    /// <summary>The boxes; null when there are too many.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="holds">False: of its negation.</param>
    public ImmutableArray<Box>? Of(Condition condition, bool holds)
    {
        if (condition is TestOf test)
        {
            return boxesOf(test, holds);
        }

        // A rule and the rule without one of its parts share all other parts.
        Dictionary<Condition, ImmutableArray<Box>?> known = holds ? holding : failing;
        if (!known.TryGetValue(condition, out ImmutableArray<Box>? boxes))
        {
            known[condition] = boxes = Make(condition, holds);
        }

        return boxes;
    }

    private ImmutableArray<Box>? Make(Condition condition, bool holds) => condition switch
    {
        NotOf not => Of(not.Inner, !holds),
        AllOf all => holds ? Cut(all.Parts, holds) : Join(all.Parts, holds),
        AnyOf any => holds ? Join(any.Parts, holds) : Cut(any.Parts, holds),
        _ => throw new InvalidOperationException($"no boxes of {condition.GetType().Name}"),
    };

    private ImmutableArray<Box>? Join(ImmutableArray<Condition> parts, bool holds)
    {
        var all = new List<Box>();
        foreach (Condition part in parts)
        {
            if (Of(part, holds) is not { } boxes)
            {
                return null;
            }

            all.AddRange(boxes);
        }

        ImmutableArray<Box> tidy = Tidy(all);
        return tidy.Length > most ? null : tidy;
    }

    private ImmutableArray<Box>? Cut(ImmutableArray<Condition> parts, bool holds)
    {
        ImmutableArray<Box> all = [Box.Everything];
        var many = new List<ImmutableArray<Box>>();
        foreach (Condition part in parts)
        {
            if (Of(part, holds) is not { } boxes)
            {
                return null;
            }

            // What is one box cuts at once; what is many waits until the rest is small.
            if (boxes.Length == 1)
            {
                all = all[0].And(boxes[0]) is { } cut ? [cut] : [];
            }
            else
            {
                many.Add(boxes);
            }

            if (all.IsEmpty)
            {
                return all;
            }
        }

        foreach (ImmutableArray<Box> boxes in many.OrderBy(each => each.Length))
        {
            if ((long)all.Length * boxes.Length > 16L * most)
            {
                return null;
            }

            all = Tidy([.. all.SelectMany(box => boxes.Select(box.And).OfType<Box>())]);
            if (all.Length > most)
            {
                return null;
            }
        }

        return all;
    }

    /// <summary>Fewer boxes with the same union: those that differ on one axis alone become one, those within others go.</summary>
    internal static ImmutableArray<Box> Tidy(List<Box> boxes)
    {
        if (boxes.Count < 2)
        {
            return [.. boxes];
        }

        if (boxes.TrueForAll(box => box.Sides is [var side] && side.Axis == boxes[0].Sides[0].Axis))
        {
            ClassSet either = boxes.Select(box => box.Sides[0].Classes).Aggregate((left, right) => left.Or(right));
            return [Box.Of([new BoxSide(boxes[0].Sides[0].Axis, either)])!];
        }

        List<Box> distinct = [.. boxes.Distinct()];
        for (bool isMerged = distinct.Count > 1; isMerged;)
        {
            isMerged = false;
            foreach (int axis in distinct.SelectMany(box => box.Sides.Select(side => side.Axis)).Distinct().Order().ToArray())
            {
                isMerged |= Merge(distinct, axis);
            }
        }

        return distinct.Count is > 1 and <= MostCompared
            ? [.. distinct.Where(box => !distinct.Exists(other => !ReferenceEquals(box, other) && box.IsWithin(other)))]
            : [.. distinct];
    }

    private static bool Merge(List<Box> boxes, int axis)
    {
        int before = boxes.Count;
        IGrouping<Box, Box>[] alike = [.. boxes.GroupBy(box => box.Without(axis))];
        if (alike.Length == before)
        {
            return false;
        }

        boxes.Clear();
        foreach (IGrouping<Box, Box> group in alike)
        {
            ClassSet?[] sides = [.. group.Select(box => box.On(axis))];
            boxes.Add(Array.Exists(sides, side => side is null) ? group.Key : group.Key.With(new BoxSide(axis, sides.Select(side => side!).Aggregate((left, right) => left.Or(right)))));
        }

        return true;
    }
}
