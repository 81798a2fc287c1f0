using Bailiwick.Alignment.Starts;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Search;

/// <summary>One search with its own chance: starts, then coolings from the best plan, each after some kicks.</summary>
internal sealed class Strand
{
    /// <summary>Moves per unit in the shortest cooling; the lengths follow Luby, Sinclair, Zuckerman 1993, doi 10.1016/0020-0190(93)90029-9.</summary>
    private const int MovesPerUnit = 400;

    private const int DescentPerUnit = 40;

    private const int FreshStartEvery = 6;

    /// <summary>The part of the budget after which no more starts are drawn.</summary>
    private const double StartsEnd = 0.2;

    private readonly AlignmentProblem problem;
    private readonly AlignmentOptions options;
    private readonly SearchState state;
    private readonly Annealing annealing;
    private readonly Recombination recombination;
    private readonly StartPlans starts;
    private readonly Chance chance;
    private readonly Func<long, double> spent;

    internal Strand(AlignmentProblem problem, UnitCosts costs, AlignmentOptions options, Chance chance, Func<long, double> spent)
    {
        this.problem = problem;
        this.options = options;
        this.chance = chance;
        this.spent = spent;
        state = new SearchState(problem, costs, options.IsChecked);
        annealing = new Annealing(problem, state, chance.Split());
        recombination = new Recombination(problem, state, chance.Split());
        starts = new StartPlans(problem, chance.Split());
        Best = new Best(problem.Count);
    }

    /// <summary>The best plan, its score with the best centres.</summary>
    internal Best Best { get; }

    internal long Iterations => annealing.Iterations;

    internal void Run(Alignment? start)
    {
        if (start is not null)
        {
            Enter(starts.From(start));
        }

        for (int drawn = start is null ? 0 : 1; drawn < options.Starts && (drawn == 0 || Spent() < StartsEnd); drawn++)
        {
            Enter(starts.Next());
        }

        for (int round = 1; problem.Territories > 1 && !IsOver(); round++)
        {
            // Now and then from somewhere else: the best plan may stand in a valley of its own.
            state.Load(chance.Next(FreshStartEvery) == 0 ? starts.Next() : Best.TerritoryOf);
            int kicks = problem.IsContiguous ? chance.Next(4) : 0;
            for (int kick = 0; kick < kicks; kick++)
            {
                recombination.Kick();
            }

            // Heat by chance over two orders of magnitude: what is right differs by problem and by stage.
            double heat = 0.02 * (1 << chance.Next(7));
            annealing.Run(heat, (long)MovesPerUnit * problem.Count * Luby(round), IsOver);
            Settle();
        }
    }

    private void Enter(int[] plan)
    {
        state.Load(plan);
        annealing.Calibrate();
        annealing.Run(0, (long)DescentPerUnit * problem.Count, IsOver);
        Settle();
    }

    /// <summary>Takes up the best plan of the last cooling, goes straight down from it, and keeps it if it is the best of all.</summary>
    private void Settle()
    {
        state.Load(annealing.Best.TerritoryOf);
        state.Score.Refresh(isThorough: true);
        annealing.Run(0, (long)DescentPerUnit * problem.Count, IsOver);
        state.Load(annealing.Best.TerritoryOf);
        state.Score.Refresh(isThorough: true);
        if (Best.IsBeatenBy(state.Balance.Total, state.Score.Total))
        {
            Best.Reset(state);
        }
    }

    private bool IsOver() => Spent() >= 1;

    private double Spent() => spent(annealing.Iterations);

    /// <summary>1, 1, 2, 1, 1, 2, 4, …</summary>
    private static int Luby(int round)
    {
        for (int size = 1; ; size = (2 * size) + 1)
        {
            if (round == size)
            {
                return (size + 1) / 2;
            }

            if (round < size)
            {
                return Luby(round - (size / 2));
            }
        }
    }
}
