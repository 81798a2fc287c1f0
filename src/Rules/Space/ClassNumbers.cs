namespace Bailiwick.Rules.Space;

/// <summary>Gives values that pass the same tests the same class. Class 0 passes none.</summary>
/// <remarks>
/// A set of tests is known by the exclusive-or of a 128-bit number a test: adding and removing a test is one step, and two sets
/// among millions share a number by chance less than once in 2^80.
/// </remarks>
internal sealed class ClassNumbers
{
    private readonly Dictionary<UInt128, int> classes = new() { [UInt128.Zero] = 0 };

    /// <summary>Number of classes so far.</summary>
    public int Count => classes.Count;

    /// <summary>The class of a set of tests.</summary>
    public int Of(UInt128 tests)
    {
        if (!classes.TryGetValue(tests, out int number))
        {
            classes[tests] = number = classes.Count;
        }

        return number;
    }

    /// <summary>The number of a test.</summary>
    public static UInt128 Mark(int test) => new(Mix((2 * (ulong)test) + 1), Mix((2 * (ulong)test) + 2));

    private static ulong Mix(ulong z)
    {
        z *= 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
