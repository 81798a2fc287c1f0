using System.CommandLine;
using Bailiwick.Import;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick import PATH…</c>: files or folders into the market, with a report of every doubt.</summary>
internal sealed class ImportCommand : ICommand
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> mapping = new("--mapping") { HelpName = "FILE|NAME" };
    private readonly Option<bool> dryRun = new("--dry-run");
    private readonly Option<bool> strict = new("--strict");
    private readonly Option<string?> rejects = new("--rejects") { HelpName = "FOLDER|FILE" };
    private readonly Option<string?> encoding = new("--encoding") { HelpName = "NAME" };
    private readonly Option<string?> currency = new("--currency") { HelpName = "CODE" };
    private readonly Option<string?> dates = new("--dates") { HelpName = "dmy|mdy" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Import(call));

    public Command Describe(Language language)
    {
        paths.Description = new Text("files (CSV, Excel, Parquet) or folders", "檔案（CSV、Excel、Parquet）或資料夾").In(language);
        mapping.Description = new Text("a mapping file, or the name of one that comes along", "對應檔，或內建對應的名稱").In(language);
        dryRun.Description = new Text("do everything and keep nothing", "完整試跑，不保留任何資料").In(language);
        strict.Description = new Text("keep nothing when there is any doubt", "只要有任何疑點就不匯入").In(language);
        rejects.Description = new Text("folder (or .csv file) for rejected rows; default: rejects in the workspace", "存放未匯入資料列的資料夾（或 .csv 檔）；預設為工作區的 rejects").In(language);
        encoding.Description = new Text("encoding of text files, when it is not found out", "文字檔編碼（無法自動判斷時）").In(language);
        currency.Description = new Text("currency of amounts that have none: USD", "未註明幣別之金額的幣別：TWD").In(language);
        dates.AcceptOnlyFromAmong("dmy", "mdy");
        dates.Description = new Text("dmy or mdy, when the files do not tell", "dmy 或 mdy（檔案本身無法判斷時）").In(language);
        return new Command("import", new Text("import accounts, sales, leads … from files", "從檔案匯入客戶、銷售、潛在客戶等資料").In(language))
        {
            paths, mapping, dryRun, strict, rejects, encoding, currency, dates,
        };
    }

    private Outcome Import(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        bool isTrial = call.Value(dryRun) || call.Value(strict);
        var options = new ImportOptions
        {
            Mapping = call.Value(mapping),
            Rejects = call.Value(rejects) ?? (isTrial ? null : Path.Combine(call.Folder, "rejects")),
            Encoding = call.Value(encoding),
            Currency = call.Value(currency),
            Dates = call.Value(dates),
            Known = () => workspace.Market.Load(call.Cancellation),
        };
        using MarketFiles files = MarketFiles.Open(call.Value(paths)!, options);
        var request = new ImportRequest(files, WorkspaceAtlas.House(), call.Value(dryRun), call.Value(strict));
        ImportResult result = call.WithProgress(progress => ImportMarket.Run(workspace, request, progress, call.Cancellation));
        bool isWell = result.Problems.Errors == 0 && (!request.IsStrict || result.Problems.Count == 0);
        return new Outcome(ImportView.Of(result, request, call.Language), console => ImportView.Print(console, result, request, call.Language), isWell ? Outcome.Well : Outcome.ProblemsInInput);
    }
}
