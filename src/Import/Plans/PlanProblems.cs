using Bailiwick.Import.Plans.Salesforce;
using Bailiwick.Measures;

namespace Bailiwick.Import.Plans;

/// <summary>Everything that can be wrong with other systems' territories on their way into a plan.</summary>
internal static partial class PlanProblems
{
    // Files.
    public static Problem Link(string file) => Error("link", new Place(file), new("this is a symbolic link and is not followed.", "這是符號連結，不予讀取。"), null, new("Maybe put the file itself there.", "請放入檔案本身。"));
    public static Problem OutsideZip(string zip, string entry) => Error("outside-zip", new Place(zip), new($"the entry {entry} leads out of the zip and was not read.", $"項目 {entry} 指向壓縮檔之外，未讀取。"), entry);
    public static Problem TooManyFiles(string path, int most) => Error("too-many-files", new Place(path), new($"there are more than {most} components; those after were not read.", $"元件超過 {most} 個，其餘未讀取。"));
    public static Problem NotXml(string file, int line, int position, string words) => Error("not-xml", new Place(file, line, $"{position}"), new($"this cannot be read as XML: {words.TrimEnd('.')}.", $"無法以 XML 讀取：{words.TrimEnd('.')}。"));
    public static Problem NothingToRead(string paths) => Error("nothing-to-read", new Place(paths), new("there is nothing here that a plan could be made of.", "這裡沒有可製成方案的內容。"), null, new("Maybe name a folder with territory2Models, or a table with the columns territory and postal code.", "請指定含 territory2Models 的資料夾，或含「轄區」與「郵遞區號」欄位的資料表。"));
    public static Problem DoubleComponent(string file, string first) => Error("double-component", new Place(file), new($"the same component stands in {first}; this file was left out.", $"相同元件已在 {first}；此檔未採用。"));
    public static Problem UnknownPart(Place place, string part) => Doubt("unknown-part", place, new($"<{part}> is not understood and was left out.", $"無法解讀 <{part}>，已略過。"), part);

    // Models.
    public static Problem NoModel() => Error("no-model", Place.None, new("there is no territory model.", "找不到轄區模型。"), null, new("Maybe name the folder that holds territory2Models.", "請指定含 territory2Models 的資料夾。"));
    public static Problem WhichModel(string? wanted, IEnumerable<string> models) => Error("which-model", Place.None, wanted is null ? new("there are several territory models.", "有多個轄區模型。") : new($"there is no one territory model {wanted}.", $"找不到唯一的轄區模型 {wanted}。"), wanted, new($"Maybe --model with one of: {string.Join(", ", models)}.", $"請以 --model 指定：{string.Join("、", models)}。"));
    public static Problem NoRule(ModelAssociation association) => Error("no-rule", association.Place, new($"there is no rule {association.Rule}.", $"沒有規則 {association.Rule}。"), association.Rule, new("Maybe retrieve Territory2Rule as well.", "請一併取出 Territory2Rule。"));
    public static Problem RuleWithoutItems(Place place) => Error("rule-without-items", place, new("the rule has no items.", "規則沒有任何條件項目。"));
    public static Problem InactiveRule(ModelRule rule) => Doubt("inactive-rule", rule.Place, new($"rule {rule.Name} is inactive and was left out.", $"規則 {rule.Name} 未啟用，未納入。"), rule.Name);
    public static Problem IdleRule(ModelRule rule) => Doubt("idle-rule", rule.Place, new($"rule {rule.Name} is at no territory and was left out.", $"規則 {rule.Name} 未套用於任何轄區，未納入。"), rule.Name);
    public static Problem OtherObject(ModelRule rule, string wanted) => Doubt("other-object", rule.Place, new($"rule {rule.Name} is about {rule.Object} and was left out: a plan's rules are about one kind of record, here {wanted}.", $"規則 {rule.Name} 針對 {rule.Object}，未納入：此方案的規則以 {wanted} 為準。"), rule.Object, new("Maybe --object.", "可用 --object 指定。"));
    public static Problem HandedDown(ModelAssociation rule, string territory) => Doubt("handed-down", rule.Place, new($"rule {rule.Rule} is marked as inherited and no territory above has it; it was applied to {territory} below as well.", $"規則 {rule.Rule} 標示為繼承，但上層轄區皆無此規則；已一併套用於下層的 {territory}。"), rule.Rule);
    public static Problem BadFilter(Place place, string filter, int at, int items) => Error("bad-filter", place, new($"the filter \"{filter}\" cannot be read at character {at}: it joins the numbers 1 to {items}, each at least once, with AND, OR, NOT and parentheses.", $"篩選邏輯「{filter}」在第 {at} 個字元無法解讀：應以 AND、OR、NOT 與括號連接 1 至 {items}，每個編號至少出現一次。"), filter);

    // Items of rules.
    public static Problem UnknownOperation(ModelItem item) => Error("unknown-operation", At(item, "operation"), new($"{Words(item)}: there is no operation \"{item.Operation}\"; the item was left out.", $"{Words(item)}：沒有「{item.Operation}」這種運算；此項目未納入。"), item.Operation);
    public static Problem NoField(ModelItem item) => Error("no-field", At(item, "field"), new($"{Words(item)}: a plan has no field for \"{item.Field}\"; the item was left out.", $"{Words(item)}：方案沒有「{item.Field}」對應的欄位；此項目未納入。"), item.Field, new("Maybe --field with a field of ours that holds the same.", "可用 --field 指定意義相同的欄位。"));
    public static Problem NoEquivalent(ModelItem item) => Error("no-equivalent", At(item, "operation"), new($"{Words(item)}: a plan has no equivalent of {item.Operation} here; the item was left out.", $"{Words(item)}：方案在此沒有與 {item.Operation} 對應的寫法；此項目未納入。"), item.Operation);
    public static Problem BadValue(ModelItem item, Text wanted) => Error("bad-value", At(item, "value"), new($"{Words(item)}: the value is not {wanted.English}; the item was left out.", $"{Words(item)}：值不是{wanted.Chinese}；此項目未納入。"), item.Value);
    public static Problem UnknownPlace(ModelItem item, string value) => Error("unknown-place", At(item, "value"), new($"{Words(item)}: no country or state \"{value}\" was found; the value was left out.", $"{Words(item)}：找不到國家或州「{value}」；此值未納入。"), value, new("Maybe --country, when states stand without their country.", "若州別未附國家，請以 --country 指定。"));
    public static Problem NothingLeft(ModelItem item) => Error("nothing-left", At(item, "value"), new($"{Words(item)}: none of the values is known; the item was left out.", $"{Words(item)}：所有值皆無法辨識；此項目未納入。"), item.Value);
    public static Problem TakenFor(ModelItem item, string operation) => Doubt("taken-for", At(item, "operation"), new($"{Words(item)}: {item.Operation} was taken for {(item.Operation == Operations.NotContain ? "notEqual" : operation)}.", $"{Words(item)}：{item.Operation} 視為 {(item.Operation == Operations.NotContain ? "notEqual" : operation)}。"), item.Operation);
    public static Problem UpperEnd(ModelItem item) => Doubt("upper-end", At(item, "value"), new($"{Words(item)}: the range takes codes that begin with {item.Value} too, such as {item.Value}-1234; Salesforce does not.", $"{Words(item)}：範圍也包含以 {item.Value} 開頭的代碼（如 {item.Value}-1234）；Salesforce 則不包含。"), item.Value);

    // Trees.
    public static Problem NoParent(Place place, string territory, string parent) => Error("no-parent", place, new($"the territory above {territory}, {parent}, is not there; {territory} stands at the top.", $"{territory} 的上層轄區 {parent} 不存在；{territory} 置於最上層。"), parent);
    public static Problem ParentCircle(Place place, string territory) => Error("parent-circle", place, new($"{territory} lies below itself; it stands at the top now.", $"{territory} 位於自己之下；已置於最上層。"), territory);
    public static Problem TooDeep(Place place, string territory, int most) => Error("too-deep", place, new($"{territory} lies more than {most} levels deep; it stands at the top now.", $"{territory} 的層級超過 {most} 層；已置於最上層。"), territory);
    public static Problem OtherId(Place place, string id, string given) => Doubt("other-id", place, new($"\"{id}\" cannot be an id here; it became \"{given}\".", $"「{id}」無法作為識別碼，改為「{given}」。"), id);
    public static Problem NamedTwice(Place place, string account, string territory, string first) => Error("named-twice", place, new($"account {account} is named in {first} already; it was left out of {territory}.", $"客戶 {account} 已在 {first} 指名；未納入 {territory}。"), account);

    private static Place At(ModelItem item, string part) => item.Place with { Column = $"{item.Place.Column}.{part}" };

    private static string Words(ModelItem item) => $"{item.Field} {item.Operation} \"{(item.Value.Length > 60 ? item.Value[..60] + "…" : item.Value)}\"";

    private static Problem Error(string code, Place place, Text message, string? value = null, Text? advice = null) => new($"plan-import.{code}", Severity.Error, place, message, value, advice);

    private static Problem Doubt(string code, Place place, Text message, string? value = null, Text? advice = null) => new($"plan-import.{code}", Severity.Doubt, place, message, value, advice);
}
