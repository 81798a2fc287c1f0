using System.Runtime.InteropServices;

namespace Bailiwick.Import.Columns;

/// <summary>Codes of short texts: up to eight ASCII characters are one number, found by one look into one table where a dictionary of texts takes three.</summary>
internal sealed class ShortTexts
{
    private const int MostCharacters = 8;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private Entry[] entries = new Entry[64];
    private int shift = 58;

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>A text as a number; 0 when it is too long, empty or not of plain characters.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> text)
    {
        if (text.Length > MostCharacters)
        {
            return 0;
        }

        ulong key = 0;
        bool isPlain = true;
        foreach (char each in text)
        {
            key = (key << 8) | each;
            isPlain &= each is > '\0' and < '\x80';
        }

        return isPlain ? key : 0;
    }

    /// <summary>The same of UTF-8.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> text)
    {
        if (text.Length > MostCharacters)
        {
            return 0;
        }

        ulong key = 0;
        bool isPlain = true;
        foreach (byte each in text)
        {
            key = (key << 8) | each;
            isPlain &= each is > 0 and < 0x80;
        }

        return isPlain ? key : 0;
    }

    /// <summary>The code of a key; a new one is added with code 0, and <paramref name="isKnown"/> is false.</summary>
    /// <param name="key">Not 0.</param>
    /// <param name="isKnown">Whether it was there.</param>
    public ref int CodeOf(ulong key, out bool isKnown)
    {
        Span<Entry> all = entries;
        int mask = all.Length - 1;
        int at = (int)((key * Odd) >> shift);
        while (true)
        {
            ref Entry entry = ref all[at & mask];
            if (entry.Key == key)
            {
                isKnown = true;
                return ref entry.Code;
            }

            if (entry.Key == 0)
            {
                isKnown = false;
                return ref Add(key);
            }

            at++;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        (entries, shift, Count) = (new Entry[64], 58, 0);
    }

    private ref int Add(ulong key)
    {
        if (++Count * 2 > entries.Length)
        {
            Entry[] before = entries;
            (entries, shift) = (new Entry[before.Length * 2], shift - 1);
            foreach (Entry entry in before)
            {
                if (entry.Key != 0)
                {
                    Free(entry.Key) = entry;
                }
            }
        }

        ref Entry added = ref Free(key);
        added.Key = key;
        return ref added.Code;
    }

    private ref Entry Free(ulong key)
    {
        int at = (int)((key * Odd) >> shift);
        while (entries[at & (entries.Length - 1)].Key != 0)
        {
            at++;
        }

        return ref entries[at & (entries.Length - 1)];
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public ulong Key;
        public int Code;
    }
}
