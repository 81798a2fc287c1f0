using System.Numerics;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Engine;

/// <summary>One axis as a layer's list asks it: the classes that the list can tell apart, and the distinct sides of its boxes.</summary>
internal sealed class ListAxis
{
    private ListAxis(int axis, int[] localOf, int classes, ClassSet[] sides, int[] sideOf)
    {
        (Axis, LocalOf, Classes, Sides, SideOf) = (axis, localOf, classes, sides, sideOf);
        IsSame = classes == localOf.Length;
    }

    /// <summary>Number of the axis in the rule space.</summary>
    public int Axis { get; }

    /// <summary>Number of classes that the list tells apart, 2 and more.</summary>
    public int Classes { get; }

    /// <summary>Class in the rule space → class here. In the same order, so where the counts agree it is the identity.</summary>
    public int[] LocalOf { get; }

    /// <summary>Whether the list tells all classes of the rule space apart.</summary>
    public bool IsSame { get; }

    /// <summary>The distinct sides, over the classes here.</summary>
    public ClassSet[] Sides { get; }

    /// <summary>Per box of the list its side, or −1 where it is free.</summary>
    public int[] SideOf { get; }

    /// <summary>The axes that some box of the list asks, ascending.</summary>
    public static ListAxis[] Of(LayerList list)
    {
        var found = new SortedDictionary<int, SideBook>();
        for (int entry = 0; entry < list.Count; entry++)
        {
            foreach (BoxSide side in list.Boxes[entry].Sides)
            {
                if (!found.TryGetValue(side.Axis, out SideBook? sides))
                {
                    found[side.Axis] = sides = new SideBook(list.Count);
                }

                sides.Add(entry, side.Classes);
            }
        }

        return [.. found.Select(pair => Of(pair.Key, pair.Value))];
    }

    private static ListAxis Of(int axis, SideBook sides)
    {
        int[] localOf = Refined(sides.Distinct, out int classes);
        ClassSet[] local = classes == localOf.Length
            ? [.. sides.Distinct]
            : [.. sides.Distinct.Select(side => ClassSet.Of(classes, side.Members().Select(member => localOf[member])))];
        return new ListAxis(axis, localOf, classes, local, sides.SideOf);
    }

    // Classes start as one group; each side parts every group that it holds only some of.
    private static int[] Refined(List<ClassSet> sides, out int groups)
    {
        var groupOf = new int[sides[0].Classes];
        var size = new List<int> { groupOf.Length };
        var taken = new int[groupOf.Length + 1];
        var part = new int[groupOf.Length + 1];
        var touched = new List<int>();
        foreach (ClassSet side in sides)
        {
            touched.Clear();
            foreach (int group in GroupsIn(side, groupOf))
            {
                if (taken[group]++ == 0)
                {
                    touched.Add(group);
                }
            }

            foreach (int group in touched)
            {
                part[group] = taken[group] == size[group] ? group : size.Count;
                if (part[group] != group)
                {
                    size.Add(taken[group]);
                    size[group] -= taken[group];
                }

                taken[group] = 0;
            }

            Move(side, groupOf, part);
        }

        groups = size.Count;
        return InOrder(groupOf, groups);
    }

    private static IEnumerable<int> GroupsIn(ClassSet side, int[] groupOf) => side.Members().Select(member => groupOf[member]);

    private static void Move(ClassSet side, int[] groupOf, int[] part)
    {
        ReadOnlySpan<ulong> words = side.Words;
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong rest = words[word]; rest != 0; rest &= rest - 1)
            {
                ref int group = ref groupOf[(word * 64) + BitOperations.TrailingZeroCount(rest)];
                group = part[group];
            }
        }
    }

    private static int[] InOrder(int[] groupOf, int groups)
    {
        var number = new int[groups];
        Array.Fill(number, -1);
        int next = 0;
        for (int member = 0; member < groupOf.Length; member++)
        {
            ref int local = ref number[groupOf[member]];
            groupOf[member] = local >= 0 ? local : local = next++;
        }

        return groupOf;
    }

    private sealed class SideBook
    {
        private readonly Dictionary<ClassSet, int> byReference = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<ClassSet, int> byValue = [];

        public SideBook(int entries)
        {
            SideOf = new int[entries];
            Array.Fill(SideOf, -1);
        }

        public List<ClassSet> Distinct { get; } = [];

        public int[] SideOf { get; }

        public void Add(int entry, ClassSet side)
        {
            // Most sides are shared objects; hashing all words of each would be most of the work.
            if (!byReference.TryGetValue(side, out int number))
            {
                if (!byValue.TryGetValue(side, out number))
                {
                    byValue[side] = number = Distinct.Count;
                    Distinct.Add(side);
                }

                byReference[side] = number;
            }

            SideOf[entry] = number;
        }
    }
}
