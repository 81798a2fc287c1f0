namespace Bailiwick.Territories.Engine;

/// <summary>How far the engine of one layer may go. Where it stops, a slower way gives the same answers.</summary>
internal sealed record EngineOptions
{
    public static EngineOptions Default { get; } = new();

    /// <summary>In which way rows are asked.</summary>
    public Way Way { get; init; }

    /// <summary>Boxes of a layer's list, 1 and more. A list of 25,000 territories has about 50,000; two million fill some 1.5 GB.</summary>
    public int MostBoxes { get; init; } = 2_000_000;

    /// <summary>Pairs of boxes that flattening cuts with each other, 1 and more: ten million take about a second.</summary>
    public long MostCuts { get; init; } = 20_000_000;

    /// <summary>States of a diagram before it is made small, over all levels, 1 and more.</summary>
    public int MostStates { get; init; } = 2_000_000;

    /// <summary>Memory for building a diagram and for its tables, each, in bytes.</summary>
    public long MostBytes { get; init; } = 256L << 20;

    /// <summary>Time for building a diagram.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(10);
}
