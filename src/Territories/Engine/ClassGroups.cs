using System.Numerics;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Engine;

/// <summary>The classes of an axis in groups that some sides cannot tell apart. Made anew for each state, in memory that stays.</summary>
/// <remarks>Group 0 holds the classes that no side has; only classes of sides are touched, so a state with small sides costs little.</remarks>
internal sealed class ClassGroups(int classes)
{
    private readonly int[] groupOf = new int[classes];
    private readonly List<int> touched = [];
    private readonly List<int> size = [];
    private readonly List<(int Parent, int Side)> history = [];
    private readonly List<int> parted = [];

    /// <summary>Number of groups, also of those that have become empty.</summary>
    public int Count => size.Count;

    /// <summary>The classes that some side has, each once.</summary>
    public IReadOnlyList<int> Touched => touched;

    public int GroupOf(int member) => groupOf[member];

    public int SizeOf(int group) => size[group];

    /// <summary>Begins anew: all classes are in group 0.</summary>
    public void Clear()
    {
        foreach (int member in touched)
        {
            groupOf[member] = 0;
        }

        touched.Clear();
        size.Clear();
        size.Add(classes);
        history.Clear();
        history.Add((-1, -1));
    }

    /// <summary>Parts every group of which the side has only some classes.</summary>
    /// <param name="number">The caller's number of the side.</param>
    /// <param name="side">The side.</param>
    public void Part(int number, ClassSet side)
    {
        int before = size.Count;
        parted.Clear();
        for (int group = 0; group < before; group++)
        {
            parted.Add(-1);
        }

        ReadOnlySpan<ulong> words = side.Words;
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong rest = words[word]; rest != 0; rest &= rest - 1)
            {
                Move((word * 64) + BitOperations.TrailingZeroCount(rest), number);
            }
        }
    }

    /// <summary>Tells the sides that hold a group.</summary>
    public void SidesOf(int group, List<int> sides)
    {
        sides.Clear();
        for (int each = group; each > 0; each = history[each].Parent)
        {
            sides.Add(history[each].Side);
        }
    }

    private void Move(int member, int side)
    {
        int from = groupOf[member];
        int to = parted[from];
        if (to < 0)
        {
            parted[from] = to = size.Count;
            size.Add(0);
            history.Add((from, side));
        }

        // A class is seen once a side, so what has moved in this pass is not met again.
        if (from == 0)
        {
            touched.Add(member);
        }

        groupOf[member] = to;
        size[from]--;
        size[to]++;
    }
}
