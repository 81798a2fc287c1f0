using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories;

/// <summary>Everything that can be wrong with a plan file, one a line.</summary>
internal static class Problems
{
    public static Problem NotYaml(string file, Spot at, string words) => Error("not-yaml", At(file, at), null, new($"this is not YAML: {words}", $"這不是有效的 YAML：{words}"));
    public static Problem SecondDocument(string file, Spot at) => Error("second-document", At(file, at), "---", new("a plan file is one document.", "方案檔案只能有一份文件。"));
    public static Problem Anchor(string file, Spot at) => Error("anchor", At(file, at), null, new("plan files have no anchors (&) and aliases (*).", "方案檔案不使用錨點（&）與別名（*）。"), new("Maybe quote the text.", "若為文字請加引號。"));
    public static Problem TooDeep(string file, Spot at, int most) => Error("too-deep", At(file, at), null, new($"nested deeper than {most} levels.", $"巢狀超過 {most} 層。"));
    public static Problem KeyNotText(string file, Spot at) => Error("key-not-text", At(file, at), null, new("a key is a word, not a list or a map.", "鍵必須是文字，不可為清單或對應表。"));
    public static Problem Empty(string file) => Error("empty", new Place(file), null, new("the plan file is empty.", "方案檔案是空的。"));
    public static Problem Unreadable(string file, Text trouble) => Error("unreadable", new Place(file), null, new($"the plan file {trouble.English}", $"方案檔案{trouble.Chinese}"));
    public static Problem UnknownKey(string file, YamlScalar key, Text where, string? nearest) => Error("unknown-key", At(file, key.Start), key.Value, new($"{where.English} has no \"{key.Value}\".", $"{where.Chinese}沒有「{key.Value}」這個鍵。"), nearest is null ? null : new($"Maybe: {nearest}.", $"也許是：{nearest}。"));
    public static Problem RepeatedKey(string file, YamlScalar key) => Error("repeated-key", At(file, key.Start), key.Value, new($"\"{key.Value}\" stands here twice.", $"「{key.Value}」重複出現。"));
    public static Problem MissingKey(string file, Spot at, Text where, string key) => Error("missing-key", At(file, at), key, new($"{where.English} needs \"{key}\".", $"{where.Chinese}需要「{key}」。"));
    public static Problem WrongShape(string file, Spot at, string key, Text wanted, string? given) => Error("wrong-shape", At(file, at), given, new($"\"{key}\" must be {wanted.English}.", $"「{key}」必須是{wanted.Chinese}。"));
    public static Problem UnknownKind(string file, YamlScalar at, string kinds) => Error("unknown-kind", At(file, at.Start), at.Value, new($"\"{at.Value}\" is not a kind of field; there are {kinds}.", $"沒有「{at.Value}」這種欄位類型；可用：{kinds}。"));
    public static Problem FieldTaken(string file, YamlScalar at) => Error("field-taken", At(file, at.Start), at.Value, new($"\"{at.Value}\" cannot be the name of a custom field: it is a field or a word of the rule language.", $"「{at.Value}」不能作為自訂欄位名稱：它是既有欄位或規則用字。"));
    public static Problem UnknownCurrency(string file, YamlScalar at) => Error("unknown-currency", At(file, at.Start), at.Value, new($"\"{at.Value}\" is not a currency code (ISO 4217).", $"「{at.Value}」不是貨幣代碼（ISO 4217）。"));
    public static Problem RepeatedId(string file, YamlScalar at, Text what) => Error("repeated-id", At(file, at.Start), at.Value, new($"{what.English} \"{at.Value}\" is defined twice.", $"{what.Chinese}「{at.Value}」重複定義。"));
    public static Problem BadId(string file, YamlScalar at) => Error("bad-id", At(file, at.Start), at.Value, new("an id is not blank, has no / and no line break.", "識別碼不可空白，也不可含有 / 或換行。"));
    public static Problem Unreachable(string file, YamlScalar at) => Error("unreachable", At(file, at.Start), at.Value, new($"territory \"{at.Value}\" has neither where nor accounts, so nothing can reach it.", $"轄區「{at.Value}」沒有 where 也沒有 accounts，任何客戶都到不了。"), new("Maybe add a where, or where: otherwise.", "請加上 where，或 where: otherwise。"));
    public static Problem OtherwiseNotLast(string file, YamlScalar at) => Error("otherwise-not-last", At(file, at.Start), at.Value, new($"\"{at.Value}\" comes after an otherwise and can never be reached by its where.", $"「{at.Value}」排在 otherwise 之後，其 where 永遠不會成立。"), new("Maybe move the otherwise to the end.", "請把 otherwise 移到最後。"));
    public static Problem NamedTwice(string file, YamlScalar at, string other) => Error("named-twice", At(file, at.Start), at.Value, new($"account {at.Value} is named in {other} already.", $"客戶 {at.Value} 已在 {other} 中指名。"));
    public static Problem NotKnown(string file, YamlScalar at, Text what, string? nearest) => Error("not-known", At(file, at.Start), at.Value, new($"{what.English} \"{at.Value}\" is not in this plan.", $"方案中沒有{what.Chinese}「{at.Value}」。"), nearest is null ? null : new($"Maybe: {nearest}.", $"也許是：{nearest}。"));
    public static Problem NotInLayer(string file, YamlScalar at, string layer) => Error("not-in-layer", At(file, at.Start), at.Value, new($"territory \"{at.Value}\" is not in layer {layer}.", $"轄區「{at.Value}」不在圖層 {layer} 中。"));
    public static Problem DatesReversed(string file, Spot at) => Error("dates-reversed", At(file, at), null, new("until is before from.", "until 早於 from。"));
    public static Problem DatesOverlap(string file, Spot at, string account) => Error("dates-overlap", At(file, at), account, new($"two entries for account {account} are in force on the same day.", $"客戶 {account} 在同一天有兩筆生效的設定。"));
    public static Problem List(string file, Spot at, string path, Text trouble) => Error("list", At(file, at), path, new($"the list file {path} {trouble.English}", $"清單檔案 {path} {trouble.Chinese}"));
    public static Problem ParentCycle(string account) => new("territories.parent-cycle", Severity.Doubt, Place.None, new($"account {account} is its own ancestor by parent; its family is not known.", $"客戶 {account} 的 parent 形成循環，無法判斷其關係企業。"), account);

    public static Problem RatesDiffer() => new("territories.rates-differ", Severity.Doubt, Place.None, new("the two versions have other rates; amounts are compared by those of the later one.", "兩個版本的匯率不同；金額以較新版本的匯率比較。"));

    public static Place At(string file, Spot at) => new(file, at.Line, at.Column.ToString(CultureInfo.InvariantCulture));

    private static Problem Error(string code, Place at, string? value, Text message, Text? advice = null) => new($"territories.{code}", Severity.Error, at, message, value, advice);
}
