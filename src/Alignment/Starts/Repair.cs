namespace Bailiwick.Alignment.Starts;

/// <summary>Makes a drawn plan hang together: each territory keeps its best piece, what is left over goes to a territory beside it.</summary>
internal static class Repair
{
    private const int Nobody = -1;

    /// <summary>Mends the plan in place. Afterwards every territory of the region has a unit, and hangs together where the graph allows it.</summary>
    internal static void Mend(AlignmentProblem problem, Region region, int[] territoryOf)
    {
        if (problem.IsContiguous)
        {
            Release(problem, territoryOf);
        }

        Populate(problem, region, territoryOf);
        Spread(problem, territoryOf);
    }

    /// <summary>Lets go of all pieces but the one with the most locked units, then the most mass, then the most units.</summary>
    private static void Release(AlignmentProblem problem, int[] territoryOf)
    {
        (int[] pieceOf, int pieces) = problem.Graph.Pieces(territoryOf);
        var worth = new (int Locked, long Mass, int Units, int Territory)[pieces];
        for (int unit = 0; unit < problem.Count; unit++)
        {
            ref (int Locked, long Mass, int Units, int Territory) piece = ref worth[pieceOf[unit]];
            piece = (piece.Locked + (problem.Locks[unit] >= 0 ? 1 : 0), piece.Mass + problem.Mass[unit], piece.Units + 1, territoryOf[unit]);
        }

        var best = new int[problem.Territories];
        Array.Fill(best, Nobody);
        for (int piece = 0; piece < pieces; piece++)
        {
            int territory = worth[piece].Territory;
            if (territory != Nobody && (best[territory] == Nobody || worth[piece].CompareTo(worth[best[territory]]) > 0))
            {
                best[territory] = piece;
            }
        }

        for (int unit = 0; unit < problem.Count; unit++)
        {
            if (territoryOf[unit] != Nobody && best[territoryOf[unit]] != pieceOf[unit])
            {
                territoryOf[unit] = Nobody;
            }
        }
    }

    /// <summary>Gives each empty territory a unit that nobody has, or one at the edge of the territory with the most units.</summary>
    private static void Populate(AlignmentProblem problem, Region region, int[] territoryOf)
    {
        var contiguity = new Search.Contiguity(problem.Graph);
        foreach (int territory in region.Territories.Where(territory => !region.Units.Any(unit => territoryOf[unit] == territory)))
        {
            var size = new int[problem.Territories];
            foreach (int unit in region.Units.Where(unit => territoryOf[unit] != Nobody))
            {
                size[territoryOf[unit]]++;
            }

            int taken = region.Units
                .Where(unit => problem.Locks[unit] == territory || (problem.Locks[unit] < 0 && MayTake(unit)))
                .OrderByDescending(unit => problem.Locks[unit] == territory)
                .ThenBy(unit => territoryOf[unit] != Nobody)
                .ThenByDescending(unit => territoryOf[unit] == Nobody ? 0 : size[territoryOf[unit]])
                .ThenByDescending(unit => problem.Mass[unit])
                .First();
            territoryOf[taken] = territory;

            bool MayTake(int unit) => territoryOf[unit] == Nobody
                || (size[territoryOf[unit]] > 1 && (!problem.IsContiguous || contiguity.HoldsWithout(unit, territoryOf)));
        }
    }

    /// <summary>From the borders inwards, each unit that nobody has goes to the neighbouring territory whose middle is nearest.</summary>
    private static void Spread(AlignmentProblem problem, int[] territoryOf)
    {
        PlanePoint[] middles = Middles(problem, territoryOf);
        var open = new PriorityQueue<(int Unit, int Territory), (double Distance, int Unit)>();
        for (int unit = 0; unit < problem.Count; unit++)
        {
            if (territoryOf[unit] != Nobody)
            {
                Offer(unit);
            }
        }

        while (open.TryDequeue(out (int Unit, int Territory) next, out _))
        {
            if (territoryOf[next.Unit] == Nobody)
            {
                territoryOf[next.Unit] = next.Territory;
                Offer(next.Unit);
            }
        }

        // What no border reaches (a piece without a territory) goes to the nearest middle, contiguous or not: the result says so.
        for (int unit = 0; unit < problem.Count; unit++)
        {
            if (territoryOf[unit] == Nobody)
            {
                territoryOf[unit] = Enumerable.Range(0, middles.Length).MinBy(territory => middles[territory].DistanceTo(problem.Points[unit]));
            }
        }

        void Offer(int from)
        {
            foreach (int neighbour in problem.Graph.Of(from))
            {
                if (territoryOf[neighbour] == Nobody)
                {
                    open.Enqueue((neighbour, territoryOf[from]), (middles[territoryOf[from]].DistanceTo(problem.Points[neighbour]), neighbour));
                }
            }
        }
    }

    private static PlanePoint[] Middles(AlignmentProblem problem, int[] territoryOf)
    {
        var sums = new (double Mass, double X, double Y)[problem.Territories];
        for (int unit = 0; unit < problem.Count; unit++)
        {
            if (territoryOf[unit] != Nobody)
            {
                ref (double Mass, double X, double Y) sum = ref sums[territoryOf[unit]];
                double mass = problem.Mass[unit] + 1e-3;
                sum = (sum.Mass + mass, sum.X + (mass * problem.Points[unit].X), sum.Y + (mass * problem.Points[unit].Y));
            }
        }

        return [.. sums.Select(sum => sum.Mass > 0 ? new PlanePoint(sum.X / sum.Mass, sum.Y / sum.Mass) : new PlanePoint(double.MaxValue / 4, 0))];
    }
}
