using System.CommandLine;
using Bailiwick.Import.Export;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick export accounts|owners|territories|areas --out FILE</c>: CSV, Excel or GeoJSON, whole or not at all.</summary>
internal sealed class ExportCommand : ICommand
{
    private readonly Argument<ExportKind> kind = new("what") { HelpName = "accounts|owners|territories|areas" };
    private readonly Option<ExportFormat?> format = new("--format");
    private readonly Option<string> output = new("--out") { HelpName = "FILE", Required = true };
    private readonly Option<DateOnly?> asOf = new("--as-of") { HelpName = "DATE" };
    private readonly Option<string> layer = new("--layer") { HelpName = "LAYER" };
    private readonly Option<string> boundaries = new("--boundaries") { HelpName = "SET" };
    private readonly Option<bool> withoutMark = new("--no-bom");

    public IReadOnlyList<ICommand> Children { get; } = [new ExportTerritory2Command()];

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Export(call));

    public Command Describe(Language language)
    {
        kind.Description = new Text("accounts, owners, territories or areas", "accounts（客戶）、owners（負責人）、territories（轄區）或 areas（區域）").In(language);
        format.Description = new Text("csv, xlsx or geojson; by default as the file's name ends", "csv、xlsx 或 geojson；預設依檔名").In(language);
        output.Description = new Text("the file to write", "輸出檔案").In(language);
        asOf.Description = new Text("the day for which owners and plans count; by default today", "以此日的負責人與方案為準；預設為今天").In(language);
        layer.Description = new Text("the layer of a map; by default the first", "地圖的圖層；預設為第一個").In(language);
        boundaries.Description = new Text("the boundary set of a map; by default the one in which the plan is drawn", "地圖的邊界集；預設為方案所用者").In(language);
        withoutMark.Description = new Text("CSV without the byte order mark by which Excel knows UTF-8", "CSV 不加 BOM（Excel 以此辨識 UTF-8）").In(language);
        return new Command("export", new Text("CSV, Excel or GeoJSON, safe to open in a spreadsheet; territory2: a plan for Salesforce", "匯出 CSV、Excel 或 GeoJSON，可安全以試算表開啟；territory2：匯出方案至 Salesforce").In(language))
        {
            kind, format, output, asOf, layer, boundaries, withoutMark,
        };
    }

    private Outcome Export(Invocation call)
    {
        string file = call.Value(output)!;
        if ((call.Value(format) ?? FormatOf(file)) is not { } wanted)
        {
            return Outcome.Refused([NoFormat(file)], call.Language) with { Exit = Outcome.WrongUse };
        }

        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        var request = new ExportRequest(call.Value(kind), call.Value(asOf), call.Value(layer), call.Value(boundaries));
        ExportResult result = ExportWorkspace.Run(workspace, WorkspaceAtlas.House(), request, call.Cancellation);
        if (result.Sheet is not { } sheet)
        {
            return Outcome.Refused(result.Problems, call.Language);
        }

        long rows = 0;
        Sheet counted = sheet with { Rows = sheet.Rows.Select(row => { rows++; return row; }) };
        IReadOnlyList<Problem> unwritten = wanted == ExportFormat.GeoJson && result.Shapes is { } shapes
            ? ExportFile.WriteMap(counted, shapes.Set, shapes.RowOf, file)
            : ExportFile.Write(counted, wanted, file, new ExportOptions { ByteOrderMark = !call.Value(withoutMark) });
        Problem[] problems = [.. result.Problems, .. unwritten];
        return unwritten.Count > 0
            ? Outcome.Refused(problems, call.Language)
            : new Outcome(
                new { file, format = wanted, rows, problems = problems.Select(ProblemView.Of) },
                console =>
                {
                    ProblemView.Print(console, problems, call.Language);
                    console.WriteLine(call.Say(new($"{Numbers.Of(rows)} rows in {file}.", $"已寫入 {file}，共 {Numbers.Of(rows)} 列。")));
                });
    }

    private static ExportFormat? FormatOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSV" => ExportFormat.Csv,
        ".XLSX" => ExportFormat.Xlsx,
        ".GEOJSON" or ".JSON" => ExportFormat.GeoJson,
        _ => null,
    };

    private static Problem NoFormat(string file) => new(
        "export.no-format",
        Severity.Error,
        new Place(file),
        new Text("The file's name does not tell the format.", "檔名無法判斷格式。"),
        Path.GetExtension(file),
        new Text("Maybe add --format csv, xlsx or geojson.", "可加上 --format csv、xlsx 或 geojson。"));
}
