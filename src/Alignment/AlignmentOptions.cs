namespace Bailiwick.Alignment;

/// <summary>How the search goes about it.</summary>
public sealed record AlignmentOptions
{
    /// <summary>Strands: independent searches, each with its own chance; the best one counts. 1 or more, default 2. The plan depends on it.</summary>
    public int Strands { get; init; } = 2;

    /// <summary>Threads, 1 or more, default 2. With a repeatable stop rule the plan does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Plans built before the search starts on the best of them, per strand. 1 or more, default 12.</summary>
    public int Starts { get; init; } = 12;

    /// <summary>Steps of the bound over all centres, 0 and more; 0 computes no bounds. Default 150: some seconds on 1,000 units. They come after the search, beyond its limit.</summary>
    public int BoundSteps { get; init; } = 150;

    /// <summary>Whether every applied move is recounted from scratch; a difference stops the run. Slow. Default: no.</summary>
    public bool IsChecked { get; init; }
}
