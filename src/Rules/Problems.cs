using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>Everything that can be wrong with a rule, one a line.</summary>
internal static class Problems
{
    public static Problem Syntax(Place at, Text expected, string found, Text? advice) => Error("syntax", at, found, new($"expected {expected.English}, found {(found.Length == 0 ? "the end of the rule" : found)}.", $"此處應為{expected.Chinese}，卻是{(found.Length == 0 ? "規則結尾" : found)}。"), advice);
    public static Problem UnclosedQuote(Place at, string found) => Error("unclosed-quote", at, found, new("this text has no closing quote.", "這段文字缺少結尾引號。"), new("Maybe a # inside the quotes began a YAML comment: put the whole rule after \"where: >-\" on its own line.", "可能是引號內的 # 被 YAML 當成註解：請改用 where: >- 並把規則寫在下一行。"));
    public static Problem TooDeep(Place at, int most) => Error("too-deep", at, null, new($"more than {most} parentheses and nots are nested.", $"括號與 not 的巢狀超過 {most} 層。"));
    public static Problem UnknownField(Place at, string name, string? nearest) => Error("unknown-field", at, name, new($"\"{name}\" is not a field.", $"沒有「{name}」這個欄位。"), nearest is null ? new("Maybe declare it: fields: { " + name + ": text }.", "若為自訂欄位，請宣告：fields: { " + name + ": text }。") : Maybe(nearest));
    public static Problem WrongOperator(Place at, string name, Text kind, string given, string allowed) => Error("operator-not-for-field", at, given, new($"\"{given}\" does not fit {name}, which holds {kind.English}; it knows {allowed}.", $"「{given}」不適用於 {name}（{kind.Chinese}）；可用：{allowed}。"));
    public static Problem WrongValue(Place at, string name, Text kind, string given, Text? advice = null) => Error("wrong-value", at, given, new($"{given} is not a value of {name}, which holds {kind.English}.", $"{given} 不是 {name} 的值（應為{kind.Chinese}）。"), advice);
    public static Problem BlankValue(Place at, string name) => Error("blank-value", at, "", new($"a blank text can never equal {name}.", $"空白文字不可能等於 {name}。"), new("Maybe: is unknown.", "也許是：is unknown。"));
    public static Problem EmptyRange(Place at, string low, string high) => Error("empty-range", at, $"{low} and {high}", new($"nothing lies between {low} and {high}: the first is larger.", $"{low} 與 {high} 之間沒有值：前者較大。"));
    public static Problem UnknownCurrency(Place at, string given) => Error("unknown-currency", at, given, new($"{given} is not a currency code (ISO 4217).", $"{given} 不是貨幣代碼（ISO 4217）。"));
    public static Problem NoRate(Place at, string given) => Error("no-rate", at, given, new($"the plan has no rate for {given}.", $"方案沒有 {given} 的匯率。"), new($"Maybe add it: rates: {{ {given}: … }}.", $"請加入：rates: {{ {given}: … }}。"));
    public static Problem NoBase(Place at, string given) => Error("no-base-currency", at, given, new($"{given} has no currency, and no currency of the plan has the rate 1.", $"{given} 未註明貨幣，且方案中沒有匯率為 1 的貨幣。"), new("Maybe write the currency after the number.", "請在數字後加上貨幣。"));
    public static Problem WrongPoint(Place at, string given) => Error("wrong-point", at, given, new($"({given}) is not a longitude in -180 to 180 and a latitude in -90 to 90.", $"（{given}）不是經度 -180 至 180、緯度 -90 至 90 的點。"), new("Maybe the two are swapped: longitude comes first.", "也許兩者對調了：經度在前。"));
    public static Problem List(Place at, string path, Text trouble) => Error("list", at, path, new($"the list file {path} {trouble.English}", $"清單檔案 {path} {trouble.Chinese}"));
    public static Problem ShapeFile(Place at, string path, Text trouble) => Error("shape", at, path, new($"the shape file {path} {trouble.English}", $"形狀檔 {path} {trouble.Chinese}"));
    public static Problem UnknownSet(string id, string? nearest) => Error("unknown-set", Place.None, id, new($"there is no boundary set \"{id}\".", $"沒有界線集合「{id}」。"), nearest is null ? new("Maybe import it: bailiwick geo import FILE.", "請先匯入：bailiwick geo import 檔案。") : Maybe(nearest));

    public static Problem TooManyClasses(string field, int classes, int most) => Error("too-many-classes", Place.None, field, new($"the rules tell {classes} kinds of {field} apart; at most {most} can be kept.", $"規則把 {field} 區分成 {classes} 類；最多 {most} 類。"), new("Maybe put values that always go together into one list.", "可把總是一起出現的值放進同一份清單。"));

    private static Text Maybe(string name) => new($"Maybe: {name}.", $"也許是：{name}。");

    private static Problem Error(string code, Place at, string? value, Text message, Text? advice = null) => new($"rules.{code}", Severity.Error, at, message, value, advice);
}
