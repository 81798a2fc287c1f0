using Bailiwick.Measures;

namespace Bailiwick.Territories;

/// <summary>Which rule decided where an account is.</summary>
public enum MatchRule
{
    /// <summary>An override in force.</summary>
    Override,

    /// <summary>A territory names the account or an ancestor of its family.</summary>
    Named,

    /// <summary>The where of the territory.</summary>
    Where,

    /// <summary>The territory takes the rest.</summary>
    Otherwise,

    /// <summary>No child took it, and the territory keeps what its children leave.</summary>
    Keeps,

    /// <summary>No territory took it.</summary>
    Gap,

    /// <summary>The layer is not about it.</summary>
    OutOfScope,
}

/// <summary>Where an account is in one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Territory">The territory; null for a gap and out of scope.</param>
/// <param name="Rule">Which rule decided.</param>
/// <param name="Path">The territories walked, from the top, joined by <c>/</c>; of a gap those before it.</param>
public sealed record PlanAnswer(string Layer, TerritoryId? Territory, MatchRule Rule, string Path)
{
    /// <summary>The rule as files name it: <c>out_of_scope</c>.</summary>
    public string RuleName => NameOf(Rule);

    /// <summary>A rule as files name it.</summary>
    public static string NameOf(MatchRule rule) => rule switch
    {
        MatchRule.Override => "override",
        MatchRule.Named => "named",
        MatchRule.Where => "where",
        MatchRule.Otherwise => "otherwise",
        MatchRule.Keeps => "keeps",
        MatchRule.Gap => "gap",
        MatchRule.OutOfScope => "out_of_scope",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "not a rule of matching"),
    };
}

/// <summary>The answers of one layer to a table of accounts.</summary>
public sealed class LayerAnswers
{
    private readonly Tree tree;
    private readonly int[] codes;

    internal LayerAnswers(Tree tree, int[] codes) => (this.tree, this.codes) = (tree, codes);

    /// <summary>A number of the answer a row: rows with one number have one answer.</summary>
    internal ReadOnlySpan<int> Codes => codes;

    internal PlanAnswer AnswerOf(int code) => tree.AnswerOf(code);

    internal LayerAnswers With(int[] others) => new(tree, others);

    /// <summary>The layer.</summary>
    public Layer Layer => tree.Layer;

    /// <summary>Number of accounts.</summary>
    public int Count => codes.Length;

    /// <summary>The answer for a row of the table.</summary>
    public PlanAnswer this[int row] => tree.AnswerOf(codes[row]);

    /// <summary>The territory where the walk of a row ended, a gap's included, as an index; −1 for none.</summary>
    internal int NodeOf(int row) => tree.NodeOf(codes[row]);

    /// <summary>Which rule decided for a row.</summary>
    public MatchRule RuleOf(int row) => Tree.RuleOf(codes[row]);

    /// <summary>The territory of a row as an index into <see cref="PlanMatcher.Territories"/>; −1 for a gap and out of scope.</summary>
    public int TerritoryOf(int row) => RuleOf(row) is MatchRule.Gap or MatchRule.OutOfScope ? -1 : tree.NodeOf(codes[row]);
}

/// <summary>The answers of all layers to a table of accounts.</summary>
/// <param name="Layers">One a layer, in the plan's order.</param>
/// <param name="Problems">Families that cannot be told: cycles by parent.</param>
/// <param name="Version">The <see cref="PlanDocument.Version"/> of the plan that answered.</param>
public sealed record PlanAnswers(IReadOnlyList<LayerAnswers> Layers, IReadOnlyList<Problem> Problems, string Version);
