using System.CommandLine;
using Bailiwick.Geography;
using Bailiwick.Import;
using Bailiwick.Import.Plans;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick export territory2 --plan PLAN --out DIR</c>: a plan as a Salesforce territory model, with tables that associate accounts and users.</summary>
internal sealed class ExportTerritory2Command : ICommand
{
    private readonly Option<string> plan = new("--plan") { HelpName = "PLAN", Required = true };
    private readonly Option<string?> accounts = new("--accounts") { HelpName = "IN" };
    private readonly Option<string> output = new("--out") { HelpName = "DIR", Required = true };
    private readonly Option<string?> model = new("--model") { HelpName = "NAME" };
    private readonly Option<string[]> fields = new("--field") { HelpName = "THEIRS=OURS" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Export(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file", "方案檔案").In(language);
        accounts.Description = new Text("a file of all accounts: those that no rule brings where the plan has them are associated", "所有客戶的檔案：規則無法帶到的客戶將直接指派").In(language);
        output.Description = new Text("a new folder to write", "輸出的新資料夾").In(language);
        model.Description = new Text("developer name of the territory model; by default after the plan", "轄區模型的開發名稱；預設依方案名稱").In(language);
        fields.Description = new Text("a field of accounts there that holds one of ours: Tier__c=tier; may be given several times", "對方客戶欄位對應我方欄位，例如 Tier__c=tier；可重複指定").In(language);
        fields.Validators.Add(given => FieldPairs.Check(given, fields.Name));
        return new Command("territory2", new Text("a plan as Salesforce Territory2 metadata and association files", "將方案匯出為 Salesforce Territory2 中繼資料與指派檔").In(language))
        {
            plan, accounts, output, model, fields,
        };
    }

    private Outcome Export(Invocation call)
    {
        string file = call.Value(plan)!;
        PlanReading reading = PlanFile.Read(file);
        if (reading.Plan is not { } document)
        {
            return Outcome.Refused(reading.Problems, call.Language);
        }

        Atlas atlas = WorkspaceAtlas.House();
        var options = new Territory2ExportOptions { Model = call.Value(model), Fields = FieldPairs.Of(call.Value(fields)) };
        var export = Territory2Export.Of(document, options, atlas, call.Cancellation);
        var problems = new List<Problem>([.. reading.Problems, .. export.Problems]);
        problems.AddRange(call.Value(accounts) is { } source ? SaveWith(export, new AssignAccounts(file, atlas, call.Terminal.Clock), source, call) : SaveAlone(export, call.Value(output)!));
        bool isWell = problems.All(problem => problem.Severity != Severity.Error);
        string folder = call.Value(output)!;
        int components = export.Files.Count;
        string[] without = [.. export.ByAssociation.Select(territory => territory.Value).Order(StringComparer.Ordinal)];
        return new Outcome(
            new { folder = isWell ? folder : null, components, territories = document.Territories.Count(), byAssociation = without, problems = problems.Select(ProblemView.Of) },
            console =>
            {
                ImportView.Widen(console);
                ProblemView.Print(console, problems, call.Language, int.MaxValue);
                console.WriteLine(call.Say(isWell
                    ? new($"{Numbers.Of(components)} components in {folder}; {Numbers.Of(without.Length)} territories hold their accounts by association.", $"已寫入 {folder}，共 {Numbers.Of(components)} 個元件；{Numbers.Of(without.Length)} 個轄區以直接指派保有客戶。")
                    : new("Nothing whole was written.", "未完整寫入。")));
            },
            isWell ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static IReadOnlyList<Problem> SaveAlone(Territory2Export export, string folder) =>
        [.. export.ByAssociation.Count > 0 ? [Territory2Export.AccountsMissing(export.ByAssociation.Count)] : Array.Empty<Problem>(), .. export.Save(folder, export.NamedAccounts)];

    private IReadOnlyList<Problem> SaveWith(Territory2Export export, AssignAccounts work, string source, Invocation call)
    {
        if (!work.IsReady)
        {
            return work.Problems;
        }

        using MarketFiles files = MarketFiles.Open([source], new ImportOptions { Table = Accounts.Table, Columns = work.Columns });
        IReadOnlyList<Problem> unwritten = export.Save(call.Value(output)!, export.Associations(work.Run(files, call.Cancellation).Select(each => (each.Account, each.Answer))));
        return [.. work.Problems, .. files.Problems.All, .. unwritten];
    }
}
