using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What can be wrong with a use case as a whole; rooms have their own.</summary>
internal static class Problems
{
    public static Problem NoPlanInForce(DateOnly day)
    {
        string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Problem(
            "workbench.no-plan-in-force",
            Severity.Error,
            Place.None,
            new Text($"No plan is in force on {date}.", $"{date} 沒有生效中的方案。"),
            date,
            new Text("Maybe publish one first, or name a plan file.", "請先發布方案，或指定方案檔。"));
    }

    public static Problem NoSuchLayer(string? layer, PlanDocument plan) => new(
        "workbench.no-such-layer",
        Severity.Error,
        Place.None,
        new Text($"The plan has no layer {layer}.", $"方案沒有圖層 {layer}。"),
        layer,
        new Text(
            $"Maybe one of these: {string.Join(", ", plan.Layers.Select(known => known.Name))}.",
            $"可用的圖層：{string.Join("、", plan.Layers.Select(known => known.Name))}。"));
}
