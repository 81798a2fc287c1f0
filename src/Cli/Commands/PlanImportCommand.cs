using System.CommandLine;
using Bailiwick.Geography;
using Bailiwick.Import.Plans;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan import PATH… --out PLAN</c>: territories of other systems become a plan file, with a report of what has no equivalent.</summary>
internal sealed class PlanImportCommand : ICommand
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> output = new("--out") { HelpName = "PLAN", Required = true };
    private readonly Option<string?> name = new("--name") { HelpName = "NAME" };
    private readonly Option<string?> layer = new("--layer") { HelpName = "LAYER" };
    private readonly Option<string?> model = new("--model") { HelpName = "NAME" };
    private readonly Option<string> of = new("--object") { HelpName = "Account|Lead", DefaultValueFactory = _ => PlanImportOptions.Account };
    private readonly Option<string[]> fields = new("--field") { HelpName = "THEIRS=OURS" };
    private readonly Option<string?> country = new("--country") { HelpName = "CODE" };
    private readonly Option<string?> currency = new("--currency") { HelpName = "CODE" };
    private readonly Option<string?> boundaries = new("--boundaries") { HelpName = "SET" };
    private readonly Option<string?> encoding = new("--encoding") { HelpName = "NAME" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Import(call));

    public Command Describe(Language language)
    {
        paths.Description = new Text("a folder or zip of Salesforce Territory2 metadata, tables of territories (CSV, Excel, Parquet), or both", "Salesforce Territory2 中繼資料的資料夾或 zip、轄區資料表（CSV、Excel、Parquet），或兩者").In(language);
        output.Description = new Text("the plan file to write; long lists become files beside it", "輸出的方案檔案；長清單會寫成旁邊的檔案").In(language);
        name.Description = new Text("the plan's name", "方案名稱").In(language);
        layer.Description = new Text("the layer of all territories; by default one a territory type, or core", "所有轄區所屬的層；預設每種轄區類型一層，否則為 core").In(language);
        model.Description = new Text("the territory model, when there are several", "有多個轄區模型時，指定其一").In(language);
        of.AcceptOnlyFromAmong(PlanImportOptions.Account, PlanImportOptions.Lead);
        of.Description = new Text("whose Salesforce rules are taken", "採用哪種記錄的 Salesforce 規則").In(language);
        fields.Description = new Text("a field of theirs that means one of ours: Tier__c=tier; may be given several times", "對方欄位對應我方欄位，例如 Tier__c=tier；可重複指定").In(language);
        fields.Validators.Add(given => FieldPairs.Check(given, fields.Name));
        country.Description = new Text("the country of states and postal codes that stand alone: US", "未附國家之州別與郵遞區號所屬國家：TW").In(language);
        currency.Description = new Text("currency of amounts that have none: USD", "未註明幣別之金額的幣別：TWD").In(language);
        boundaries.Description = new Text("the boundary set of area codes; by default the one that holds them all", "區域代碼所屬的邊界集；預設為包含全部代碼者").In(language);
        encoding.Description = new Text("encoding of text files, when it is not found out", "文字檔編碼（無法自動判斷時）").In(language);
        return new Command("import", new Text("make a plan of Salesforce territories or of tables", "由 Salesforce 轄區或資料表建立方案").In(language))
        {
            paths, output, name, layer, model, of, fields, country, currency, boundaries, encoding,
        };
    }

    private Outcome Import(Invocation call)
    {
        var options = new PlanImportOptions
        {
            Name = call.Value(name),
            Layer = call.Value(layer),
            Model = call.Value(model),
            Object = call.Value(of)!,
            Fields = FieldPairs.Of(call.Value(fields)),
            Country = call.Value(country)?.ToUpperInvariant(),
            Currency = call.Value(currency)?.ToUpperInvariant(),
            Boundaries = call.Value(boundaries),
            Encoding = call.Value(encoding),
            Language = call.Language,
        };
        string file = call.Value(output)!;
        PlanImportResult result = PlanImport.Read(call.Value(paths)!, options, AtlasOf(call));
        IReadOnlyList<Problem> unwritten = result.Plan is null ? [] : result.Save(file);
        foreach (Problem problem in unwritten)
        {
            result.Problems.Add(problem);
        }

        var view = new PlanImportView(result, result.Plan is null || unwritten.Count > 0 ? null : file);
        return new Outcome(view.Json(call.Language), console => view.Print(console, call.Language), result.Problems.Errors == 0 ? Outcome.Well : Outcome.ProblemsInInput);
    }

    // A company's own boundaries count where there is a workspace; none is made for this.
    private static Atlas AtlasOf(Invocation call)
    {
        if (!Directory.Exists(call.Folder))
        {
            return WorkspaceAtlas.House();
        }

        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        return WorkspaceAtlas.Of(workspace, WorkspaceAtlas.House());
    }
}
