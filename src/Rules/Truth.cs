using System.Collections.Immutable;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules;

/// <summary>A condition made ready to be asked often: tests are numbers.</summary>
internal abstract class Truth
{
    public abstract bool Holds(bool[] passed);

    /// <summary>Like <see cref="Holds"/>, and tells the tests that settle it.</summary>
    public abstract bool Explain(bool[] passed, Action<TestOf, bool> tell);
}

/// <summary>All parts, or (turned) at least one.</summary>
/// <param name="isAny">At least one will do.</param>
/// <param name="parts">The parts, in the order written.</param>
internal sealed class ManyTruth(bool isAny, Truth[] parts) : Truth
{
    public override bool Holds(bool[] passed)
    {
        foreach (Truth part in parts)
        {
            if (part.Holds(passed) == isAny)
            {
                return isAny;
            }
        }

        return !isAny;
    }

    // One part that settles it is reason enough; else all parts together are the reason.
    public override bool Explain(bool[] passed, Action<TestOf, bool> tell)
    {
        Truth? settles = parts.FirstOrDefault(part => part.Holds(passed) == isAny);
        foreach (Truth part in settles is null ? parts : [settles])
        {
            part.Explain(passed, tell);
        }

        return settles is null ? !isAny : isAny;
    }
}

/// <summary>The inner does not hold.</summary>
internal sealed class NotTruth(Truth inner) : Truth
{
    public override bool Holds(bool[] passed) => !inner.Holds(passed);

    public override bool Explain(bool[] passed, Action<TestOf, bool> tell) => !inner.Explain(passed, tell);
}

/// <summary>A test.</summary>
internal sealed class TestTruth(int number, TestOf test) : Truth
{
    public override bool Holds(bool[] passed) => passed[number];

    public override bool Explain(bool[] passed, Action<TestOf, bool> tell)
    {
        tell(test, passed[number]);
        return passed[number];
    }
}

/// <summary>Gives each test its number; the same test in two rules has one.</summary>
internal sealed class TestNumbers
{
    private readonly Dictionary<(Attribute Attribute, string Text, long Content), int> numbers = [];

    public int Count => numbers.Count;

    /// <summary>The number of a test that was compiled.</summary>
    public int Find(TestOf test) => numbers[KeyOf(test)];

    /// <summary>The tests of each attribute, attributes in the order in which rules first ask them.</summary>
    public OrderedDictionary<Attribute, List<NumberedTest>> ByAttribute { get; } = [];

    public Truth Compile(Condition condition) => condition switch
    {
        AllOf all => new ManyTruth(isAny: false, [.. all.Parts.Select(Compile)]),
        AnyOf any => new ManyTruth(isAny: true, [.. any.Parts.Select(Compile)]),
        NotOf not => new NotTruth(Compile(not.Inner)),
        TestOf test => new TestTruth(NumberOf(test), test),
        _ => throw new InvalidOperationException($"no program of {condition.GetType().Name}"),
    };

    private int NumberOf(TestOf test)
    {
        if (!numbers.TryGetValue(KeyOf(test), out int number))
        {
            numbers[KeyOf(test)] = number = numbers.Count;
            if (!ByAttribute.TryGetValue(test.Attribute, out List<NumberedTest>? tests))
            {
                ByAttribute[test.Attribute] = tests = [];
            }

            tests.Add(new NumberedTest(number, test.Predicate));
        }

        return number;
    }

    // Two plans may name different lists and shapes by the same path.
    private static (Attribute Attribute, string Text, long Content) KeyOf(TestOf test) => (test.Attribute, test.Text, test.Predicate switch
    {
        IsOneOf one => HashOf(one.Folded),
        IsInsideShape inside => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(inside.Shape),
        _ => 0,
    });

    private static long HashOf(ImmutableArray<string> values)
    {
        long hash = values.Length;
        foreach (string value in values)
        {
            hash = unchecked((hash * 0x100000001B3) ^ value.GetHashCode(StringComparison.Ordinal));
        }

        return hash;
    }
}
