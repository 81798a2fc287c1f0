using Bailiwick.Measures;

namespace Bailiwick.Import.Export;

/// <summary>What can be wrong with an export.</summary>
internal static class ExportProblems
{
    public static Problem CannotWrite(string path, string why) => new(
        "export.cannot-write",
        Severity.Error,
        new Place(path),
        new Text($"The file could not be written: {why}", $"檔案無法寫入：{why}"));

    public static Problem TooLongForExcel(string path) => new(
        "export.too-long-for-excel",
        Severity.Error,
        new Place(path),
        new Text($"An Excel sheet takes {ExcelSheet.MostRows:N0} rows, and there are more; nothing was written.", $"Excel 工作表最多 {ExcelSheet.MostRows:N0} 列，資料超過上限；未寫入任何檔案。"),
        Advice: new Text("Maybe export as csv.", "可改匯出為 csv。"));
}
