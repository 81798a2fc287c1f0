using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans;

/// <summary>Which accounts come to a territory or below: alternatives, each of conditions that must all hold.</summary>
/// <remarks>
/// In a plan an account walks down, so a territory must take what any territory below it takes. Elsewhere a child may take accounts
/// that its parent's own rule does not.
/// </remarks>
internal sealed class Reach
{
    private readonly ImmutableArray<Alternative> alternatives;

    private Reach(ImmutableArray<Alternative> alternatives) => this.alternatives = alternatives;

    /// <summary>Nothing comes by rule.</summary>
    public static Reach Nothing { get; } = new([]);

    public bool IsNothing => alternatives.IsEmpty;

    /// <summary>Conditions that hold in every alternative.</summary>
    public ImmutableHashSet<string> Certain =>
        alternatives.IsEmpty ? [] : alternatives.Skip(1).Aggregate(alternatives[0].Keys, (certain, each) => certain.Intersect(each.Keys));

    /// <summary>Number of conditions of the widest alternative; the more, the more special.</summary>
    public int Depth => alternatives.IsEmpty ? int.MaxValue : alternatives.Min(each => each.Clauses.Sum(Asks));

    /// <summary>What a territory's own conditions and those below reach together. An alternative that asks all of an own one, and more, adds nothing.</summary>
    public static Reach Of(ImmutableArray<Clause> own, IEnumerable<Reach> below)
    {
        Alternative? first = own.IsEmpty ? null : Alternative.Of(own);
        IEnumerable<Alternative> others = below
            .SelectMany(reach => reach.alternatives)
            .Where(each => first is null || !first.Keys.IsSubsetOf(each.Keys))
            .DistinctBy(each => string.Join('\n', each.Keys.Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        return new Reach(first is null ? [.. others] : [first, .. others]);
    }

    /// <summary>The rule of a territory whose accounts fulfil some conditions already; null when then nothing is left to ask.</summary>
    public Clause? Where(IReadOnlySet<string> fulfilled)
    {
        Clause[][] left = [.. alternatives.Select(each => each.Clauses.Where(clause => !fulfilled.Contains(clause.ToString())).ToArray())];
        return Array.Exists(left, each => each.Length == 0) ? null : ClauseUnion.Of(left.Select(each => Clause.All(each)));
    }

    private static int Asks(Clause clause) => clause switch
    {
        AllClause all => all.Parts.Sum(Asks),
        AnyClause any => any.Parts.Min(Asks),
        NotClause => 1,
        AskClause => 1,
        _ => throw new InvalidOperationException($"no count of {clause.GetType().Name}"),
    };

    // The clauses in the order written, and their texts.
    private sealed record Alternative(ImmutableArray<Clause> Clauses, ImmutableHashSet<string> Keys)
    {
        public static Alternative Of(ImmutableArray<Clause> clauses)
        {
            Clause[] parts = [.. clauses.SelectMany(clause => clause is AllClause all ? all.Parts : [clause]).DistinctBy(clause => clause.ToString(), StringComparer.Ordinal)];
            return new Alternative([.. parts], [.. parts.Select(part => part.ToString())]);
        }
    }
}
