using System.Runtime.InteropServices;

namespace Bailiwick.Territories.Engine;

/// <summary>What follows the states of one level, before the diagram is made small.</summary>
/// <remarks>A state's classes mostly lead to one and the same state: that one is kept once, and of the other classes each its own.</remarks>
internal sealed class Transitions
{
    private readonly List<int> usual = [];
    private readonly List<int> ends = [];
    private readonly List<(int Class, int Next)> others = [];

    public int Count => usual.Count;

    public long Bytes => (usual.Count * 8L) + (others.Count * 8L);

    public int UsualOf(int state) => usual[state];

    public ReadOnlySpan<(int Class, int Next)> OthersOf(int state)
    {
        int start = state == 0 ? 0 : ends[state - 1];
        return CollectionsMarshal.AsSpan(others)[start..ends[state]];
    }

    public void Other(int member, int next) => others.Add((member, next));

    public void EndState(int next)
    {
        usual.Add(next);
        ends.Add(others.Count);
    }
}

/// <summary>Finds what follows a state for each class of one axis.</summary>
internal sealed class LevelExpansion(ListAxis axis, SuffixLevel level, SuffixLevel below)
{
    private readonly ClassGroups groups = new(axis.Classes);
    private readonly int[] askedOf = new int[axis.Sides.Length];
    private readonly int[] holds = new int[axis.Sides.Length];
    private readonly int[] seen = new int[below.Count];
    private readonly List<int> asked = [];
    private readonly List<int> sides = [];
    private readonly List<int> list = [];
    private readonly List<int> nextOf = [];
    private int now;

    /// <summary>Adds the state's followers to the next level's states, and what leads to them.</summary>
    /// <param name="state">The suffixes that are still possible, in order; the last asks nothing more.</param>
    /// <param name="next">States of the next level.</param>
    /// <param name="into">Told which class leads where.</param>
    public void Expand(ReadOnlySpan<int> state, StateTable next, Transitions into)
    {
        groups.Clear();
        FindAsked(state);
        foreach (int side in asked)
        {
            groups.Part(side, axis.Sides[side]);
        }

        nextOf.Clear();
        int usual = -1;
        for (int group = 0; group < groups.Count; group++)
        {
            nextOf.Add(groups.SizeOf(group) == 0 ? -1 : next.Of(Follow(state, group)));
            usual = usual < 0 || groups.SizeOf(group) > groups.SizeOf(usual) ? group : usual;
        }

        Tell(nextOf[usual], into);
    }

    private void FindAsked(ReadOnlySpan<int> state)
    {
        asked.Clear();
        now++;
        foreach (int suffix in state)
        {
            int side = level.Sides[suffix];
            if (side >= 0 && askedOf[side] != now)
            {
                askedOf[side] = now;
                asked.Add(side);
            }
        }
    }

    // What is left of the list for the classes of a group: up to the first that asks nothing more.
    private ReadOnlySpan<int> Follow(ReadOnlySpan<int> state, int group)
    {
        now++;
        groups.SidesOf(group, sides);
        foreach (int side in sides)
        {
            holds[side] = now;
        }

        list.Clear();
        foreach (int suffix in state)
        {
            int side = level.Sides[suffix];
            int follows = level.Next[suffix];
            if ((side < 0 || holds[side] == now) && seen[follows] != now)
            {
                seen[follows] = now;
                list.Add(follows);
                if (below.Decided[follows] >= 0)
                {
                    break;
                }
            }
        }

        return Trimmed(CollectionsMarshal.AsSpan(list), below);
    }

    /// <summary>Leaves out what stands right before the last and lands where the last does.</summary>
    public static ReadOnlySpan<int> Trimmed(Span<int> list, SuffixLevel level)
    {
        int last = list[^1];
        int length = list.Length - 1;
        while (length > 0 && level.CodeOf[list[length - 1]] == level.CodeOf[last])
        {
            length--;
        }

        list[length] = last;
        return list[..(length + 1)];
    }

    private void Tell(int usual, Transitions into)
    {
        // Untouched classes are in group 0: where that is not the usual, every class is told.
        if (groups.SizeOf(0) > 0 && nextOf[0] != usual)
        {
            for (int member = 0; member < axis.Classes; member++)
            {
                TellOne(member, usual, into);
            }
        }
        else
        {
            foreach (int member in groups.Touched)
            {
                TellOne(member, usual, into);
            }
        }

        into.EndState(usual);
    }

    private void TellOne(int member, int usual, Transitions into)
    {
        int next = nextOf[groups.GroupOf(member)];
        if (next != usual)
        {
            into.Other(member, next);
        }
    }
}
