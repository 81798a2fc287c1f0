using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Starts;

/// <summary>Plans to start from, drawn by chance: power diagrams and spanning trees in turn, or the caller's own.</summary>
internal sealed class StartPlans
{
    private readonly AlignmentProblem problem;
    private readonly Chance chance;
    private readonly ImmutableArray<Region> regions;
    private readonly TreeStart trees;
    private readonly bool canCutTrees;
    private int drawn;

    internal StartPlans(AlignmentProblem problem, Chance chance)
    {
        this.problem = problem;
        this.chance = chance;
        ImmutableArray<Region>? pieces = Region.PiecesOf(problem);
        regions = pieces ?? [new Region([.. Enumerable.Range(0, problem.Count)], [.. Enumerable.Range(0, problem.Territories)])];
        trees = new TreeStart(problem, chance);
        // A tree cut knows no locks, and needs units that hang together.
        canCutTrees = pieces is not null && problem.IsContiguous && problem.Locks.All(territory => territory < 0);
    }

    /// <summary>The next start.</summary>
    internal int[] Next()
    {
        var plan = new int[problem.Count];
        bool isTree = canCutTrees && drawn++ % 3 == 2;
        foreach (Region region in regions)
        {
            if (isTree)
            {
                trees.Draw(region, plan);
            }
            else
            {
                new PowerDiagram(problem, region, chance).Draw(plan);
            }
        }

        Mend(plan);
        return plan;
    }

    /// <summary>A plan of the caller's, mended where it does not hang together and where it breaks a lock.</summary>
    internal int[] From(Alignment start)
    {
        int[] plan = [.. start.TerritoryOf];
        for (int unit = 0; unit < plan.Length; unit++)
        {
            plan[unit] = problem.Locks[unit] >= 0 ? problem.Locks[unit] : plan[unit];
        }

        Mend(plan);
        return plan;
    }

    private void Mend(int[] plan)
    {
        foreach (Region region in regions)
        {
            Repair.Mend(problem, region, plan);
        }
    }
}
