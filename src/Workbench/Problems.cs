using System.Globalization;
using Bailiwick.Geography;
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

    public static Problem NoBoundaries(string? set, Atlas atlas) => new(
        "workbench.no-boundaries",
        Severity.Error,
        Place.None,
        set is null
            ? new Text("The plan is not about places, so it does not say which areas to export.", "方案與地點無關，無法得知要匯出哪些區域。")
            : new Text($"There is no boundary set {set}.", $"沒有邊界集 {set}。"),
        set,
        new Text($"Maybe --boundaries with one of these: {string.Join(", ", atlas.SetIds)}.", $"可用 --boundaries 指定：{string.Join("、", atlas.SetIds)}。"));
}
