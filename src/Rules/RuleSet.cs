using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules.Attributes;

namespace Bailiwick.Rules;

/// <summary>Many rules prepared together: every test is asked once, whichever rules share it.</summary>
/// <remarks>
/// Values that no test can tell apart fall into one class; a row is its classes, one an attribute; rows with the same classes have one
/// profile, and a rule is asked once a profile. Immutable and safe for many threads.
/// </remarks>
public sealed class RuleSet
{
    private readonly Truth[] programs;
    private readonly Attribute[] attributes;
    private readonly AttributeIndex[] indexes;
    private readonly int[] worth;

    private RuleSet(IReadOnlyList<Rule> rules, TestNumbers numbers, RuleScope scope, Atlas? atlas)
    {
        Rules = rules;
        programs = [.. rules.Select(rule => numbers.Compile(rule.Condition))];
        TestCount = numbers.Count;
        worth = new int[numbers.Count];
        foreach (List<NumberedTest> tests in numbers.ByAttribute.Values)
        {
            tests.ForEach(test => worth[test.Number] = tests.Count);
        }

        attributes = [.. numbers.ByAttribute.Keys];
        indexes = [.. numbers.ByAttribute.Select(pair => AttributeIndex.For(pair.Key, pair.Value, scope, atlas))];
        Problems = [.. attributes.Where(attribute => attribute.Field.Name == "area" && attribute.Parameter is not null && atlas?.Has(attribute.Parameter) != true)
            .Select(attribute => Bailiwick.Rules.Problems.UnknownSet(attribute.Parameter!, NearestName.To(attribute.Parameter!, atlas?.SetIds ?? [])))];
    }

    /// <summary>The rules, by their numbers.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Boundary sets that rules name and that are not at hand; to these rules every area is unknown.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    internal int TestCount { get; }

    /// <summary>Prepares rules.</summary>
    /// <param name="rules">The rules; they are asked by their place in this list.</param>
    /// <param name="scope">The scope in which they were read.</param>
    /// <param name="atlas">The boundary sets at hand; null when no rule asks for areas.</param>
    public static RuleSet Compile(IReadOnlyList<Rule> rules, RuleScope scope, Atlas? atlas) => new(rules, new TestNumbers(), scope, atlas);

    /// <summary>Sorts accounts by what the rules can tell apart.</summary>
    /// <param name="accounts">Accounts with their places found; one row will do.</param>
    public ClassifiedAccounts Classify(ColumnTable accounts) => new(accounts.Count, [.. indexes.Select(index => index.Classify(accounts))], TestCount, programs);

    /// <summary>Prepares an ordered list of rules of which the first that holds is wanted.</summary>
    /// <param name="group">Numbers of rules; a negative one never holds.</param>
    public FirstMatch First(IReadOnlyList<int> group) => new(group, [.. group.Select(rule => rule < 0 ? [] : programs[rule].Anchors(worth))]);

    /// <summary>Why a rule holds for a row, or does not: the conditions that decide.</summary>
    public RuleReason Explain(int rule, ColumnTable accounts, int row)
    {
        RuleAsker asker = Classify(accounts).Ask();
        asker.Turn(asker.Accounts.ProfileOf[row]);
        var deciding = new List<DecidingCondition>();
        bool holds = programs[rule].Explain(asker.Passed, (test, passed) =>
        {
            int attribute = Array.IndexOf(attributes, test.Attribute);
            deciding.Add(new DecidingCondition(test.Text, test.Attribute.Name, indexes[attribute].Show(accounts, row), passed));
        });
        return new RuleReason(holds, deciding);
    }
}

/// <summary>Why a rule holds or not.</summary>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Deciding">The conditions that settle it: for a rule that fails for one reason, that one.</param>
public sealed record RuleReason(bool Holds, IReadOnlyList<DecidingCondition> Deciding);

/// <summary>One condition that decided.</summary>
/// <param name="Condition">As written.</param>
/// <param name="Field">The field it asks.</param>
/// <param name="Value">The account's value as a person reads it; null is unknown.</param>
/// <param name="Holds">Whether the value passes.</param>
public sealed record DecidingCondition(string Condition, string Field, string? Value, bool Holds);
