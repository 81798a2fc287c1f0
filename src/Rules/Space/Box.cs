using System.Collections.Immutable;

namespace Bailiwick.Rules;

/// <summary>What a box asks of one axis.</summary>
/// <param name="Axis">Number of the axis.</param>
/// <param name="Classes">The classes it allows: some, not all.</param>
public readonly record struct BoxSide(int Axis, ClassSet Classes);

/// <summary>A product of sets: every combination of classes that keeps to each side. What has no side is free. Never empty; immutable.</summary>
public sealed class Box : IEquatable<Box>
{
    private Box(ImmutableArray<BoxSide> sides) => Sides = sides;

    /// <summary>Everything.</summary>
    public static Box Everything { get; } = new([]);

    /// <summary>The sides, by axis, each axis once.</summary>
    public ImmutableArray<BoxSide> Sides { get; }

    /// <summary>A box with these sides; null when nothing is left. Sides of the same axis are cut with each other, sides that allow all are left out.</summary>
    public static Box? Of(IEnumerable<BoxSide> sides)
    {
        ImmutableArray<BoxSide>.Builder kept = ImmutableArray.CreateBuilder<BoxSide>();
        foreach (IGrouping<int, BoxSide> axis in sides.GroupBy(side => side.Axis).OrderBy(axis => axis.Key))
        {
            ClassSet classes = axis.Select(side => side.Classes).Aggregate((left, right) => left.And(right));
            if (classes.IsEmpty)
            {
                return null;
            }

            if (!classes.IsAll)
            {
                kept.Add(new BoxSide(axis.Key, classes));
            }
        }

        return kept.Count == 0 ? Everything : new Box(kept.ToImmutable());
    }

    /// <summary>What it allows of an axis; null when it is free there.</summary>
    public ClassSet? On(int axis)
    {
        foreach (BoxSide side in Sides)
        {
            if (side.Axis >= axis)
            {
                return side.Axis == axis ? side.Classes : null;
            }
        }

        return null;
    }

    /// <summary>What lies in both; null when nothing does.</summary>
    public Box? And(Box other)
    {
        ImmutableArray<BoxSide>.Builder both = ImmutableArray.CreateBuilder<BoxSide>(Sides.Length + other.Sides.Length);
        int left = 0;
        int right = 0;
        while (left < Sides.Length || right < other.Sides.Length)
        {
            int leftAxis = left < Sides.Length ? Sides[left].Axis : int.MaxValue;
            int rightAxis = right < other.Sides.Length ? other.Sides[right].Axis : int.MaxValue;
            if (leftAxis != rightAxis)
            {
                both.Add(leftAxis < rightAxis ? Sides[left++] : other.Sides[right++]);
                continue;
            }

            ClassSet classes = Sides[left++].Classes.And(other.Sides[right++].Classes);
            if (classes.IsEmpty)
            {
                return null;
            }

            both.Add(new BoxSide(leftAxis, classes));
        }

        return new Box(both.DrainToImmutable());
    }

    /// <summary>This, free on an axis.</summary>
    public Box Without(int axis) => On(axis) is null ? this : new Box(Sides.RemoveAll(side => side.Axis == axis));

    /// <summary>This with a side on an axis on which it is free.</summary>
    internal Box With(BoxSide side) => Of(Sides.Append(side))!;

    /// <summary>Whether something lies in both.</summary>
    public bool Overlaps(Box other) => Sides.All(side => other.On(side.Axis)?.Overlaps(side.Classes) != false);

    /// <summary>Whether the other holds all of this.</summary>
    public bool IsWithin(Box other) => other.Sides.All(side => On(side.Axis)?.IsWithin(side.Classes) == true);

    /// <summary>Whether a combination lies in it.</summary>
    /// <param name="classes">A class per axis.</param>
    public bool Holds(ReadOnlySpan<int> classes)
    {
        foreach (BoxSide side in Sides)
        {
            if (!side.Classes[classes[side.Axis]])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public bool Equals(Box? other) => other is not null && Sides.AsSpan().SequenceEqual(other.Sides.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Box);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (BoxSide side in Sides)
        {
            hash.Add(side);
        }

        return hash.ToHashCode();
    }
}
