using System.Text.Json;

namespace Bailiwick.Cli.Tests;

public sealed class SampleCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Sample_writes_all_tables_and_the_truth()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.Well, await call.RunAsync("sample", "--out", folder, "--accounts", "50", "--json"));
        JsonElement said = JsonDocument.Parse(call.Results).RootElement;
        Assert.Equal(50, said.GetProperty("rows").GetProperty("accounts").GetInt32());
        Assert.Equal(
            ["accounts.csv", "area_facts.csv", "leads.csv", "opportunities.csv", "products.csv", "quotas.csv", "reps.csv", "sales.csv", "territories.csv", "truth.json"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--accounts", "0")]
    [InlineData("--country", "XX")]
    [InlineData("--years", "99")]
    public async Task A_wish_that_cannot_be_is_refused(string option, string value)
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.ProblemsInInput, await call.RunAsync("sample", "--out", folder, option, value));
        Assert.Contains(value, call.Results);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }
}
