using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Search;

/// <summary>Runs the strands over the threads, and shares the budget among them.</summary>
/// <remarks>Counted in iterations, each strand has an equal part, so that threads do not matter. Counted in time, strands that have to wait for a thread share the time.</remarks>
internal sealed class Course(
    AlignmentProblem problem,
    IStopRule stop,
    AlignmentOptions options,
    IProgress<AlignmentProgress>? progress,
    CancellationToken cancellation)
{
    private readonly Lock gate = new();
    private (long Miss, long Score) best = (long.MaxValue, long.MaxValue);
    private double told;

    internal ImmutableArray<Strand> Run(Chance chance, Alignment? start)
    {
        var costs = new UnitCosts(problem, isTabled: true);
        int rounds = (options.Strands + options.Threads - 1) / options.Threads;
        var strands = new Strand[options.Strands];
        for (int index = 0; index < strands.Length; index++)
        {
            int own = index;
            (double Begin, double End) part = stop.IsRepeatable ? (0, 1) : ((double)(index / options.Threads) / rounds, (double)((index / options.Threads) + 1) / rounds);
            strands[own] = new Strand(problem, costs, options, chance.Split(), iterations => Spent(strands[own], iterations, part));
        }

        // The first strand of a round that runs alone starts at once; a parallel loop keeps the order of the rounds.
        foreach (Strand[] round in strands.Chunk(options.Threads))
        {
            Parallel.ForEach(round, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, strand => strand.Run(start));
        }

        return [.. strands];
    }

    /// <summary>How much of its own part of the budget a strand has used; 1 when the search is cancelled.</summary>
    private double Spent(Strand strand, long iterations, (double Begin, double End) part)
    {
        double spent = stop.Spent(stop.IsRepeatable ? iterations * options.Strands : iterations);
        if (progress is not null)
        {
            Tell(strand, spent);
        }

        return cancellation.IsCancellationRequested ? 1 : (spent - part.Begin) / (part.End - part.Begin);
    }

    private void Tell(Strand strand, double spent)
    {
        lock (gate)
        {
            (long Miss, long Score) now = (strand.Best.Miss, strand.Best.Score);
            best = now.CompareTo(best) < 0 ? now : best;
            if (spent >= told + 0.01)
            {
                told = spent;
                progress?.Report(new AlignmentProgress(Math.Min(1, spent), best.Score, best.Miss == 0));
            }
        }
    }
}
