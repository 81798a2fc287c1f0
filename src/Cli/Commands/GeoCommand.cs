using System.CommandLine;
using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick geo</c>: boundary sets: import a file, list them, check a file.</summary>
internal sealed class GeoCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => null;

    public IReadOnlyList<ICommand> Children { get; } = [new GeoFileCommand(isImport: true), new GeoListCommand(), new GeoFileCommand(isImport: false)];

    public Command Describe(Language language) => new("geo", new Text("boundary sets: import, list, check", "邊界集：匯入、列出、檢查").In(language));
}

/// <summary><c>bailiwick geo import FILE</c> and <c>bailiwick geo check FILE</c>.</summary>
internal sealed class GeoFileCommand(bool isImport) : ICommand
{
    private readonly Argument<string> file = new("file");
    private readonly Option<string?> id = new("--id");
    private readonly Option<string?> name = new("--name");
    private readonly Option<bool> repair = new("--repair");
    private readonly Option<string?> codeField = new("--code-field");
    private readonly Option<string?> nameField = new("--name-field");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Run(call));

    public Command Describe(Language language)
    {
        file.Description = new Text("GeoJSON, TopoJSON or a zipped shapefile", "GeoJSON、TopoJSON 或 shapefile 壓縮檔").In(language);
        id.Description = new Text("the set's id; by default from the file's name", "邊界集代號；預設取自檔名").In(language);
        name.Description = new Text("what people call the set", "邊界集名稱").In(language);
        repair.Description = new Text("mends rings, overlaps and narrow gaps, and tells each change", "修復邊界、重疊與狹小空隙，並逐項說明").In(language);
        codeField.Description = new Text("the field that holds the areas' codes", "區域代碼欄位").In(language);
        nameField.Description = new Text("the field that holds the areas' names", "區域名稱欄位").In(language);
        return new Command(isImport ? "import" : "check", (isImport
            ? new Text("checks a boundary file and keeps it in the workspace", "檢查邊界檔並存入工作區")
            : new Text("checks a boundary file and keeps nothing", "只檢查邊界檔，不儲存")).In(language)) { file, id, name, repair, codeField, nameField };
    }

    private Outcome Run(Invocation call)
    {
        var options = new BoundaryOptions(call.Value(id), call.Value(name), call.Value(repair), call.Value(codeField), call.Value(nameField));
        string path = call.Value(file)!;
        BoundaryReading reading;
        if (isImport)
        {
            using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
            reading = ImportBoundaries.Run(workspace, path, options);
        }
        else
        {
            reading = BoundaryImport.Read(path, options);
        }

        return new Outcome(
            new { kept = isImport && reading.Set is not null, set = reading.Set is { } set ? GeoView.Json(set) : null, codeField = reading.CodeField, problems = reading.Problems.Select(ProblemView.Of) },
            console => GeoView.Print(console, reading, isImport, call.Language),
            reading.Set is null ? Outcome.ProblemsInInput : Outcome.Well);
    }
}

/// <summary><c>bailiwick geo list</c>: the sets at hand.</summary>
internal sealed class GeoListCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Run(call));

    public Command Describe(Language language) => new("list", new Text("the boundary sets at hand", "列出可用的邊界集").In(language));

    private static Outcome Run(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        Atlas atlas = WorkspaceAtlas.Of(workspace, WorkspaceAtlas.House());
        IReadOnlyList<string> own = workspace.Boundaries.List();
        BoundarySet[] sets = [.. atlas.SetIds.Select(atlas.Set)];
        return new Outcome(
            new { sets = sets.Select(set => new { set = GeoView.Json(set), own = own.Contains(set.Id, StringComparer.Ordinal) }) },
            console =>
            {
                Table table = new Table().Border(TableBorder.Simple);
                table.AddColumns("id", call.Say(new Text("name", "名稱")), call.Say(new Text("areas", "區域數")), call.Say(new Text("neighbour pairs", "相鄰對數")), call.Say(new Text("own", "自有")));
                foreach (BoundarySet set in sets)
                {
                    table.AddRow(
                        Markup.Escape(set.Id), Markup.Escape(call.Say(set.Name)), $"{set.Areas.Length}", $"{set.Neighbours.Edges}", own.Contains(set.Id, StringComparer.Ordinal) ? "●" : "");
                }

                console.Write(table);
            });
    }
}

/// <summary>A boundary set as the command line shows it.</summary>
internal static class GeoView
{
    public static object Json(BoundarySet set) => new
    {
        set.Id,
        name = set.Name.English,
        areas = set.Areas.Length,
        neighbourPairs = set.Neighbours.Edges,
        components = set.Neighbours.Components().Distinct().Count(),
        surfaceSquareKilometres = Math.Round(set.Areas.Sum(area => area.SquareKilometres), 3),
    };

    public static void Print(IAnsiConsole console, BoundaryReading reading, bool isImport, Language language)
    {
        ProblemView.Print(console, reading.Problems, language);
        if (reading.Set is { } set)
        {
            int components = set.Neighbours.Components().Distinct().Count();
            var words = new Text(
                $"{(isImport ? "Kept" : "Good")}: {set.Id}, {set.Areas.Length} areas, {set.Neighbours.Edges} neighbour pairs, {components} connected parts.",
                $"{(isImport ? "已存入" : "可用")}：{set.Id}，{set.Areas.Length} 個區域，{set.Neighbours.Edges} 對相鄰，{components} 個相連部分。");
            console.MarkupLine(Markup.Escape(words.In(language)));
        }
    }
}
