using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>A plan as a person names it: a file, or the key of a kept plan.</summary>
internal static class PlanReference
{
    /// <summary>Reads the plan. A file goes before a key of the same name.</summary>
    /// <returns>The reading, and the kept plan when a key was given.</returns>
    public static (PlanReading Reading, Plan? Kept) Read(Workspace? workspace, string fileOrKey)
    {
        if (File.Exists(fileOrKey))
        {
            return (PlanFile.Read(fileOrKey), null);
        }

        return workspace?.Plans.Find(new PlanId(fileOrKey)) is { } kept
            ? (PlanFile.Parse(kept.Id.Value, kept.Source, kept.Files), kept)
            : (new PlanReading(null, [Problems.UnknownPlan(fileOrKey)]), null);
    }

    /// <summary>The workspace's today.</summary>
    public static DateOnly Today(Workspace workspace) => DateOnly.FromDateTime(workspace.Clock.GetLocalNow().DateTime);
}
