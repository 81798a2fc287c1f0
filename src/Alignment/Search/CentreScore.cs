namespace Bailiwick.Alignment.Search;

/// <summary>The sum of unit costs to the centres of the territories. Between refreshes centres stay, so that a move costs two look-ups.</summary>
/// <remarks>A centre may have left its territory since: the total is then only near the objective. <see cref="Refresh"/> puts that right.</remarks>
internal sealed class CentreScore(AlignmentProblem problem, UnitCosts costs) : IScore
{
    /// <summary>Up to this many units every one is tried as centre at each refresh.</summary>
    private const int SmallTerritory = 48;

    private readonly int count = problem.Count;
    private readonly UnitGraph graph = problem.Graph;
    private readonly int[] centres = new int[problem.Territories];
    private readonly long[][] rows = Rows(problem);
    private readonly bool[] isStale = new bool[problem.Territories];
    private readonly List<int>[] members = [.. Enumerable.Range(0, problem.Territories).Select(_ => new List<int>())];
    private int[] territoryOf = [];

    public long Total { get; private set; }

    public void Load(int[] plan)
    {
        territoryOf = plan;
        Gather();
        Total = 0;
        for (int territory = 0; territory < centres.Length; territory++)
        {
            centres[territory] = Middle(members[territory]);
            Fill(territory);
            Total += Sum(territory);
            isStale[territory] = true;
        }

        Refresh(isThorough: false);
    }

    public long Change(int unit, int from, int to) => rows[to][unit] - rows[from][unit];

    public void Apply(int unit, int from, int to, long change)
    {
        Total += change;
        isStale[from] = true;
        isStale[to] = true;
    }

    public void Refresh(bool isThorough)
    {
        Gather();
        for (int territory = 0; territory < centres.Length; territory++)
        {
            if (!isStale[territory] && !isThorough)
            {
                continue;
            }

            isStale[territory] = false;
            long before = Sum(territory);
            int centre = isThorough || members[territory].Count <= SmallTerritory ? costs.BestCentre(members[territory]).Centre : Climb(territory);
            if (centre != centres[territory])
            {
                centres[territory] = centre;
                Fill(territory);
                Total += Sum(territory) - before;
            }
        }
    }

    public long Recount()
    {
        long sum = 0;
        for (int unit = 0; unit < count; unit++)
        {
            sum += costs.Of(unit, centres[territoryOf[unit]]);
        }

        return sum;
    }

    private static long[][] Rows(AlignmentProblem problem) => [.. Enumerable.Range(0, problem.Territories).Select(_ => new long[problem.Count])];

    private void Gather()
    {
        foreach (List<int> list in members)
        {
            list.Clear();
        }

        for (int unit = 0; unit < count; unit++)
        {
            members[territoryOf[unit]].Add(unit);
        }
    }

    private void Fill(int territory)
    {
        long[] row = rows[territory];
        for (int unit = 0; unit < count; unit++)
        {
            row[unit] = costs.Of(unit, centres[territory]);
        }
    }

    private long Sum(int territory)
    {
        long sum = 0;
        foreach (int unit in members[territory])
        {
            sum += rows[territory][unit];
        }

        return sum;
    }

    /// <summary>From the old centre, or the middle when that has left, to the best neighbour until none is better.</summary>
    private int Climb(int territory)
    {
        List<int> units = members[territory];
        int centre = territoryOf[centres[territory]] == territory ? centres[territory] : Middle(units);
        long least = costs.Of(units, centre);
        for (bool hasMoved = true; hasMoved;)
        {
            hasMoved = false;
            foreach (int neighbour in graph.Of(centre))
            {
                if (territoryOf[neighbour] == territory && costs.Of(units, neighbour) is long sum && sum < least)
                {
                    (centre, least, hasMoved) = (neighbour, sum, true);
                    break;
                }
            }
        }

        return centre;
    }

    private int Middle(List<int> units)
    {
        (double mass, double sumX, double sumY) = (0, 0, 0);
        foreach (int unit in units)
        {
            double weight = problem.Mass[unit] + 1e-6;
            mass += weight;
            sumX += weight * problem.Points[unit].X;
            sumY += weight * problem.Points[unit].Y;
        }

        var mean = new PlanePoint(sumX / mass, sumY / mass);
        (int best, double least) = (units[0], double.PositiveInfinity);
        foreach (int unit in units)
        {
            double distance = mean.DistanceTo(problem.Points[unit]);
            if (distance < least)
            {
                (best, least) = (unit, distance);
            }
        }

        return best;
    }
}
