using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>A plan as a person names it: a file, or the key of a kept plan.</summary>
public static class PlanReference
{
    /// <summary>The problem that neither a file nor a kept plan has this name.</summary>
    public static Problem Unknown(string given) => PlanProblems.UnknownPlan(given);

    /// <summary>The problem that a plan has no layer of this name.</summary>
    public static Problem NoLayer(string given, Territories.Sql.PlanSql plan) => Bailiwick.Workbench.Problems.NoSuchLayer(given, plan.Plan);

    /// <summary>Reads the plan. A file goes before a key of the same name.</summary>
    /// <param name="workspace">The workspace; null to do without.</param>
    /// <param name="fileOrKey">The file or the key.</param>
    /// <param name="isKey">Whether it can only be a key: what comes over the net never names a file of the server.</param>
    /// <returns>The reading, and the kept plan when a key was given.</returns>
    internal static (PlanReading Reading, Plan? Kept) Read(Workspace? workspace, string fileOrKey, bool isKey = false)
    {
        if (!isKey && File.Exists(fileOrKey))
        {
            return (PlanFile.Read(fileOrKey, workspace?.Industries.Load()), null);
        }

        return workspace?.Plans.Find(new PlanId(fileOrKey)) is { } kept
            ? (PlanFile.Parse(kept.Id.Value, kept.Source, kept.Files, workspace.Industries.Load()), kept)
            : (new PlanReading(null, [Unknown(fileOrKey)]), null);
    }

    /// <summary>The place of a layer in its plan, by its name; of the first when no name is given; −1 when there is none.</summary>
    internal static int LayerOf(PlanDocument plan, string? name) =>
        name is not null ? plan.Layers.Select(layer => layer.Name).ToList().IndexOf(name)
        : plan.Layers.IsEmpty ? -1
        : 0;

    /// <summary>The workspace's today.</summary>
    internal static DateOnly Today(Workspace workspace) => Today(workspace.Clock);

    /// <summary>Today where the clock stands.</summary>
    internal static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
