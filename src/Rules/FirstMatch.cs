namespace Bailiwick.Rules;

/// <summary>Finds the first of an ordered list of rules that holds, without asking those that cannot.</summary>
/// <remarks>
/// A rule with an anchor (a test that it needs) is asked only when the anchor is passed; so thousands of territories that each want
/// another postal range cost no more than the few that share the account's own.
/// </remarks>
public sealed class FirstMatch
{
    private readonly IReadOnlyList<int> rules;
    private readonly Dictionary<int, List<int>> byAnchor = [];
    private readonly List<int> withoutAnchor = [];

    internal FirstMatch(IReadOnlyList<int> rules, IReadOnlyList<int[]?> anchors)
    {
        this.rules = rules;
        for (int place = 0; place < rules.Count; place++)
        {
            if (anchors[place] is not { } needed)
            {
                withoutAnchor.Add(place);
                continue;
            }

            foreach (int test in needed)
            {
                (byAnchor.TryGetValue(test, out List<int>? places) ? places : byAnchor[test] = []).Add(place);
            }
        }
    }

    /// <summary>The place in the list of the first rule that holds for the profile turned to; −1 when none does.</summary>
    public int Of(RuleAsker asker)
    {
        int first = FirstIn(withoutAnchor, rules.Count, asker);
        foreach (int test in asker.Tests)
        {
            if (byAnchor.TryGetValue(test, out List<int>? places))
            {
                first = FirstIn(places, first, asker);
            }
        }

        return first < rules.Count ? first : -1;
    }

    private int FirstIn(List<int> places, int limit, RuleAsker asker)
    {
        foreach (int place in places)
        {
            if (place >= limit)
            {
                break;
            }

            if (asker.Holds(rules[place]))
            {
                return place;
            }
        }

        return limit;
    }
}
