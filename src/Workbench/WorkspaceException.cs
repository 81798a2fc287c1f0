using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>The workspace cannot be used: its file is foreign, damaged, newer than this program, or held by another. Doors catch it and show the problem.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>For this problem.</summary>
    /// <param name="problem">What is wrong, and what would do.</param>
    /// <param name="inner">What the database said, if it said anything.</param>
    public WorkspaceException(Problem problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    /// <summary>What is wrong, and what would do.</summary>
    public Problem Problem { get; }
}
