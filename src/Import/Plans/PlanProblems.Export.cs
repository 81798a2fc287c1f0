using Bailiwick.Import.Plans.Salesforce;
using Bailiwick.Measures;

namespace Bailiwick.Import.Plans;

/// <summary>What of a plan has no equivalent in Salesforce.</summary>
internal static partial class PlanProblems
{
    public static Problem FolderNotEmpty(string folder) => new("plan-export.folder-not-empty", Severity.Error, new Place(folder), new("the folder is not empty; nothing was written.", "資料夾不是空的；未寫入任何檔案。"), null, new("Maybe name a new one: territories of an older export would stay in this one.", "請指定新的資料夾，否則舊的轄區會留在其中。"));
    public static Problem AboveHasNoRules(Place place, string territory) => Without("above-has-no-rules", place, new($"what leads to {territory} has no equivalent; it has no rules there and holds the accounts that are associated with it.", $"通往 {territory} 的條件沒有對應；該轄區沒有規則，只保有直接指派的客戶。"), territory);
    public static Problem StaysInPlan(Text what, int count) => Without("stays-in-plan", Place.None, new($"a territory model has no place for {what.English}: {count}.", $"轄區模型無處存放{what.Chinese}：{count} 項。"), null);
    public static Problem NamedTooByRule() => Without("named-too-by-rule", Place.None, new("accounts that a territory names are associated with it; there they are in the territories of rules that they meet as well.", "指名客戶直接指派到轄區；若符合規則，Salesforce 也會將其分派到規則的轄區。"), null);
    public static Problem AccountsMissing(int territories) => Without("accounts-missing", Place.None, new($"{territories} territories have no rules there, and no accounts were given to associate with them.", $"{territories} 個轄區沒有規則，且未提供可直接指派的客戶。"), null, new("Maybe --accounts with a file of all accounts.", "可用 --accounts 提供所有客戶的檔案。"));

    public static Problem NoItems(Place place, string condition, NoItem why)
    {
        string shown = condition.Length > 120 ? condition[..120] + "…" : condition;
        return Without("no-items", place, why switch
        {
            NoItem.NoField => new($"accounts in Salesforce have no field for: {shown}", $"Salesforce 客戶沒有對應欄位：{shown}"),
            NoItem.NoOperation => new($"rules in Salesforce cannot ask: {shown}", $"Salesforce 規則無法表達：{shown}"),
            NoItem.TooLong => new($"a rule in Salesforce may have {ItemWriter.MostItems} items of {ItemWriter.MostCharacters} characters; too long: {shown}", $"Salesforce 規則最多 {ItemWriter.MostItems} 個條件、每個 {ItemWriter.MostCharacters} 字元；太長：{shown}"),
            _ => throw new ArgumentOutOfRangeException(nameof(why), why, "not a reason of this house"),
        }, shown, why == NoItem.NoField ? new("Maybe --field THEIRS=OURS.", "可用 --field 對方欄位=我方欄位。") : null);
    }

    private static Problem Without(string code, Place place, Text message, string? value, Text? advice = null) => new($"plan-export.{code}", Severity.Doubt, place, message, value, advice);
}
