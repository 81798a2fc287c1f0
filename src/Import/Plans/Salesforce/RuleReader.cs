using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>A rule as a plan can have it.</summary>
/// <param name="Clause">What of it can be expressed; null when nothing can.</param>
/// <param name="Lacks">What was left out.</param>
internal sealed record RuleMeaning(Clause? Clause, ImmutableArray<Problem> Lacks);

/// <summary>A rule with its filter → a clause. Items without an equivalent fall out of their AND or OR, and are told.</summary>
internal sealed class RuleReader(PlanReport report, ItemReader items, AccountFields fields)
{
    public RuleMeaning Read(ModelRule rule, IReadOnlyCollection<string> countries)
    {
        int before = report.Problems.All.Count;
        Clause? clause = rule.Filter is null ? null : Read(rule.Filter, rule, countries);
        return new RuleMeaning(clause, [.. report.Problems.All.Skip(before).Where(problem => problem.Severity == Severity.Error)]);
    }

    private Clause? Read(BooleanFilter filter, ModelRule rule, IReadOnlyCollection<string> countries) => filter switch
    {
        FilterItem item => items.Read(rule.Items[item.Number - 1], countries),
        FilterNot not => Read(not.Inner, rule, countries) is { } inner ? new NotClause(inner) : null,
        FilterAny any => Join(any.Parts.Select(part => Read(part, rule, countries)), Clause.Any),
        FilterAll all => ReadAll(all.Parts, rule, countries),
        _ => throw new InvalidOperationException($"no clause of {filter.GetType().Name}"),
    };

    // From one code and up to another is one range, which reads better than two half ones.
    private Clause? ReadAll(IReadOnlyList<BooleanFilter> parts, ModelRule rule, IReadOnlyCollection<string> countries)
    {
        int low = Index(parts, part => part is FilterItem item && PostalOf(rule, item, Operations.GreaterOrEqual) is not null);
        int high = low < 0 ? -1 : Index(parts, part => UpperEnd(rule, part) is not null);
        if (high < 0)
        {
            return Join(parts.Select(part => Read(part, rule, countries)), Clause.All);
        }

        ModelItem from = rule.Items[((FilterItem)parts[low]).Number - 1];
        (ModelItem to, bool isExact) = UpperEnd(rule, parts[high])!.Value;
        if (string.CompareOrdinal(Folding.Postal(from.Value), Folding.Postal(to.Value)) > 0)
        {
            return Join(parts.Select(part => Read(part, rule, countries)), Clause.All);
        }

        if (!isExact)
        {
            report.Add(PlanProblems.UpperEnd(to));
        }

        AskClause range = PostalOrder.Between(fields.Find(from.Field)!.Value.Field, from.Value, to.Value);
        return Join(parts.Select((part, index) => index == low ? range : index == high ? null : Read(part, rule, countries)), Clause.All);
    }

    // At most a code; with "starts with" beside, exactly as a plan's range ends.
    private (ModelItem Item, bool IsExact)? UpperEnd(ModelRule rule, BooleanFilter part) => part switch
    {
        FilterItem item when PostalOf(rule, item, Operations.LessOrEqual) is { } last => (last, false),
        FilterAny { Parts: [FilterItem most, FilterItem start] } when PostalOf(rule, most, Operations.LessOrEqual) is { } last
            && PostalOf(rule, start, Operations.StartsWith) is { } begins && begins.Value == last.Value => (last, true),
        _ => null,
    };

    private ModelItem? PostalOf(ModelRule rule, FilterItem item, string operation) =>
        rule.Items[item.Number - 1] is var found && found.Operation == operation && fields.Find(found.Field)?.Kind == FieldKind.Postal && PostalOrder.IsCode(found.Value) ? found : null;

    private static int Index(IReadOnlyList<BooleanFilter> parts, Func<BooleanFilter, bool> fits)
    {
        for (int index = 0; index < parts.Count; index++)
        {
            if (fits(parts[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private static Clause? Join(IEnumerable<Clause?> parts, Func<IEnumerable<Clause>, Clause> join)
    {
        Clause[] left = [.. parts.OfType<Clause>()];
        return left.Length == 0 ? null : join(left);
    }
}
