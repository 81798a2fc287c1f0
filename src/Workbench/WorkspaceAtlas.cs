using Bailiwick.Geography;

namespace Bailiwick.Workbench;

/// <summary>The boundary sets at hand in a workspace: the house's and the company's own.</summary>
public static class WorkspaceAtlas
{
    /// <summary>The house's own atlas.</summary>
    /// <exception cref="WorkspaceException">The compiled geography is not there; the problem says how to make it.</exception>
    public static Atlas House()
    {
        try
        {
            return Atlas.Open();
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new WorkspaceException(PlanProblems.NoGeography(missing.Message), missing);
        }
    }

    /// <summary>The house's atlas with the sets that the company brought; one of theirs with the id of one of ours takes its place.</summary>
    /// <exception cref="InvalidDataException">A kept set is damaged.</exception>
    public static Atlas Of(Workspace workspace, Atlas house) =>
        house.With(workspace.Boundaries.List().Select(id => BoundarySet.Open(workspace.Boundaries.Find(id)!)));
}
