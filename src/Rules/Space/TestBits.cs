namespace Bailiwick.Rules.Space;

/// <summary>Per test the classes of one axis that pass it.</summary>
internal sealed class TestBits(int classes)
{
    private readonly Dictionary<int, ulong[]> bits = [];

    /// <summary>The bits of a test, to be set.</summary>
    public ulong[] Of(int test) => bits.TryGetValue(test, out ulong[]? own) ? own : bits[test] = new ulong[(classes + 63) / 64];

    /// <summary>The classes that pass each test.</summary>
    public Dictionary<int, ClassSet> Sets() => bits.ToDictionary(test => test.Key, test => ClassSet.Of(classes, test.Value));
}
