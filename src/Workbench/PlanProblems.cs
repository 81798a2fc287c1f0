using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What can be wrong with a question about plans and accounts, one a line.</summary>
internal static class PlanProblems
{
    public static Problem UnknownPlan(string given) => Error("unknown-plan", Place.None, given, new($"\"{given}\" is neither a file nor a plan in this workspace.", $"「{given}」不是檔案，也不是此工作區中的方案。"), new("Maybe look at: bailiwick plan list.", "請查看：bailiwick plan list。"));
    public static Problem UnknownAccount(AccountId account, string? nearest) => Error("unknown-account", Place.None, account.Value, new($"there is no account {account}.", $"沒有客戶 {account}。"), nearest is null
        ? new("Maybe it differs in case: ids are compared exactly.", "識別碼須完全相符（含大小寫）。")
        : new($"Maybe {nearest}.", $"也許是 {nearest}。"));
    public static Problem ExpectationFails(ExpectationCheck check) => Error("expectation-fails", check.Expectation.Place, check.Expectation.Account?.Value, new(
        $"{Whom(check).English} must be in {check.Expectation.IsIn} and {Where(check).English}.",
        $"{Whom(check).Chinese}應屬於 {check.Expectation.IsIn}，{Where(check).Chinese}。"));

    public static Problem FailsOn(string name, string layer, Text what) => Error($"fails-on-{name}", Place.None, layer, new($"layer {layer} has {what.English}, which is to fail (--fail-on {name}).", $"圖層 {layer} 有{what.Chinese}，依 --fail-on {name} 視為失敗。"));

    public static Problem NoGeography(string words) => Error("no-geography", Place.None, null, new($"the geography is not there: {words}", $"找不到地理資料：{words}"));

    private static Text Whom(ExpectationCheck check) => check.Expectation.Account is { } account ? new($"account {account}", $"客戶 {account} ") : new("the account with these values", "具這些值的客戶");

    private static Text Where(ExpectationCheck check) => check.Actual switch
    {
        null => new("is not in the market", "但市場資料中沒有此客戶"),
        { Territory: { } territory } => new($"is in {territory}", $"但目前屬於 {territory}"),
        { Rule: MatchRule.OutOfScope } => new("is out of scope", "但不在範圍內"),
        _ => new("reaches no territory", "但沒有符合的轄區"),
    };

    private static Problem Error(string code, Place at, string? value, Text message, Text? advice = null) => new($"workbench.{code}", Severity.Error, at, message, value, advice);
}
