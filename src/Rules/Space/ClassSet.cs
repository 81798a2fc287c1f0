using System.Numerics;
using System.Runtime.InteropServices;

namespace Bailiwick.Rules;

/// <summary>A set of classes of one axis, as bits. Immutable; equal when it holds the same classes of as many.</summary>
public sealed class ClassSet : IEquatable<ClassSet>
{
    private readonly ulong[] words;

    private ClassSet(int classes, ulong[] words)
    {
        Classes = classes;
        this.words = words;
    }

    /// <summary>How many classes the axis has.</summary>
    public int Classes { get; }

    /// <summary>The bits, 64 classes a word, the lowest class first; bits past the last class are 0.</summary>
    public ReadOnlySpan<ulong> Words => words;

    /// <summary>Number of classes in the set.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether it holds no class.</summary>
    public bool IsEmpty => !words.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>Whether it holds every class of the axis.</summary>
    public bool IsAll => Count == Classes;

    /// <summary>The lowest class; −1 when it is empty.</summary>
    public int First
    {
        get
        {
            int word = words.AsSpan().IndexOfAnyExcept(0UL);
            return word < 0 ? -1 : (word * 64) + BitOperations.TrailingZeroCount(words[word]);
        }
    }

    /// <summary>Whether it holds a class, 0 to <see cref="Classes"/> − 1.</summary>
    public bool this[int member] => (words[member >> 6] >> member & 1) != 0;

    /// <summary>No class.</summary>
    public static ClassSet None(int classes) => new(classes, new ulong[(classes + 63) / 64]);

    /// <summary>Every class.</summary>
    public static ClassSet All(int classes) => None(classes).Not();

    /// <summary>These classes.</summary>
    public static ClassSet Of(int classes, IEnumerable<int> members)
    {
        var bits = new ulong[(classes + 63) / 64];
        foreach (int member in members)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)member, (uint)classes, nameof(members));
            bits[member >> 6] |= 1UL << member;
        }

        return new ClassSet(classes, bits);
    }

    /// <summary>The classes whose bits are set. The words are kept, not copied.</summary>
    internal static ClassSet Of(int classes, ulong[] bits) => new(classes, bits);

    /// <summary>The classes of both.</summary>
    public ClassSet And(ClassSet other)
    {
        var both = new ulong[words.Length];
        for (int word = 0; word < both.Length; word++)
        {
            both[word] = words[word] & other.words[word];
        }

        return new ClassSet(Classes, both);
    }

    /// <summary>The classes of either.</summary>
    public ClassSet Or(ClassSet other)
    {
        var either = new ulong[words.Length];
        for (int word = 0; word < either.Length; word++)
        {
            either[word] = words[word] | other.words[word];
        }

        return new ClassSet(Classes, either);
    }

    /// <summary>The classes of this and not of the other.</summary>
    public ClassSet Without(ClassSet other) => And(other.Not());

    /// <summary>The classes that are not in it.</summary>
    public ClassSet Not()
    {
        var others = new ulong[words.Length];
        for (int word = 0; word < others.Length; word++)
        {
            others[word] = ~words[word];
        }

        if (Classes % 64 > 0)
        {
            others[^1] &= (1UL << Classes) - 1;
        }

        return new ClassSet(Classes, others);
    }

    /// <summary>Whether both hold some class.</summary>
    public bool Overlaps(ClassSet other)
    {
        for (int word = 0; word < words.Length; word++)
        {
            if ((words[word] & other.words[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the other holds every class of this.</summary>
    public bool IsWithin(ClassSet other)
    {
        for (int word = 0; word < words.Length; word++)
        {
            if ((words[word] & ~other.words[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The classes, ascending.</summary>
    public IEnumerable<int> Members()
    {
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong rest = words[word]; rest != 0; rest &= rest - 1)
            {
                yield return (word * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <inheritdoc />
    public bool Equals(ClassSet? other) => other is not null && Classes == other.Classes && words.AsSpan().SequenceEqual(other.words);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ClassSet);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(words.AsSpan()));
        return hash.ToHashCode();
    }
}
