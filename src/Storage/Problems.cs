using Bailiwick.Measures;

namespace Bailiwick.Storage;

/// <summary>Everything that can be wrong here.</summary>
internal static class Problems
{
    public static Problem NotOurs(string file) => new(
        "storage.not-ours", Severity.Error, new Place(file),
        new Text("The file is not a Bailiwick workspace.", "這個檔案不是 Bailiwick 工作區。"),
        Advice: new Text("Maybe another folder was meant: name it with --workspace.", "也許指的是另一個資料夾：請用 --workspace 指定。"));

    public static Problem Newer(string file, string migration) => new(
        "storage.newer", Severity.Error, new Place(file),
        new Text($"The workspace was made by a newer Bailiwick (step {migration} is not known here).", $"這個工作區由較新版本的 Bailiwick 建立（此版本不認得步驟 {migration}）。"),
        migration,
        new Text("Maybe this program should be updated.", "也許應該更新本程式。"));

    public static Problem Damaged(string file, string words) => new(
        "storage.damaged", Severity.Error, new Place(file),
        new Text("The workspace file is damaged.", "工作區檔案已損壞。"),
        words,
        new Text("Maybe a backup can be put in its place; keep the damaged file.", "也許可以用備份取代；請保留損壞的檔案。"));

    public static Problem Busy(string file) => new(
        "storage.busy", Severity.Error, new Place(file),
        new Text("Another Bailiwick is writing to this workspace; nothing was changed.", "另一個 Bailiwick 正在寫入這個工作區；沒有任何變更。"),
        Advice: new Text("Maybe try again when its import or publication has ended.", "也許等它的匯入或發布結束後再試一次。"));

    public static Problem DiskFull(string file) => new(
        "storage.disk-full", Severity.Error, new Place(file),
        new Text("The disk is full; nothing was changed.", "磁碟已滿；沒有任何變更。"),
        Advice: new Text("Maybe free some space and run the command again.", "也許先釋放一些空間，再執行一次。"));

    public static Problem CannotBeOpened(string file, string words) => new(
        "storage.cannot-be-opened", Severity.Error, new Place(file),
        new Text("The workspace cannot be opened or written.", "無法開啟或寫入工作區。"),
        words,
        new Text("Maybe the folder belongs to someone else or is read-only.", "也許資料夾屬於他人，或是唯讀。"));

    public static Problem NoValue(Place place, string table, string column) => new(
        "storage.no-value", Severity.Error, place,
        new Text($"A row of {table} has no {column}; it was left out.", $"{table} 有一列沒有 {column}；已略過。"));

    public static Problem TooLarge(Place place, string column, decimal amount) => new(
        "storage.too-large", Severity.Error, place,
        new Text($"The amount in {column} is too large to be kept; the row was left out.", $"{column} 的金額過大，無法保存；已略過該列。"),
        amount.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Problem Repeated(string table, long rows, string examples) => new(
        "storage.repeated-key", Severity.Doubt, new Place(table),
        new Text(
            $"In {table}, {Count(rows, "row has", "rows have")} a key that came before with another content: {examples}. The last one was kept.",
            $"{table} 有 {rows} 列的鍵先前已出現且內容不同：{examples}。保留最後一列。"),
        examples);

    public static Problem UnknownReference(string table, string column, string target, (long Rows, long Keys, string Examples) found) => new(
        "storage.unknown-reference", Severity.Doubt, new Place(table, Column: column),
        new Text(
            $"In {table}, {Count(found.Rows, "row names", "rows name")} {Count(found.Keys, "key", "keys")} of {target} in {column} that {(found.Keys == 1 ? "is" : "are")} not known: {found.Examples}. {(found.Rows == 1 ? "It was" : "They were")} kept.",
            $"{table} 有 {found.Rows} 列在 {column} 提到 {found.Keys} 個不存在的 {target}：{found.Examples}。資料列已保留。"),
        found.Examples,
        new Text($"Maybe import the missing {target} as well.", $"也許也應匯入缺少的 {target}。"));

    public static Problem UnknownPlan(string id) => new(
        "storage.unknown-plan", Severity.Error, Place.None,
        new Text($"There is no plan {id} in this workspace; nothing was published.", $"工作區裡沒有方案 {id}；沒有發布任何內容。"),
        id,
        new Text("Maybe save it as a draft first.", "也許先將它存成草稿。"));

    public static Problem NotADraft(string id) => new(
        "storage.not-a-draft", Severity.Error, Place.None,
        new Text($"The plan {id} is published already and is never changed.", $"方案 {id} 已發布，不能再變更。"),
        id,
        new Text("Maybe save the change as a new plan.", "也許將變更另存為新方案。"));

    public static Problem EditedMeanwhile(string id) => new(
        "storage.edited-meanwhile", Severity.Error, Place.None,
        new Text($"The draft {id} was edited meanwhile; nothing was published.", $"草稿 {id} 已被他人修改；沒有發布任何內容。"),
        id,
        new Text("Maybe look at it again, then publish.", "也許重新檢視後再發布。"));

    public static Problem PublishedMeanwhile(string? id, DateOnly day) => new(
        "storage.published-meanwhile", Severity.Error, Place.None,
        new Text(
            $"Meanwhile {id ?? "no plan"} is in force on {day:yyyy-MM-dd}; nothing was published.",
            $"此時 {day:yyyy-MM-dd} 生效的已是{(id is null ? "「無方案」" : $" {id}")}；沒有發布任何內容。"),
        id,
        new Text("Maybe compare with it, then publish again.", "也許先與它比較，再發布一次。"));

    public static Problem JournalBroken(long number) => new(
        "storage.journal-broken", Severity.Error, new Place("journal", number),
        new Text($"Entry {number} of the journal does not fit the chain: it, or one before it, was changed or taken away.", $"日誌第 {number} 筆與鏈結不符：該筆或先前某筆曾遭更改或移除。"),
        number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Count(long count, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
