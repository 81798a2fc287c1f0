using System.Collections.Immutable;

namespace Bailiwick.Speed.Skewed;

/// <summary>A leaf of the growing partition: the sample accounts in it, and what it asks of each attribute.</summary>
/// <param name="Rows">Places of its accounts in the sample.</param>
/// <param name="Sides">What it asks, by attribute.</param>
/// <param name="Depth">How many splits led here.</param>
internal sealed record SkewedLeaf(int[] Rows, ImmutableSortedDictionary<string, Side> Sides, int Depth)
{
    /// <summary>The rule as text.</summary>
    public string Where => string.Join(" and ", Sides.Values.Select(side => side.Text));

    /// <summary>The leaf with another side in place of its own.</summary>
    public SkewedLeaf With(string attribute, Side side, int[] rows) => new(rows, Sides.SetItem(attribute, side), Depth + 1);
}

/// <summary>What a leaf asks of one attribute.</summary>
internal abstract record Side
{
    public abstract string Text { get; }
}

/// <summary>One of some values; or, turned, none of them: then the unknown and what nobody has seen are in it too.</summary>
internal sealed record ListSide(string Field, ImmutableArray<string> Values, bool IsTurned) : Side
{
    public override string Text => $"{(IsTurned ? "not " : "")}{Field} in ({string.Join(", ", Values.Select(value => $"\"{value}\""))})";
}

/// <summary>A stretch of numbers; the upper-most one takes what is unknown, too.</summary>
internal sealed record NumberSide(string Field, long? Least, long? Below) : Side
{
    public override string Text => (Least, Below) switch
    {
        ({ } least, { } below) => FormattableString.Invariant($"{Field} >= {least} and {Field} < {below}"),
        ({ } least, null) => FormattableString.Invariant($"not {Field} < {least}"),
        (null, { } below) => FormattableString.Invariant($"{Field} < {below}"),
        (null, null) => throw new InvalidOperationException("no bound"),
    };
}

/// <summary>Conditions that were added one after the other.</summary>
internal sealed record AllSides(ImmutableArray<string> Parts) : Side
{
    public override string Text => string.Join(" and ", Parts);

    public static AllSides Of(Side? before, string part) => new([.. (before as AllSides)?.Parts ?? [], part]);
}
