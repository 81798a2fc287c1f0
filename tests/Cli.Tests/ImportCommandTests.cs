using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bailiwick.Cli.Tests;

/// <summary>Imports called as a person calls them: what is said, what is kept, what the exit code is.</summary>
public sealed partial class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-import-").FullName;

    public ImportCommandTests()
    {
        Directory.CreateDirectory(In("files"));
        File.WriteAllText(In("files/accounts.csv"), """
            id,name,country,postal,employees,fleet_size
            A-1,Acme,Philipines,1000,12,3
            A-2,Beta,US,90001,about 12,
            A-3,Gamma,US,90001,7,
            A-3,Gamma Ltd,US,90001,7,

            """);
        File.WriteAllText(In("files/products.csv"), "id,name\nP-1,GTX Pro\n");
        File.WriteAllText(In("files/opportunities.csv"), """
            id,account,product,outcome,amount,currency
            D-1,A-1,GTXPro,won,"1,234.50",USD
            D-2,,GTXPro,open,,
            D-3,A-9,GTX Pro,lost,0,USD

            """);
        File.WriteAllText(In("files/territories.csv"), "id,name,rep\nT-1,North,\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task The_report_says_all_that_was_doubtful(string language)
    {
        using var call = new CalledProgram();

        int exit = await call.RunAsync("import", In("files"), "--lang", language, "--workspace", In("workspace"));

        Assert.Equal(Outcome.ProblemsInInput, exit);
        Golden.Check(Colour().Replace(call.Results, "").Replace(folder, "…", StringComparison.Ordinal), $"import.{language}.txt");
    }

    [Fact]
    public async Task Twice_is_once_and_a_mended_rejects_file_adds_its_rows()
    {
        JsonElement first = await Run(Outcome.ProblemsInInput, In("files"));
        JsonElement second = await Run(Outcome.ProblemsInInput, In("files"));

        Assert.Equal(["accounts 3 2 0 0 1 1", "opportunities 3 3 0 0 0 0", "products 1 1 0 0 0 0", "territories 1 1 0 0 0 0"], Counts(first));
        Assert.Equal(["accounts 3 0 0 2 1 1", "opportunities 3 0 0 3 0 0", "products 1 0 0 1 0 0", "territories 1 0 0 1 0 0"], Counts(second));
        Assert.Equal(first.GetProperty("version").GetInt64(), second.GetProperty("version").GetInt64());
        string rejects = second.GetProperty("rejects")[0].GetString()!;
        File.WriteAllText(rejects, File.ReadAllText(rejects).Replace("about 12", "12", StringComparison.Ordinal));
        JsonElement third = await Run(Outcome.Well, rejects);
        Assert.Equal(["accounts 1 1 0 0 0 0"], Counts(third));
    }

    [Fact]
    public async Task A_dry_run_and_a_strict_one_with_a_doubt_keep_nothing()
    {
        File.WriteAllText(In("files/accounts.csv"), "id,name,country\nA-1,Acme,Philipines\n");
        JsonElement dry = await Run(Outcome.Well, In("files"), "--dry-run");
        JsonElement strict = await Run(Outcome.ProblemsInInput, In("files"), "--strict");
        JsonElement clean = await Run(Outcome.Well, In("files/products.csv"), "--strict");

        Assert.Equal((false, 0L), (dry.GetProperty("kept").GetBoolean(), dry.GetProperty("version").GetInt64()));
        Assert.Equal((false, 0L), (strict.GetProperty("kept").GetBoolean(), strict.GetProperty("version").GetInt64()));
        Assert.Equal((true, 1L), (clean.GetProperty("kept").GetBoolean(), clean.GetProperty("version").GetInt64()));
        Assert.False(Directory.Exists(In("workspace/rejects")));
    }

    [Fact]
    public async Task A_mapping_with_a_mistake_imports_nothing()
    {
        File.WriteAllText(In("mapping.yaml"), """
            sources:
              a: { file: accounts.csv }
            tables:
              products: { from: a, columns: { id: id } }
              accounts:
                select: |
                  SELECT id, name,
                    nam AS city
                  FROM a
            """);

        JsonElement result = await Run(Outcome.ProblemsInInput, In("files"), "--mapping", In("mapping.yaml"));

        Assert.Equal((false, 0), (result.GetProperty("kept").GetBoolean(), result.GetProperty("tables").GetArrayLength()));
        Assert.Equal(8, result.GetProperty("problems")[0].GetProperty("line").GetInt64());
    }

    private async Task<JsonElement> Run(int expected, params string[] args)
    {
        using var call = new CalledProgram();
        Assert.Equal(expected, await call.RunAsync(["import", .. args, "--json", "--workspace", In("workspace")]));
        return JsonDocument.Parse(call.Results).RootElement;
    }

    private static IEnumerable<string> Counts(JsonElement result) => result.GetProperty("tables").EnumerateArray()
        .Select(table => string.Join(' ', new[] { "table", "read", "added", "changed", "same", "repeated", "rejected" }.Select(name => table.GetProperty(name).ToString())))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();

    private string In(string name) => Path.Combine(folder, name);
}
