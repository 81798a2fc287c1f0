using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans;

/// <summary>Several clauses as one that holds when any does, in fewer words: lists of values of one field become one list.</summary>
internal static class ClauseUnion
{
    /// <exception cref="ArgumentException">There are no clauses.</exception>
    public static Clause Of(IEnumerable<Clause> clauses)
    {
        List<Clause> parts = [.. clauses.SelectMany(clause => clause is AnyClause any ? any.Parts : [clause])];
        // The field with the most values first: postal codes before the country that they all share.
        foreach (string field in parts.SelectMany(Lists).GroupBy(NameOf, ask => ask.Values.Length, StringComparer.Ordinal).OrderByDescending(field => field.Sum()).ThenBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key))
        {
            parts = Merged(parts, field);
        }

        return Factored(parts);
    }

    // What all ask stands once, in front: country = "TW" and (postal starts with "100" or …).
    private static Clause Factored(List<Clause> parts)
    {
        HashSet<string> common = [.. Parts(parts[0]).Select(part => part.ToString())];
        parts.ForEach(part => common.IntersectWith(Parts(part).Select(each => each.ToString())));
        Clause[][] rest = [.. parts.Select(part => Parts(part).Where(each => !common.Contains(each.ToString())).ToArray())];
        if (common.Count == 0 || parts.Count == 1)
        {
            return Clause.Any(parts);
        }

        IEnumerable<Clause> shared = Parts(parts[0]).Where(part => common.Contains(part.ToString()));
        return Array.Exists(rest, each => each.Length == 0) ? Clause.All(shared) : Clause.All([.. shared, Clause.Any(rest.Select(each => Clause.All(each)))]);
    }

    private static List<Clause> Merged(List<Clause> parts, string field)
    {
        var merged = new OrderedDictionary<string, (Clause Clause, AskClause? Ask, List<ClauseValue> Values)>(StringComparer.Ordinal);
        foreach (Clause part in parts)
        {
            AskClause[] asks = [.. Lists(part).Where(ask => NameOf(ask) == field)];
            if (asks.Length != 1)
            {
                merged.TryAdd(part.ToString(), (part, null, []));
                continue;
            }

            // Clauses that differ in nothing but the values of this field.
            string rest = $"{field}\n{string.Join('\n', Parts(part).Where(each => each != asks[0]).Select(each => each.ToString()))}";
            if (!merged.TryAdd(rest, (part, asks[0], [.. asks[0].Values])))
            {
                merged[rest].Values.AddRange(asks[0].Values);
            }
        }

        return [.. merged.Values.Select(each => each.Ask is { } ask ? With(each.Clause, ask, each.Values) : each.Clause)];
    }

    private static Clause With(Clause clause, AskClause ask, List<ClauseValue> values)
    {
        ImmutableArray<ClauseValue> distinct = [.. values.DistinctBy(value => Folding.Fold(value.Text), StringComparer.Ordinal)];
        AskClause wider = ask with { Operator = distinct.Length == 1 ? "=" : "in", Values = distinct };
        return Clause.All(Parts(clause).Select(part => part == ask ? wider : part));
    }

    private static ImmutableArray<Clause> Parts(Clause clause) => clause is AllClause all ? all.Parts : [clause];

    private static IEnumerable<AskClause> Lists(Clause clause) =>
        Parts(clause).OfType<AskClause>().Where(ask => ask is { Operator: "=" or "in", File: null } && ask.Values.All(value => value.Kind == ClauseValueKind.Text));

    private static string NameOf(AskClause ask) => $"{ask.Field} {ask.Set}";
}
