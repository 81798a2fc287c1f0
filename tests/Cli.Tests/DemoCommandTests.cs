using System.Text.Json;
using Bailiwick.Samples;

namespace Bailiwick.Cli.Tests;

public sealed class DemoCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-demo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Demo_ends_with_a_published_plan_of_balanced_territories()
    {
        JsonElement said = await DemoAsync();

        Assert.Equal("made", said.GetProperty("folder").GetString());
        Assert.Equal("published", said.GetProperty("plan").GetProperty("state").GetString());
        Assert.Equal(4, said.GetProperty("design").GetProperty("territories").GetInt32());
        Assert.Equal(4, said.GetProperty("staff").GetProperty("assigned").GetInt32());
        Assert.Equal([3, 5], said.GetProperty("market").EnumerateArray().Select(answer => answer.GetProperty("question").GetInt32()));
        Assert.InRange(said.GetProperty("balance").GetProperty("revenue").GetProperty("least").GetDouble(), 0.89, 1);
        Assert.InRange(said.GetProperty("balance").GetProperty("revenue").GetProperty("most").GetDouble(), 1, 1.11);
        Assert.Equal(
            ["sample", "import", "market", "design", "staff", "publish", "figures"],
            said.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()));
        Assert.Equal(JsonValueKind.Null, said.GetProperty("address").ValueKind);
    }

    [Fact]
    public async Task What_was_imported_is_what_the_truth_says()
    {
        JsonElement said = await DemoAsync();
        JsonElement truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "sample", "truth.json"), TestContext.Current.CancellationToken)).RootElement;

        Assert.All(said.GetProperty("import").GetProperty("tables").EnumerateArray(), table =>
        {
            Assert.Equal(0, table.GetProperty("rejected").GetInt64());
            string name = table.GetProperty("table").GetString()!;
            int measures = name == "area_facts" ? 3 : 1;
            Assert.Equal(truth.GetProperty("rows").GetProperty(name).GetInt64() * measures, table.GetProperty("added").GetInt64());
        });
        Assert.Equal(0, said.GetProperty("import").GetProperty("problems").GetInt64());
    }

    [Fact]
    public async Task The_same_demo_is_run_again_and_another_takes_its_place()
    {
        await DemoAsync();
        JsonElement again = await DemoAsync();
        JsonElement other = await DemoAsync("--seed", "2");

        Assert.Equal("reused", again.GetProperty("folder").GetString());
        Assert.All(again.GetProperty("import").GetProperty("tables").EnumerateArray(), table => Assert.Equal(table.GetProperty("read").GetInt64(), table.GetProperty("same").GetInt64()));
        Assert.Equal("replaced", other.GetProperty("folder").GetString());
        Assert.All(other.GetProperty("import").GetProperty("tables").EnumerateArray(), table => Assert.Equal(table.GetProperty("read").GetInt64(), table.GetProperty("added").GetInt64()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // a demo into which somebody imported something since
    public async Task Anybodys_own_data_is_left_alone(bool demoFirst)
    {
        if (demoFirst)
        {
            await DemoAsync();
        }

        string real = Path.Combine(folder, "real");
        Directory.CreateDirectory(real);
        File.WriteAllText(Path.Combine(real, "products.csv"), NamedWorld.TwoTowns.File(Market.Products.Table));
        using var import = new CalledProgram();
        Assert.Equal(Outcome.Well, await import.RunAsync("import", real, "--workspace", folder));
        string before = await MarketAsync();

        using var call = new CalledProgram();
        int exit = await call.RunAsync("demo", "--no-serve", "--json", "--accounts", "200", "--territories", "4", "--workspace", folder, "--seed", "3");

        Assert.Equal(Outcome.ProblemsInInput, exit);
        Assert.Contains("workbench.not-a-demo", call.Results);
        Assert.Equal(before, await MarketAsync());
    }

    [Fact]
    public async Task A_country_without_areas_is_refused_before_anything_is_made()
    {
        using var call = new CalledProgram();
        string nowhere = Path.Combine(folder, "none");

        Assert.Equal(Outcome.ProblemsInInput, await call.RunAsync("demo", "--no-serve", "--country", "JP", "--workspace", nowhere));
        Assert.False(Directory.Exists(nowhere));
    }

    private async Task<JsonElement> DemoAsync(params string[] more)
    {
        using var call = new CalledProgram();
        int exit = await call.RunAsync(["demo", "--no-serve", "--json", "--accounts", "400", "--territories", "4", "--until", "2026-06-30", "--workspace", folder, .. more]);
        Assert.True(exit == Outcome.Well, call.Results);
        return JsonDocument.Parse(call.Results).RootElement.Clone();
    }

    private async Task<string> MarketAsync()
    {
        using var call = new CalledProgram();
        await call.RunAsync("market", "5", "--json", "--workspace", folder);
        return call.Results;
    }
}
