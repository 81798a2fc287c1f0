using System.Globalization;
using Bailiwick.Import.Reading;
using Bailiwick.Measures;

namespace Bailiwick.Import;

/// <summary>Everything that can be wrong with files on their way in.</summary>
internal static class Problems
{
    // Files as a whole.
    public static Problem NoFile(string file) => Error("import.no-file", file, new("there is no such file or folder.", "找不到這個檔案或資料夾。"));

    public static Problem NotReadable(string file, string why) => Error("import.not-readable", file, new($"the file cannot be read: {why}.", $"無法讀取檔案：{why}。"));

    public static Problem NotATable(string file, FileKind kind) => Error(
        "import.not-a-table", file,
        new($"this is {FileKinds.Words(kind).English}, not a table.", $"這是{FileKinds.Words(kind).Chinese}，不是資料表。"),
        new("Maybe save it as CSV, Excel (.xlsx) or Parquet.", "也許可以另存為 CSV、Excel（.xlsx）或 Parquet。"));

    public static Problem Damaged(string file, string why) => Error(
        "import.damaged", file, new($"the file is damaged or too large: {why}.", $"檔案已損毀或過大：{why}。"), new("Maybe export it again.", "也許可以重新匯出一次。"));

    public static Problem NotRecognised(string file, Severity severity, IEnumerable<string> header) => new(
        "import.not-recognised", severity, new Place(file),
        new($"the columns ({Listed(header)}) fit no table; the file was left out.", $"欄位（{Listed(header)}）不符合任何資料表，檔案未匯入。"),
        Advice: new("Maybe name the file after its table (accounts.csv) or use --mapping.", "也許可以用資料表名稱當檔名（accounts.csv），或使用 --mapping。"));

    public static Problem NoKeyColumn(string file, string table, string column) => Error(
        "import.no-key-column", file,
        new($"a file of {table} needs a column {column}; the file was left out.", $"{table} 檔案需要 {column} 欄，檔案未匯入。"),
        new("Maybe the column has another name: use --mapping.", "也許該欄位用了別的名稱：請使用 --mapping。"));

    public static Problem DoubleColumn(string file, string first, string second, string target) => Doubt(
        "import.double-column", new Place(file, 1, second),
        new($"both {first} and {second} mean {target}; {first} is taken and {second} kept as a custom field.", $"{first} 與 {second} 都代表 {target}；採用 {first}，{second} 保留為自訂欄位。"));

    public static Problem GuessedEncoding(string file, string encoding) => Doubt(
        "import.guessed-encoding", new Place(file), new($"the text is taken for {encoding}.", $"文字編碼判斷為 {encoding}。"), encoding,
        new("Maybe give --encoding when names look wrong.", "若名稱顯示不正確，也許可以指定 --encoding。"));

    public static Problem NoSuchEncoding(string name) => Error(
        "import.no-such-encoding", null, new($"\"{name}\" is no encoding.", $"「{name}」不是編碼名稱。"), new("Maybe big5, utf-8, utf-16le or windows-1252.", "也許是 big5、utf-8、utf-16le 或 windows-1252。"));

    public static Problem NoSuchCurrency(string code) => Error(
        "import.no-such-currency", null, new($"\"{code}\" is not an ISO 4217 currency.", $"「{code}」不是 ISO 4217 幣別。"), new("Maybe USD or TWD.", "也許是 USD 或 TWD。"));

    public static Problem RejectsOverSource(string rejects, string source) => Error(
        "import.rejects-over-source", rejects, new($"rejected rows would be written among the files of {source}.", $"未匯入的資料列會寫進 {source} 的檔案之中。"),
        new("Maybe give --rejects another folder.", "也許可以用 --rejects 指定其他資料夾。"));

    public static Problem NothingToRead(string folder) => Error(
        "import.nothing-to-read", folder, new("no file here holds a table.", "這裡沒有可匯入的資料表檔案。"), new("Maybe name files after their tables: accounts.csv, sales.csv.", "也許可以用資料表名稱當檔名：accounts.csv、sales.csv。"));

    /// <summary>Whether what is left of a file cannot be read at all.</summary>
    public static bool IsBreak(Problem problem) => problem.Code is "import.damaged" or "import.no-row-end";

    // Mappings.
    public static Problem NoMapping(string name, IEnumerable<string> shipped) => Error(
        "import.no-mapping", name, new("there is no such mapping file.", "找不到這個對應檔。"),
        new($"These come along: {Listed(shipped)}.", $"內建的對應：{Listed(shipped)}。"));

    public static Problem BadMapping(Place place, Text message, Text? advice = null) => new("import.bad-mapping", Severity.Error, place, message, null, advice);

    public static Problem NoSource(Place place, string file, IEnumerable<string> paths) => BadMapping(
        place, new($"there is no file {file} in {Listed(paths)}.", $"{Listed(paths)} 裡沒有 {file} 這個檔案。"));

    public static Problem NoColumn(Place place, string column, string source, IEnumerable<string> header) => BadMapping(
        place, new($"{source} has no column \"{column}\".", $"{source} 沒有「{column}」欄。"), new($"It has {Listed(header)}.", $"現有欄位：{Listed(header)}。"));

    public static Problem NoHeader(Place place, string source) => BadMapping(
        place, new($"{source} has no row that can be its header.", $"{source} 沒有可當標題的列。"), new("Maybe its separator or row end is another.", "也許分隔符號或列結尾不同。"));

    public static Problem BadSelect(Place place, string error) => BadMapping(place, new($"the select fails: {error}.", $"select 執行失敗：{error}。"));

    // Lists of industry codes.
    public static Problem NoSchemeId(string given) => Error("import.no-scheme-id", given, new("a scheme needs an id with letters or digits.", "行業分類的代號需含字母或數字。"), new("Maybe give --id.", "請用 --id 指定。"));

    public static Problem NoCodes(string file, IReadOnlyList<string> header) => Error(
        "import.no-codes", file,
        header.Count == 0 ? new("the list has no codes.", "清單裡沒有代碼。") : new($"no column holds codes; there are {Listed(header)}.", $"沒有代碼欄；現有欄位：{Listed(header)}。"),
        new("Maybe name the columns code, parent, title, title_zh.", "欄位可命名為 code、parent、title、title_zh。"));

    public static Problem CodeBlank(string file, long line) => Doubt("import.code-blank", new Place(file, (int)line), new("a row without a code was left out.", "沒有代碼的列未匯入。"));

    public static Problem CodeTwice(string file, long line, string code, long first) => new(
        "import.code-twice", Severity.Error, new Place(file, (int)line), new($"code {code} stands on line {first} already.", $"代碼 {code} 已在第 {first} 行出現。"), code);

    public static Problem NoCodeAbove(string file, long line, string code, string parent, string? nearest) => new(
        "import.no-code-above", Severity.Error, new Place(file, (int)line), new($"code {code} lies under {parent}, which the list does not have.", $"代碼 {code} 的上層 {parent} 不在清單中。"), parent,
        nearest is null ? null : new Text($"Maybe: {nearest}.", $"也許是：{nearest}。"));

    public static Problem CodeCycle(string file, long line, string code, int most) => new(
        "import.code-cycle", Severity.Error, new Place(file, (int)line), new($"code {code} lies under itself, or more than {most} levels down.", $"代碼 {code} 的上層繞回自己，或超過 {most} 層。"), code);

    public static Problem TooManyCodes(string file, int most) => Error("import.too-many-codes", file, new($"the list has more than {most} codes.", $"清單超過 {most} 個代碼。"));

    // Rows.
    public static Problem Unreadable(string file, long line, int position, RowFault fault) => new(
        "import." + (fault switch { RowFault.OpenQuote => "open-quote", RowFault.AfterQuote => "after-quote", RowFault.TooLong => "no-row-end", RowFault.None => "row", _ => "row" }),
        Severity.Error,
        new Place(file, line, position.ToString(CultureInfo.InvariantCulture)),
        fault switch
        {
            RowFault.OpenQuote => new("a quote opens here and never closes; the line was left out.", "此處的引號沒有結尾，該行未匯入。"),
            RowFault.AfterQuote => new("something follows a closing quote; the line was left out.", "結尾引號後面還有文字，該行未匯入。"),
            RowFault.TooLong or RowFault.None => Long,
            _ => Long,
        },
        Advice: fault == RowFault.TooLong ? new("Maybe the file is no table.", "也許這個檔案不是資料表。") : new("Maybe double the quotes inside the cell.", "也許可以把儲存格內的引號寫成兩個。"));

    public static Problem Undecodable(string file, long line, string column, string value, string encoding) => new(
        "import.undecodable", Severity.Error, new Place(file, line, column),
        new($"\"{value}\" has bytes that are not {encoding}.", $"「{value}」含有不屬於 {encoding} 的位元組。"), value, new("Maybe give --encoding.", "也許可以指定 --encoding。"));

    public static Problem TooManyCells(string file, long line, int cells, int columns) => new(
        "import.too-many-cells", Severity.Error, new Place(file, line),
        new($"the row has {cells} cells for {columns} columns.", $"這一列有 {cells} 個儲存格，但只有 {columns} 欄。"),
        Advice: new("Maybe a cell holds a separator and needs quotes.", "也許某個儲存格含有分隔符號，需要加引號。"));

    public static Problem Missing(Place place) => new(
        "import.missing", Severity.Error, place, new($"the row needs a value for {place.Column}.", $"這一列缺少 {place.Column} 的值。"));

    // Cells.
    public static Problem NoDate(Place place, string value) => Bad("import.no-date", place, value, new("is no date", "不是日期"), new("Maybe write 2027-01-31.", "也許可以寫成 2027-01-31。"));

    public static Problem AmbiguousDate(Place place, string value) => Bad(
        "import.ambiguous-date", place, value, new("may be day/month or month/day, and no other row of the column tells which", "可能是日/月或月/日，同欄其他列也無法判斷"),
        new("Maybe give --dates dmy or --dates mdy, or write 2027-01-31.", "也許可以指定 --dates dmy 或 --dates mdy，或寫成 2027-01-31。"));

    public static Problem ShortYear(Place place, string value) => Bad(
        "import.short-year", place, value, new("has a year that may be of several calendars or centuries", "的年份可能屬於不同曆法或世紀"),
        new("Maybe write 2027-01-31, or say roc: true in a mapping for 民國 years.", "也許可以寫成 2027-01-31；民國年請在對應檔中註明 roc: true。"));

    public static Problem NoNumber(Place place, string value) => Bad("import.no-number", place, value, new("is no number", "不是數字"));

    public static Problem AmbiguousNumber(Place place, string value) => Bad(
        "import.ambiguous-number", place, value, new("may have a thousands or a decimal separator, and no other row of the column tells which", "的分隔符號可能是千分位或小數點，同欄其他列也無法判斷"),
        new("Maybe write it without thousands separators.", "也許可以去掉千分位符號。"));

    public static Problem NotWhole(Place place, string value) => Bad("import.not-whole", place, value, new("is not a whole number of 0 or more", "不是 0 以上的整數"));

    public static Problem OutOfRange(Place place, string value, double least, double most) => Bad(
        "import.out-of-range", place, value, new($"is not within {Figure(least)} to {Figure(most)}", $"不在 {Figure(least)} 到 {Figure(most)} 之間"));

    public static Problem TooLarge(Place place, string value) => Bad("import.too-large", place, value, new("is larger than any number kept here", "超過可記錄的數值"));

    public static Problem Rounded(Place place, string value, decimal kept) => new(
        "import.rounded", Severity.Doubt, place, new($"{value} was rounded to {Figure(kept)}: four decimals are kept.", $"{value} 四捨五入為 {Figure(kept)}：金額保留四位小數。"), value);

    public static Problem NoChoice(Place place, string value, IEnumerable<string> choices) => Bad(
        "import.no-choice", place, value, new($"is none of {Listed(choices)}", $"不是 {Listed(choices)} 之一"));

    public static Problem NoCurrency(Place place, string value) => Bad("import.no-currency", place, value, new("is not an ISO 4217 currency", "不是 ISO 4217 幣別"), new("Maybe USD or TWD.", "也許是 USD 或 TWD。"));

    public static Problem OtherCurrency(Place place, string value, string currency) => Bad(
        "import.other-currency", place, value, new($"has the sign of another currency than the row's {currency}", $"的幣別符號與該列的 {currency} 不同"));

    // Often there are as many as rows.
    private static readonly Text NoCurrencyToKeep = new("the amount has no currency; it was kept without one.", "金額沒有幣別，已照原樣保留。");
    private static readonly Text GiveCurrency = new("Maybe give --currency USD.", "也許可以指定 --currency TWD。");

    public static Problem CurrencyUnknown(Place place) => new("import.currency-unknown", Severity.Doubt, place, NoCurrencyToKeep, Advice: GiveCurrency);

    public static Problem Mended(Place place, string value, string kept) => new(
        "import.mended", Severity.Doubt, place, new($"\"{value}\" was taken for \"{kept}\", as the mapping says.", $"依對應檔將「{value}」視為「{kept}」。"), value);

    public static Problem FactLeftOut(Place place, string value) => new(
        "import.fact-left-out", Severity.Doubt, place, new($"\"{value}\" is no number; this measure of the area was left out.", $"「{value}」不是數字，未匯入這項區域指標。"), value);

    // References.
    public static Problem ProductByName(Place place, string value, string product) => new(
        "import.product-mapped", Severity.Doubt, place, new($"product \"{value}\" was taken for \"{product}\".", $"產品「{value}」視為「{product}」。"), value,
        new("Maybe mend it at its source.", "也許可以從來源修正。"));

    public static Problem UnknownProduct(Place place, string value) => new(
        "import.unknown-product", Severity.Doubt, place, new($"product \"{value}\" is not known; it was kept as written.", $"不認得產品「{value}」，照原文保留。"), value);

    public static string Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length <= 12 ? string.Join(", ", all) : string.Join(", ", all.Take(12)) + ", …";
    }

    private static Text Long => new("no end of the row within 1,048,576 characters; the rest of the file was left out.", "1,048,576 個字元內沒有列結尾，檔案其餘部分未匯入。");

    private static string Figure(IFormattable figure) => figure.ToString(null, CultureInfo.InvariantCulture);

    private static Problem Bad(string code, Place place, string value, Text what, Text? advice = null) => new(
        code, Severity.Error, place, new($"\"{value}\" {what.English}.", $"「{value}」{what.Chinese}。"), value, advice);

    private static Problem Error(string code, string? file, Text message, Text? advice = null) => new(code, Severity.Error, new Place(file), message, null, advice);

    private static Problem Doubt(string code, Place place, Text message, string? value = null, Text? advice = null) => new(code, Severity.Doubt, place, message, value, advice);
}
