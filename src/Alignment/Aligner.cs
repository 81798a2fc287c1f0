using System.Collections.Immutable;
using Bailiwick.Alignment.Bounds;
using Bailiwick.Alignment.Search;
using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>The front: a problem in, the best plan that was found in the given budget out.</summary>
public static class Aligner
{
    /// <summary>Draws balanced territories: plans to start from, then a search from the best of them until <paramref name="stop"/>.</summary>
    /// <remarks>Same arguments, same plan, on every machine and any number of threads, if <paramref name="stop"/> is repeatable.</remarks>
    /// <param name="problem">What is to be aligned.</param>
    /// <param name="stop">When to end.</param>
    /// <param name="seed">The only source of chance.</param>
    /// <param name="start">A plan to start from, today's for example; null draws starts.</param>
    /// <param name="options">How to go about it; null is the default.</param>
    /// <param name="progress">Told now and then, from several threads; may be null.</param>
    /// <param name="cancellation">Ends the search early; the best plan so far is returned.</param>
    /// <returns>The best plan seen. It may miss limits: ask <see cref="AlignmentResult.IsFeasible"/>.</returns>
    public static AlignmentResult Solve(
        AlignmentProblem problem,
        IStopRule stop,
        int seed,
        Alignment? start = null,
        AlignmentOptions? options = null,
        IProgress<AlignmentProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        AlignmentOptions how = options ?? new AlignmentOptions();
        var course = new Course(problem, stop, how, progress, cancellation);
        ImmutableArray<Strand> strands = course.Run(new Chance((ulong)seed), start);
        Strand best = strands.OrderBy(strand => strand.Best.Miss).ThenBy(strand => strand.Best.Score).First();
        var plan = new Alignment([.. best.Best.TerritoryOf]);
        Evaluation evaluation = Evaluator.Evaluate(problem, plan);
        ImmutableArray<Problem> problems = Findings.Of(problem, plan, evaluation);
        AlignmentBounds bounds = BoundFinder.Of(problem, plan, evaluation, how.BoundSteps, cancellation);
        return new AlignmentResult
        {
            Plan = plan,
            Evaluation = evaluation,
            IsFeasible = problems.IsEmpty,
            Problems = problems,
            Bounds = bounds,
            Seed = seed,
            Options = how,
            Iterations = strands.Sum(strand => strand.Iterations),
            Elapsed = stop.Elapsed,
            Fingerprint = problem.Fingerprint,
        };
    }
}
