using Bailiwick.Rules.Attributes;

namespace Bailiwick.Rules;

/// <summary>Accounts sorted by what a rule set can tell apart: rows of one profile get the same answer to every rule.</summary>
public sealed class ClassifiedAccounts
{
    private readonly AttributeClasses[] attributes;
    private readonly int testCount;
    private readonly Truth[] programs;
    private readonly List<int> firstRows = [];

    internal ClassifiedAccounts(int count, AttributeClasses[] attributes, int testCount, Truth[] programs)
    {
        this.attributes = attributes;
        this.testCount = testCount;
        this.programs = programs;
        ProfileOf = new int[count];
        FindProfiles();
    }

    /// <summary>Per row its profile, 0 to <see cref="Profiles"/> − 1, in order of first appearance.</summary>
    public int[] ProfileOf { get; }

    /// <summary>Number of distinct profiles.</summary>
    public int Profiles => firstRows.Count;

    /// <summary>Begins to ask. One asker serves one thread.</summary>
    public RuleAsker Ask() => new(this, new bool[testCount], programs);

    /// <summary>Adds the tests that rows of a profile pass.</summary>
    internal void AddTestsOf(int profile, List<int> tests)
    {
        int row = firstRows[profile];
        foreach (AttributeClasses attribute in attributes)
        {
            tests.AddRange(attribute.Tests[attribute.OfRow[row]]);
        }
    }

    // Classes are folded pairwise: (profile so far, class of the next attribute) → profile.
    private void FindProfiles()
    {
        var pairs = new Dictionary<long, int>();
        foreach (AttributeClasses attribute in attributes)
        {
            pairs.Clear();
            for (int row = 0; row < ProfileOf.Length; row++)
            {
                long pair = ((long)ProfileOf[row] << 32) | (uint)attribute.OfRow[row];
                if (!pairs.TryGetValue(pair, out int profile))
                {
                    pairs[pair] = profile = pairs.Count;
                }

                ProfileOf[row] = profile;
            }
        }

        for (int row = 0; row < ProfileOf.Length; row++)
        {
            if (ProfileOf[row] == firstRows.Count)
            {
                firstRows.Add(row);
            }
        }
    }
}

/// <summary>Asks rules of one profile after the other.</summary>
public sealed class RuleAsker
{
    private readonly Truth[] programs;
    private readonly List<int> tests = [];

    internal RuleAsker(ClassifiedAccounts accounts, bool[] passed, Truth[] programs)
    {
        Accounts = accounts;
        Passed = passed;
        this.programs = programs;
    }

    internal ClassifiedAccounts Accounts { get; }

    internal bool[] Passed { get; }

    /// <summary>The numbers of the tests that the profile turned to passes.</summary>
    internal IReadOnlyList<int> Tests => tests;

    /// <summary>Turns to a profile.</summary>
    public void Turn(int profile)
    {
        foreach (int test in tests)
        {
            Passed[test] = false;
        }

        tests.Clear();
        Accounts.AddTestsOf(profile, tests);
        foreach (int test in tests)
        {
            Passed[test] = true;
        }
    }

    /// <summary>Whether a rule holds for accounts of the profile turned to.</summary>
    /// <param name="rule">The rule's number in its set.</param>
    public bool Holds(int rule) => programs[rule].Holds(Passed);
}
