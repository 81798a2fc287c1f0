using Bailiwick.Import.Plans.Tables;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans;

/// <summary>What can be wrong with tables of territories.</summary>
internal static partial class PlanProblems
{
    public static Problem NotOfTerritories(string file, Severity severity, IEnumerable<string> header) => new("plan-import.not-of-territories", severity, new Place(file, 1), new($"the columns ({string.Join(", ", header.Take(12))}) name no territory; the file was left out.", $"欄位（{string.Join("、", header.Take(12))}）未指出轄區，檔案未採用。"), null, new("Maybe name a column territory, or the two columns area and parent.", "也許可將某欄命名為「轄區」，或使用 area 與 parent 兩欄。"));
    public static Problem OtherColumns(string file, IReadOnlyList<string> columns) => Doubt("other-columns", new Place(file, 1), new($"a plan has no place for {string.Join(", ", columns)}; left out.", $"方案沒有可放 {string.Join("、", columns)} 的位置，已略過。"), string.Join(", ", columns));
    public static Problem NoKey(Place place, string column) => Error("no-key", place with { Column = column }, new("the cell is blank; the row was left out.", "儲存格空白，此列未採用。"));
    public static Problem OtherParent(Place place, string territory, string parent, string known) => Error("other-parent", place, new($"{territory} lies below {known} already; {parent} was left out.", $"{territory} 已屬於 {known}；{parent} 未採用。"), parent);
    public static Problem SecondOwner(Place place, string territory, string rep, string owner) => Doubt("second-owner", place, new($"{territory} is owned by {owner} already; {rep} works beside.", $"{territory} 已由 {owner} 負責；{rep} 列為協同業務。"), rep);
    public static Problem NoOwner(Place place, string territory, string rep) => Doubt("no-owner", place, new($"{territory} has reps and no owner; the first, {rep}, became the owner.", $"{territory} 有業務而無負責人；第一位 {rep} 列為負責人。"), rep);
    public static Problem UnknownCountry(Place place, string value) => Error("unknown-country", place, new($"no country \"{value}\" was found; the row gave no rule.", $"找不到國家「{value}」；此列未產生規則。"), value);
    public static Problem UnknownSubdivision(Place place, string value, string? country) => Error("unknown-subdivision", place, new($"no one state \"{value}\"{(country is null ? "" : $" of {country}")} was found; the row gave no rule.", $"{(country is null ? "" : $"在 {country} ")}找不到唯一的州或縣市「{value}」；此列未產生規則。"), value, country is null ? new("Maybe --country.", "可用 --country 指定國家。") : null);
    public static Problem UnknownArea(Place place, string value) => Error("unknown-area", place, new($"no area \"{value}\" was found; the row gave no rule.", $"找不到區域「{value}」；此列未產生規則。"), value);
    public static Problem BadPostal(Place place, string value) => Error("bad-postal", place, new($"\"{value}\" is no postal code, range or beginning; the row gave no rule.", $"「{value}」不是郵遞區號、範圍或開頭碼；此列未產生規則。"), value, new("Maybe 90210, 90000-90999 or 902*.", "可寫 90210、90000-90999 或 902*。"));
    public static Problem ClaimedTwice(Place place, string rule, string territory, string first) => Doubt("claimed-twice", place, new($"{rule}: {first} claims this before {territory}; who is asked first takes it.", $"{rule}：{first} 先於 {territory} 取得；先詢問者取走。"), territory);

    public static Problem Postal(Place place, string value, PostalDoubt doubt, Clause clause) => Doubt("postal", place, doubt switch
    {
        PostalDoubt.Zeros => new($"\"{value}\" lost a zero in front, as spreadsheets do; it was read as {clause}.", $"「{value}」開頭的零被試算表刪去；已讀作 {clause}。"),
        PostalDoubt.Beginning => new($"\"{value}\" was taken for the beginning of codes: {clause}.", $"「{value}」視為郵遞區號開頭碼：{clause}。"),
        PostalDoubt.Range => new($"\"{value}\" was taken for a range: {clause}.", $"「{value}」視為範圍：{clause}。"),
        PostalDoubt.None => throw new ArgumentException("nothing was doubtful", nameof(doubt)),
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, "not a doubt of postal codes"),
    }, value);

    /// <summary>What codes of areas that name no set were taken for.</summary>
    public static Problem AreasOf(string file, AreaCodes areas, string? told, IEnumerable<string> known)
    {
        string examples = string.Join(", ", areas.Bare.Take(3));
        return areas.Sets switch
        {
            [var set] => Doubt("areas-of", new Place(file), new($"the area codes ({examples}) were taken for those of {set.Id}.", $"區域代碼（{examples}）視為 {set.Id} 的代碼。"), set.Id, new("Maybe --boundaries, when they are of another set.", "若屬其他邊界集，請以 --boundaries 指定。")),
            [] when told is not null => Error("no-boundaries", new Place(file), new($"there is no boundary set {told}.", $"沒有邊界集 {told}。"), told, new($"Maybe one of: {string.Join(", ", known)}.", $"可用的邊界集：{string.Join("、", known)}。")),
            [] => Error("no-boundaries", new Place(file), new($"no one boundary set holds all area codes ({examples}).", $"沒有任何邊界集包含所有區域代碼（{examples}）。"), examples, new("Maybe --boundaries with the set, or set/code in the column.", "請以 --boundaries 指定邊界集，或在欄位寫成 邊界集/代碼。")),
            _ => Error("several-boundaries", new Place(file), new($"several boundary sets hold the area codes ({examples}).", $"有多個邊界集包含區域代碼（{examples}）。"), examples, new($"Maybe --boundaries with one of: {string.Join(", ", areas.Sets.Select(set => set.Id))}.", $"請以 --boundaries 指定：{string.Join("、", areas.Sets.Select(set => set.Id))}。")),
        };
    }
}
