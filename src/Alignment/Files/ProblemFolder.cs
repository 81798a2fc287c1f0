using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Files;

/// <summary>A problem as a plain folder: <c>units.csv</c>, <c>edges.csv</c>, <c>instance.json</c>.</summary>
/// <remarks>
/// <c>units.csv</c>: <c>id, label, weight</c> (or <c>weight1, weight2, …</c>), <c>x, y</c>; <c>edges.csv</c>: <c>a, b</c>, the ids of two
/// neighbours; <c>instance.json</c>: <c>k</c>, and <c>lower</c> and <c>upper</c> (inclusive) or <c>tolerance</c> (a share of the mean).
/// </remarks>
public static class ProblemFolder
{
    private static readonly string[] Parts = ["units.csv", "edges.csv", "instance.json"];

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="objective">What makes one plan better than another.</param>
    /// <param name="isContiguous">Whether each territory must hang together.</param>
    /// <returns>The problem, or null and everything that is wrong with the files.</returns>
    public static (AlignmentProblem? Problem, IReadOnlyList<Problem> Problems) Read(string folder, AlignmentObjective objective, bool isContiguous)
    {
        string[] missing = [.. Parts.Where(file => !File.Exists(Path.Combine(folder, file)))];
        if (missing.Length > 0)
        {
            return (null, [.. missing.Select(file => Problems.File("file-missing", new Place(file), new($"{file} is missing in {folder}.", $"{folder} 缺少 {file}。")))]);
        }

        var problems = new List<Problem>();
        CsvRows units = CsvRows.Read(Path.Combine(folder, "units.csv"));
        string[] weightColumns = [.. units.Header.Where(name => name.StartsWith("weight", StringComparison.OrdinalIgnoreCase))];
        var table = new FolderTable(problems);
        ImmutableArray<string> ids = table.Texts(units, "id");
        ImmutableArray<double> x = table.Numbers(units, "x");
        ImmutableArray<double> y = table.Numbers(units, "y");
        ImmutableArray<ImmutableArray<long>> weights = [.. weightColumns.Select(column => table.WholeNumbers(units, column))];
        if (weights.IsEmpty)
        {
            problems.Add(Problems.File("column-missing", new Place("units.csv", 1), new("There is no column weight (or weight1, weight2, …).", "缺少欄位 weight（或 weight1、weight2…）。")));
        }

        List<(int A, int B)> neighbours = table.Pairs(CsvRows.Read(Path.Combine(folder, "edges.csv")), ids);
        Limits? limits = Limits.Read(Path.Combine(folder, "instance.json"), problems);
        if (problems.Count > 0 || limits is null)
        {
            return (null, problems);
        }

        var draft = new AlignmentDraft
        {
            Ids = ids,
            Points = [.. x.Select((value, unit) => new PlanePoint(value, y[unit]))],
            Measures = [.. weightColumns.Select((name, index) => limits.MeasureOf(name, weights[index]))],
            Neighbours = neighbours,
            Territories = limits.Territories,
            Objective = objective,
            IsContiguous = isContiguous,
        };
        IReadOnlyList<Problem> found = AlignmentProblem.Check(draft);
        return found.Count > 0 ? (null, found) : (new AlignmentProblem(draft), []);
    }

    /// <summary>Reads a plan, <c>id, district</c>; districts may have any numbers and are counted in ascending order.</summary>
    /// <exception cref="InvalidDataException">A unit is missing or named twice, or there are more districts than territories.</exception>
    public static Alignment ReadPlan(string path, AlignmentProblem problem)
    {
        CsvRows rows = CsvRows.Read(path);
        int[] districts = [.. rows.Rows.Select(row => int.Parse(row.Cells[1], CultureInfo.InvariantCulture)).Distinct().Order()];
        var districtOf = rows.Rows.ToDictionary(row => row.Cells[0], row => Array.BinarySearch(districts, int.Parse(row.Cells[1], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        return districts.Length <= problem.Territories && districtOf.Count == problem.Count && problem.Ids.All(districtOf.ContainsKey)
            ? new Alignment([.. problem.Ids.Select(id => districtOf[id])])
            : throw new InvalidDataException($"{path} is no plan of {problem.Count} units in {problem.Territories} districts.");
    }

    /// <summary>Writes a plan, <c>id, district</c>, in the order of the units; districts count from 0.</summary>
    public static void WritePlan(string path, AlignmentProblem problem, Alignment plan) =>
        File.WriteAllLines(path, problem.Ids.Select((id, unit) => string.Create(CultureInfo.InvariantCulture, $"{id},{plan.TerritoryOf[unit]}")).Prepend("id,district"));

    private sealed record Limits(int Territories, long? Lower, long? Upper, double? Tolerance)
    {
        internal static Limits? Read(string path, List<Problem> problems)
        {
            try
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(path));
                JsonElement root = document.RootElement;
                if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("k", out JsonElement k) && k.TryGetInt32(out int territories))
                {
                    var limits = new Limits(territories, Whole(root, "lower"), Whole(root, "upper"), Number(root, "tolerance"));
                    if ((limits.Lower is not null && limits.Upper is not null) || limits.Tolerance is >= 0 and <= 1)
                    {
                        return limits;
                    }
                }

                problems.Add(Problems.File("no-limits", new Place("instance.json"), new(
                    "instance.json needs k, and lower and upper or a tolerance in 0 to 1.",
                    "instance.json 需要 k，以及 lower 與 upper，或 0 到 1 的 tolerance。")));
            }
            catch (JsonException error)
            {
                problems.Add(Problems.File("no-json", new Place("instance.json", error.LineNumber + 1), new("instance.json is no JSON.", "instance.json 不是有效的 JSON。")));
            }

            return null;
        }

        internal ActivityMeasure MeasureOf(string name, ImmutableArray<long> weights) => Lower is { } lower && Upper is { } upper
            ? ActivityMeasure.Between(name, weights, Territories, (lower, upper))
            : ActivityMeasure.Even(name, weights, Territories, Share.Of(Tolerance ?? 0));

        private static long? Whole(JsonElement root, string name) => Number(root, name) is { } value ? (long)value : null;

        private static double? Number(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
    }
}
