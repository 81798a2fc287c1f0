using System.CommandLine;
using Bailiwick.Geography;
using Bailiwick.Import;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick import PATH…</c>: files or folders into the market, with a report of every doubt.</summary>
internal sealed class ImportCommand : ICommand
{
    private static readonly Argument<string[]> Paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Mapping = new("--mapping");
    private static readonly Option<bool> DryRun = new("--dry-run");
    private static readonly Option<bool> Strict = new("--strict");
    private static readonly Option<string?> Rejects = new("--rejects");
    private static readonly Option<string?> Encoding = new("--encoding");
    private static readonly Option<string?> Currency = new("--currency");
    private static readonly Option<string?> Dates = new("--dates");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Import(call));

    public Command Describe(Language language)
    {
        Paths.Description = new Text("files (CSV, Excel, Parquet) or folders", "檔案（CSV、Excel、Parquet）或資料夾").In(language);
        Mapping.Description = new Text("a mapping file, or the name of one that comes along", "對應檔，或內建對應的名稱").In(language);
        DryRun.Description = new Text("do everything and keep nothing", "完整試跑，不保留任何資料").In(language);
        Strict.Description = new Text("keep nothing when there is any doubt", "只要有任何疑義就不匯入").In(language);
        Rejects.Description = new Text("folder (or .csv file) for rejected rows; default: rejects in the workspace", "存放未匯入資料列的資料夾（或 .csv 檔）；預設為工作區的 rejects").In(language);
        Encoding.Description = new Text("encoding of text files, when it is not found out", "文字檔編碼（無法自動判斷時）").In(language);
        Currency.Description = new Text("currency of amounts that have none: USD", "未註明幣別之金額的幣別：TWD").In(language);
        Dates.AcceptOnlyFromAmong("dmy", "mdy");
        Dates.Description = new Text("dmy or mdy, when the files do not tell", "dmy 或 mdy（檔案本身無法判斷時）").In(language);
        return new Command("import", new Text("import accounts, sales, leads … from files", "從檔案匯入客戶、銷售、潛在客戶等資料").In(language))
        {
            Paths, Mapping, DryRun, Strict, Rejects, Encoding, Currency, Dates,
        };
    }

    private static Outcome Import(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        bool isTrial = call.Value(DryRun) || call.Value(Strict);
        var options = new ImportOptions
        {
            Mapping = call.Value(Mapping),
            Rejects = call.Value(Rejects) ?? (isTrial ? null : Path.Combine(call.Folder, "rejects")),
            Encoding = call.Value(Encoding),
            Currency = call.Value(Currency),
            Dates = call.Value(Dates),
            Known = () => workspace.Market.Load(call.Cancellation),
        };
        using MarketFiles files = MarketFiles.Open(call.Value(Paths)!, options);
        var request = new ImportRequest(files, Atlas.Open(), call.Value(DryRun), call.Value(Strict));
        ImportResult result = call.WithProgress(progress => ImportMarket.Run(workspace, request, progress, call.Cancellation));
        bool isWell = result.Problems.Errors == 0 && (!request.IsStrict || result.Problems.Count == 0);
        return new Outcome(ImportView.Of(result, request), console => ImportView.Print(console, result, request, call.Language), isWell ? Outcome.Well : Outcome.ProblemsInInput);
    }
}
