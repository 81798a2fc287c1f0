using Google.OrTools.Graph;

namespace Bailiwick.Staffing;

/// <summary>A least-cost assignment of rows to columns of a square.</summary>
/// <remarks>Solved by OR-Tools' cost-scaling push-relabel method (Goldberg and Kennedy, Mathematical Programming 71, 1995, doi 10.1007/BF01585996).</remarks>
internal static class Assignment
{
    /// <summary>Per column its row.</summary>
    public static int[] Solve(long[,] costs)
    {
        int size = costs.GetLength(0);
        using var solver = new LinearSumAssignment();
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                solver.AddArcWithCost(row, column, costs[row, column]);
            }
        }

        LinearSumAssignment.Status status = solver.Solve();
        if (status != LinearSumAssignment.Status.OPTIMAL)
        {
            throw new InvalidOperationException($"The assignment of {size} by {size} ended with {status}; a full square of costs below 2^53 always has a least one.");
        }

        var rowOf = new int[size];
        for (int row = 0; row < size; row++)
        {
            rowOf[solver.RightMate(row)] = row;
        }

        return rowOf;
    }
}
