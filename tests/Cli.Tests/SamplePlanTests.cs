using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bailiwick.Cli.Tests;

/// <summary>The example plans of samples/company and samples/adventureworks: proven whatever accounts may come, and counted against the files themselves.</summary>
public sealed partial class SamplePlanTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-samples-").FullName;

    public static TheoryData<string> Plans =>
        [.. new[] { "company", "adventureworks" }.SelectMany(set => Directory.GetFiles(Repository.Sample(set), "*.yaml").Select(file => $"{set}/{Path.GetFileName(file)}")).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, MemberData(nameof(Plans))]
    public async Task Every_plan_is_proven_complete_with_nothing_dead_and_no_crossing_overlap(string plan)
    {
        JsonElement result = await Check(plan, "none");

        Assert.All(result.GetProperty("layers").EnumerateArray(), layer => Assert.True(layer.GetProperty("complete").GetBoolean()));
        JsonElement[] expects = [.. result.GetProperty("expects").EnumerateArray()];
        Assert.NotEmpty(expects);
        Assert.All(expects, expect => Assert.NotEqual(JsonValueKind.False, expect.GetProperty("holds").ValueKind));
    }

    [Fact]
    public async Task Over_the_sample_company_the_counts_are_those_of_its_file()
    {
        await Run("sample", "--out", At("company"), "--accounts", "2000", "--country", "TW");
        await Run("import", At("company"), "--workspace", At("data"));
        Row[] accounts = Raw(At("company/accounts.csv"));

        Dictionary<string, long> product = await Counts("company/by-product.yaml");
        bool Bought(Row row, string id) => row["products"].Split(';').Contains(id);
        Expect(product, "scanners-and-tablets", accounts.Count(row => Bought(row, "P-01") && Bought(row, "P-02")));
        Expect(product, "scanners", accounts.Count(row => Bought(row, "P-01") && !Bought(row, "P-02")));
        Expect(product, "asks", accounts.Count(row => row["products"].Length == 0 && row["interests"].Length > 0));

        Dictionary<string, long> industry = await Counts("company/by-industry.yaml");
        Expect(industry, "electronics", accounts.Count(row => row["industry"] is "26" or "27"));
        Expect(industry, "health", accounts.Count(row => row["industry"] == "86"));

        Dictionary<string, long> segment = await Counts("company/by-segment.yaml");
        int Heads(Row row) => int.Parse(row["employees"], CultureInfo.InvariantCulture);
        Expect(segment, "mid", accounts.Count(row => Heads(row) is >= 100 and <= 499));
        Expect(segment, "win-back", accounts.Count(row => Heads(row) < 100 && row["stage"] == "former"));
        Expect(segment, "distributors", accounts.Count(row => Heads(row) < 100 && row["stage"] != "former" && row["channel"] == "distributor"));

        Dictionary<string, long> place = await Counts("company/by-place.yaml");
        Expect(place, "south", accounts.Count(row => row["subdivision"] is "TW-CYI" or "TW-CYQ" or "TW-TNN" or "TW-KHH" or "TW-PIF"));
        Expect(place, "hsinchu-city", accounts.Count(row => row["subdivision"] == "TW-HSZ"));

        Dictionary<string, long> named = await Counts("company/named-accounts.yaml");
        Expect(named, "family", 1 + accounts.Count(row => row["parent"] == "A-0000005"));
        Expect(named, "key", 4);
        Assert.Equal(2_000, (await Counts("company/combined.yaml")).Where(count => count.Key is "key" or "north-enterprise" or "north-science-park" or "north-rest" or "rest").Sum(count => count.Value));
    }

    [Fact]
    public async Task Over_AdventureWorks_the_counts_are_those_of_its_files()
    {
        string data = Repository.Need("adventureworks");
        await Run("import", data, "--mapping", "adventureworks", "--workspace", At("data"));
        // CustomerID, PersonID, StoreID, TerritoryID, …; the fourth column of a store is XML. Territories 1 to 5 are those of the United States.
        string[][] customers = [.. (await Lines(data, "Customer.csv")).Select(line => line.Split('\t'))];
        var stores = (await Lines(data, "Store.csv")).Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[3]);
        long In(params string[] territories) => customers.Count(cells => territories.Contains(cells[3]));
        long Stores(Func<string, bool> holds) => customers.Count(cells => stores.TryGetValue(cells[2], out string? store) && holds(store));
        bool Says(string store, string tag, string value) => store.Contains($"<{tag}>{value}</{tag}>", StringComparison.Ordinal);

        Dictionary<string, long> place = await Counts("adventureworks/by-place.yaml");
        Expect(place, "canada", In("6"));
        Expect(place, "continent", In("7", "8"));
        Expect(place, "pacific", In("9"));
        Expect(place, "britain", In("10"));
        Assert.Equal(In("1", "2", "3", "4", "5"), new[] { "washington", "seattle", "oregon", "los-angeles", "california-rest", "us-rest" }.Sum(territory => place[territory]));

        Dictionary<string, long> industry = await Counts("adventureworks/by-industry.yaml");
        Expect(industry, "makers", Stores(store => Says(store, "BusinessType", "BM")));
        Expect(industry, "shops", Stores(store => Says(store, "BusinessType", "BS")));
        Expect(industry, "online", Stores(store => Says(store, "BusinessType", "OS")));

        Dictionary<string, long> product = await Counts("adventureworks/by-product.yaml");
        Expect(product, "road", Stores(store => Says(store, "Specialty", "Road")));
        Expect(product, "mountain", Stores(store => Says(store, "Specialty", "Mountain")));

        Dictionary<string, long> segment = await Counts("adventureworks/by-segment.yaml");
        int Number(string store, Regex tag) => int.Parse(tag.Match(store).Groups[1].Value, CultureInfo.InvariantCulture);
        Expect(segment, "large-floors", Stores(store => Number(store, Revenue()) >= 200_000 && Number(store, Floor()) >= 75_000));
        Expect(segment, "large-stores", Stores(store => Number(store, Revenue()) >= 200_000 && Number(store, Floor()) < 75_000));
        Expect(segment, "medium-stores", Stores(store => Number(store, Revenue()) is >= 80_000 and < 200_000));
        Expect(segment, "consumers", customers.Count(cells => cells[2].Length == 0));

        Expect(await Counts("adventureworks/named-accounts.yaml"), "key", 3);
        Dictionary<string, long> combined = await Counts("adventureworks/combined.yaml");
        Expect(combined, "specialist-others", Stores(store => !Says(store, "Specialty", "Mountain")));
        Expect(combined, "consumers", customers.Count(cells => cells[2].Length == 0));
    }

    private static void Expect(Dictionary<string, long> counts, string territory, long expected)
    {
        Assert.True(expected > 0, $"{territory}: nothing in the files");
        Assert.True(counts[territory] == expected, $"{territory}: {counts[territory]}, in the files {expected}");
    }

    private async Task<Dictionary<string, long>> Counts(string plan)
    {
        JsonElement result = await Check(plan, "data");
        Assert.All(result.GetProperty("expects").EnumerateArray(), expect => Assert.True(expect.GetProperty("holds").GetBoolean()));
        return result.GetProperty("layers").EnumerateArray().SelectMany(layer => layer.GetProperty("territories").EnumerateArray())
            .ToDictionary(territory => territory.GetProperty("id").GetString()!, territory => territory.GetProperty("accounts").GetInt64());
    }

    private async Task<JsonElement> Check(string plan, string workspace) => JsonDocument.Parse(await Run(
        "plan", "check", Repository.Sample(plan), "--fail-on", "gap,crosses,hides,dead,conditions,undecided", "--workspace", At(workspace), "--json")).RootElement;

    private static async Task<string> Run(params string[] args)
    {
        using var call = new CalledProgram();
        Assert.True(await call.RunAsync(args) == 0, call.Results + call.Remarks);
        return call.Results;
    }

    private static Task<string[]> Lines(string data, string file) => File.ReadAllLinesAsync(Path.Combine(data, file), TestContext.Current.CancellationToken);

    private static Row[] Raw(string file)
    {
        string[] lines = File.ReadAllLines(file);
        string[] columns = Cells(lines[0].TrimStart('\uFEFF'));
        return [.. lines.Skip(1).Select(line => new Row(columns, Cells(line)))];
    }

    private static string[] Cells(string line) => [.. CellOf().Matches(line + ",").Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups[2].Value)];

    [GeneratedRegex("<AnnualRevenue>(\\d+)</AnnualRevenue>")]
    private static partial Regex Revenue();

    [GeneratedRegex("<SquareFeet>(\\d+)</SquareFeet>")]
    private static partial Regex Floor();

    // A cell in quotes, or one without, and what ends it.
    [GeneratedRegex("(?:\"((?:[^\"]|\"\")*)\"|([^,]*)),")]
    private static partial Regex CellOf();

    private string At(string file) => Path.Combine(folder, file);

    private sealed record Row(string[] Columns, string[] Cells)
    {
        public string this[string column] => Cells[Array.IndexOf(Columns, column)];
    }
}
