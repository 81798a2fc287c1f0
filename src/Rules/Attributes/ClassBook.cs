using System.Diagnostics.CodeAnalysis;

namespace Bailiwick.Rules.Attributes;

/// <summary>Values that no test can tell apart are one class. A class is the set of tests that its values pass, as ascending numbers.</summary>
internal sealed class ClassBook
{
    private readonly Dictionary<int[], int> numbers = new(SameTests.Instance);
    private readonly List<int[]> classes = [];

    public IReadOnlyList<int[]> Classes => classes;

    /// <summary>The class of values that pass exactly these tests.</summary>
    public int Of(int[] ascending)
    {
        if (!numbers.TryGetValue(ascending, out int number))
        {
            numbers[ascending] = number = classes.Count;
            classes.Add(ascending);
        }

        return number;
    }

    private sealed class SameTests : IEqualityComparer<int[]>
    {
        public static readonly SameTests Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] int[] obj)
        {
            var hash = new HashCode();
            foreach (int test in obj)
            {
                hash.Add(test);
            }

            return hash.ToHashCode();
        }
    }
}

/// <summary>One attribute of all rows: a class a row, and the tests that each class passes.</summary>
internal sealed record AttributeClasses(int[] OfRow, IReadOnlyList<int[]> Tests);
