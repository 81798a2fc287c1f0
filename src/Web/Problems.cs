using Bailiwick.Measures;

namespace Bailiwick.Web;

/// <summary>What can be wrong with what the web is asked.</summary>
internal static class Problems
{
    public static Problem NoSuchPlan(string id) => Of(
        "web.no-such-plan", id, new Text($"There is no plan \"{id}\".", $"沒有方案「{id}」。"), new Text("Maybe take an id from /api/v1/plans.", "請使用 /api/v1/plans 中的 id。"));

    public static Problem NoPlanInForce(string day) => Of(
        "web.no-plan-in-force", day, new Text($"No plan is in force on {day}.", $"{day} 沒有生效的方案。"), new Text("Maybe publish one, or ask as of another day.", "請先發布方案，或改查其他日期。"));

    public static Problem NoSuchBoundaries(string id) => Of(
        "web.no-such-boundaries", id, new Text($"There is no boundary set \"{id}\".", $"沒有邊界集「{id}」。"), new Text("Maybe take an id from /api/v1/boundaries.", "請使用 /api/v1/boundaries 中的 id。"));

    public static Problem NoMap(string plan) => Of(
        "web.no-map", plan, new Text($"The layer of plan \"{plan}\" is not about places, so it has no areas.", $"方案「{plan}」的這一層與地理位置無關，沒有區域。"), new Text("Maybe name a boundary set.", "可指定邊界集。"));

    private static Problem Of(string code, string? value, Text message, Text? advice) => new(code, Severity.Error, Place.None, message, value, advice);
}
