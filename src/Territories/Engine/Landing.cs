namespace Bailiwick.Territories.Engine;

/// <summary>What an entry of a layer's list says of a row that it holds.</summary>
/// <param name="Node">Index of the territory reached over all layers; −1 for none.</param>
/// <param name="Rule">What decided.</param>
/// <param name="AskFrom">
/// −1: the row has landed. Else some rule from this child of <paramref name="Node"/> on has no boxes, so these children are to be asked by
/// their conditions (<see cref="TreeWalk"/>); with <see cref="MatchRule.OutOfScope"/> the layer's scope first.
/// </param>
internal readonly record struct Landing(int Node, MatchRule Rule, int AskFrom = -1)
{
    public bool MustAsk => AskFrom >= 0;

    public static Landing Ask(int node, int from) => new(node, MatchRule.Gap, from);

    public static Landing AskScope { get; } = new(-1, MatchRule.OutOfScope, 0);
}
