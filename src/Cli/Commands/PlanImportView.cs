using Bailiwick.Import.Plans;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>An imported plan as JSON and as a report for a person.</summary>
/// <param name="result">What became of the files.</param>
/// <param name="file">The plan file; null when none was written.</param>
internal sealed class PlanImportView(PlanImportResult result, string? file)
{
    public object Json(Language language) => new
    {
        file,
        plan = result.Plan?.Name,
        layers = Layers.Select(layer => new
        {
            layer = layer.Name,
            territories = All(layer).Count(),
            withRule = All(layer).Count(territory => territory.Where is not null),
            namedAccounts = All(layer).Sum(territory => territory.Accounts.Length),
        }),
        reps = result.Plan?.Reps.Length ?? 0,
        lists = result.Plan?.Files.Keys ?? [],
        sources = result.Sources.Select(source => new
        {
            file = source.File,
            format = source.Format,
            columns = source.Columns.Select(column => new { source = column.Name, meaning = column.Meaning }),
        }),
        notes = result.Notes.Select(note => note.In(language)),
        problemCount = result.Problems.Count,
        problems = result.Problems.All.Select(ProblemView.Of),
    };

    public void Print(IAnsiConsole console, Language language)
    {
        ImportView.Widen(console);
        foreach (PlanSource source in result.Sources)
        {
            string columns = source.Columns.IsEmpty ? "" : ": " + string.Join(", ", source.Columns.Select(column => $"{column.Name} → {column.Meaning}"));
            console.WriteLine($"{source.File} · {source.Format}{columns}");
        }

        ImportView.PrintProblems(console, result.Problems, language);
        foreach (Text note in result.Notes)
        {
            console.WriteLine($"  {note.In(language)}");
        }

        foreach (LayerSketch layer in Layers)
        {
            string territories = Numbers.Of(All(layer).Count());
            string names = Numbers.Of(All(layer).Sum(territory => territory.Accounts.Length));
            console.WriteLine(new Text($"{layer.Name}: {territories} territories, {names} named accounts.", $"{layer.Name}：{territories} 個轄區、{names} 個指名客戶。").In(language));
        }

        console.WriteLine(Last.In(language));
    }

    private IEnumerable<LayerSketch> Layers => result.Plan?.Layers ?? [];

    private Text Last => file switch
    {
        null => new("No plan was written.", "未寫入方案。"),
        _ when result.Problems.Errors > 0 => new(
            $"The plan is in {file}, without what is marked ✗ above. Check it with: bailiwick plan check {file}",
            $"方案已寫入 {file}，但不含以上標示 ✗ 的部分。請檢查：bailiwick plan check {file}"),
        _ => new($"The plan is in {file}. Check it with: bailiwick plan check {file}", $"方案已寫入 {file}。請檢查：bailiwick plan check {file}"),
    };

    private static IEnumerable<TerritorySketch> All(LayerSketch layer) => layer.Territories.SelectMany(territory => territory.WithDescendants());
}
