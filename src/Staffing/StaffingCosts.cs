using Bailiwick.Measures;

namespace Bailiwick.Staffing;

/// <summary>The costs that the assignment adds up: whole decimetres, on a square.</summary>
/// <remarks>
/// Rows are reps, columns are territories. The shorter side is filled up with vacancies (rows) or with nothing to do (columns), which
/// cost nothing: how many there are of them is fixed. A rep without a known home costs more than all distances together, and so comes
/// last; a territory without placed accounts costs every rep of known home nothing.
/// </remarks>
internal sealed class StaffingCosts
{
    /// <summary>Costs per metre: decimetres, finer than any home or account is placed.</summary>
    private const double Scale = 10;

    /// <summary>No distance on earth is longer: half the circumference.</summary>
    private const double Farthest = Math.PI * LonLat.EarthRadius;

    private StaffingCosts(long[,] costs, long unknownHome)
    {
        Costs = costs;
        this.unknownHome = unknownHome;
    }

    private readonly long unknownHome;

    /// <summary>Per row and column the cost, 0 or more.</summary>
    public long[,] Costs { get; }

    public static StaffingCosts Of(StaffingProblem problem, Metres?[,] distances)
    {
        int size = Math.Max(problem.Reps.Length, problem.Territories.Length);
        long unknown = ((long)(Farthest * Scale) + 1) * (size + 1);
        var costs = new long[size, size];
        for (int rep = 0; rep < problem.Reps.Length; rep++)
        {
            for (int territory = 0; territory < problem.Territories.Length; territory++)
            {
                costs[rep, territory] = problem.Reps[rep].Home is null
                    ? unknown
                    : (long)Math.Round((distances[rep, territory]?.Value ?? 0) * Scale);
            }
        }

        return new StaffingCosts(costs, unknown);
    }

    /// <summary>A difference of costs as a distance; null when it stands for reps without a home.</summary>
    public Metres? Regret(long difference) => difference >= unknownHome / 2 ? null : Metres.Of(difference / Scale);
}
