using System.Diagnostics;
using System.Globalization;

namespace Bailiwick.Speed;

/// <summary>One thing measured, in a process of its own. To add one: a class in <c>Benches</c>, a line in <see cref="BenchLine.All"/>.</summary>
internal interface IBench
{
    /// <summary>Its name on the command line and of its file of results.</summary>
    string Name { get; }

    /// <summary>What is measured, in a sentence.</summary>
    string Title { get; }

    /// <summary>Measures.</summary>
    /// <param name="place">A folder for files, empty and gone afterwards; and one that stays, for input that is costly to make.</param>
    /// <param name="results">Where the figures go, in the order of measuring.</param>
    void Run(BenchPlace place, BenchResults results);
}

/// <summary>Where a bench may write.</summary>
/// <param name="Scratch">Empty; gone afterwards.</param>
/// <param name="Kept">Stays from run to run: for input that is costly to make.</param>
internal sealed record BenchPlace(string Scratch, string Kept);

/// <summary>One figure: what, how much, and beside what it is to be read.</summary>
internal sealed record BenchFigure(string What, string Figure, string ReadAs);

/// <summary>The figures of one run.</summary>
internal sealed class BenchResults
{
    private readonly List<BenchFigure> figures = [];

    public IReadOnlyList<BenchFigure> Figures => figures;

    /// <summary>A figure in words, beside the peer or limit it is to be read with.</summary>
    public void Add(string what, string figure, string readAs = "")
    {
        figures.Add(new BenchFigure(what, figure, readAs));
        Console.Error.WriteLine($"  {what}: {figure} {readAs}");
    }

    /// <summary>A span of time for a number of things.</summary>
    public void Add(string what, Took took, long count, string things, string readAs = "") =>
        Add(what, string.Create(CultureInfo.InvariantCulture, $"{took.Elapsed.TotalSeconds:0.00} s · {count / took.Elapsed.TotalSeconds:#,0} {things}/s · {took.Processor.TotalSeconds:0.00} s of processor"), readAs);

    /// <summary>The largest memory of this process so far.</summary>
    public void AddPeakMemory(string when, string readAs = "")
    {
        using var process = Process.GetCurrentProcess();
        Add($"largest memory of the process, {when}", string.Create(CultureInfo.InvariantCulture, $"{process.PeakWorkingSet64 / 1_000_000:#,0} MB"), readAs);
    }

}

/// <summary>How long something took: by the clock, and in processor time, which a busy machine does not stretch.</summary>
internal readonly record struct Took(TimeSpan Elapsed, TimeSpan Processor)
{
    public static Took By(Action work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        work();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Took(elapsed, process.TotalProcessorTime - processor);
    }

    /// <summary>How much of a peer's time.</summary>
    public string Beside(Took peer, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{Elapsed / peer.Elapsed:0.00} × the time, {Processor / peer.Processor:0.00} × the processor time of {name}");
}
