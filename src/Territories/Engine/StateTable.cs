using System.Numerics;

namespace Bailiwick.Territories.Engine;

/// <summary>Lists of numbers, each distinct one once and known by its number: the states of one level while a diagram is built.</summary>
internal sealed class StateTable
{
    private int[] items = new int[256];
    private int[] ends = new int[64];
    private int[] hashes = new int[64];
    private int[] slots = new int[128];

    public int Count { get; private set; }

    /// <summary>Memory in use.</summary>
    public long Bytes => sizeof(int) * ((long)items.Length + ends.Length + hashes.Length + slots.Length);

    public ReadOnlySpan<int> this[int number] => items.AsSpan(StartOf(number), ends[number] - StartOf(number));

    /// <summary>The number of a list; a new one when it was not there.</summary>
    public int Of(ReadOnlySpan<int> list)
    {
        int hash = HashOf(list);
        int slot = hash & (slots.Length - 1);
        while (slots[slot] != 0)
        {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && this[number].SequenceEqual(list))
            {
                return number;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = Count + 1;
        Add(list, hash);
        return Count - 1;
    }

    private int StartOf(int number) => number == 0 ? 0 : ends[number - 1];

    private void Add(ReadOnlySpan<int> list, int hash)
    {
        int start = StartOf(Count);
        if (start + list.Length > items.Length)
        {
            Array.Resize(ref items, (int)Math.Min(Array.MaxLength, Math.Max(items.Length * 2L, start + list.Length)));
        }

        if (Count == ends.Length)
        {
            Array.Resize(ref ends, Count * 2);
            Array.Resize(ref hashes, Count * 2);
        }

        list.CopyTo(items.AsSpan(start));
        ends[Count] = start + list.Length;
        hashes[Count++] = hash;
        if (Count * 2 > slots.Length)
        {
            Rehash();
        }
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        for (int number = 0; number < Count; number++)
        {
            int slot = hashes[number] & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = number + 1;
        }
    }

    private static int HashOf(ReadOnlySpan<int> list)
    {
        ulong hash = (ulong)list.Length;
        foreach (int item in list)
        {
            hash = (BitOperations.RotateLeft(hash, 29) ^ (uint)item) * 0x9E3779B97F4A7C15;
        }

        return (int)((hash ^ (hash >> 32)) & int.MaxValue);
    }
}
