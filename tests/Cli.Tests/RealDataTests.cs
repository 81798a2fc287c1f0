using System.Text.Json;

namespace Bailiwick.Cli.Tests;

/// <summary>Companies whose figures are known, imported from the files as they were found. Skipped where these are not beside the repository.</summary>
public sealed class RealDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-real-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AdventureWorks_adds_up_to_the_cent_and_twice_is_once()
    {
        string data = Repository.Need("adventureworks");
        JsonElement first = await Import(data, "adventureworks");
        JsonElement second = await Import(data, "adventureworks");

        Assert.Equal((19_820, 31_465, 17, 163), (Count(first, "accounts", "added"), Count(first, "sales", "added"), Count(first, "reps", "added"), Count(first, "quotas", "added")));
        Assert.Equal("109,846,381.40", Sum(first, "sales"));
        Assert.Equal(first.GetProperty("version").GetInt64(), second.GetProperty("version").GetInt64());
        Assert.All(second.GetProperty("tables").EnumerateArray(), table => Assert.Equal(table.GetProperty("read").GetInt64(), table.GetProperty("same").GetInt64()));
    }

    [Fact]
    public async Task Northwind_adds_up_and_its_four_territories_without_a_rep_are_said()
    {
        JsonElement result = await Import(Repository.Need("northwind"), "northwind");

        Assert.Equal((830, "1,265,793.04"), (Count(result, "sales", "added"), Sum(result, "sales")));
        Assert.Equal(["29202", "72716", "75234", "78759"], Values(result, "import.territory-without-rep"));
    }

    [Fact]
    public async Task The_pipeline_is_whole_and_its_mistakes_are_said()
    {
        JsonElement result = await Import(Repository.Need("maven-crm"), "crm-pipeline");

        Assert.Equal((8_800, 0), (Count(result, "opportunities", "added"), Count(result, "opportunities", "rejected")));
        Assert.Equal(["GTXPro"], Values(result, "import.product-mapped"));
        Assert.Equal(["technolgy"], Values(result, "import.mended"));
        Assert.Equal(["Philipines"], Values(result, "geography.country-mended"));
        Assert.Equal(1_425, Group(result, "import.opportunity-without-account").GetProperty("count").GetInt64());
    }

    private async Task<JsonElement> Import(string data, string mapping)
    {
        using var call = new CalledProgram();
        Assert.Equal(Outcome.Well, await call.RunAsync("import", data, "--mapping", mapping, "--json", "--workspace", Path.Combine(folder, mapping)));
        return JsonDocument.Parse(call.Results).RootElement;
    }

    private static JsonElement Table(JsonElement result, string name) => result.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("table").GetString() == name);

    private static long Count(JsonElement result, string table, string what) => Table(result, table).GetProperty(what).GetInt64();

    private static string? Sum(JsonElement result, string table) => Table(result, table).GetProperty("sums")[0].GetProperty("rounded").GetString();

    private static JsonElement Group(JsonElement result, string code) => result.GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("code").GetString() == code);

    private static IEnumerable<string?> Values(JsonElement result, string code) => Group(result, code).GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString());
}
