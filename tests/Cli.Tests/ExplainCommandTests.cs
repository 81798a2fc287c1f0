using System.Text.Json;

namespace Bailiwick.Cli.Tests;

/// <summary><c>explain</c> as a person calls it, over the two towns.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-explain-").FullName;

    private static string Accounts => Repository.Sample("two-towns/accounts.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task Accounts_of_a_file_are_explained_without_a_workspace(string language)
    {
        using var call = new CalledProgram();
        // By rule, in a gap; by name; by an override's family, with a holdout.
        foreach ((string plan, string account) in new[] { ("combined", "A-1"), ("combined", "A-5"), ("by-segment", "A-1"), ("by-place", "A-1"), ("by-product", "A-4"), ("named-accounts", "A-3"), ("named-accounts", "A-4") })
        {
            Assert.Equal(0, await call.RunAsync("explain", account, "--plan", Repository.Sample($"plans/{plan}.yaml"), "--accounts", Accounts, "--workspace", At("none"), "--lang", language));
        }

        Golden.Check(call.Results, $"explain.{language}.txt");
        Assert.False(Directory.Exists(At("none")));
    }

    [Fact]
    public async Task An_account_of_the_workspace_is_explained_by_the_plan_in_force()
    {
        using var call = new CalledProgram();
        await call.RunAsync("import", Repository.Sample("two-towns"), "--workspace", At("data"));
        await call.RunAsync("plan", "publish", Repository.Sample("plans/combined.yaml"), "--workspace", At("data"));
        using var told = new CalledProgram();

        Assert.Equal(0, await told.RunAsync("explain", "A-2", "--workspace", At("data"), "--as-of", "2026-02-01", "--json"));

        using JsonDocument json = JsonDocument.Parse(told.Results);
        JsonElement core = json.RootElement.GetProperty("layers")[0];
        Assert.Equal(("2026-02-01", "county", "keeps", "R-1"), (json.RootElement.GetProperty("asOf").GetString(), core.GetProperty("territory").GetString(), core.GetProperty("rule").GetString(), core.GetProperty("rep").GetString()));
        // Neither 50 heads alone nor the industry alone make it one of the large.
        Assert.DoesNotContain(core.GetProperty("moves").EnumerateArray(), move => move.GetProperty("territory").GetString() == "county-large");
        Assert.Contains(core.GetProperty("moves").EnumerateArray(), move => move.GetProperty("rule").GetString() == "out_of_scope");
    }

    [Fact]
    public async Task A_lead_goes_by_its_own_data_and_by_what_is_said_of_its_account()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("explain", "L-1", "--plan", Repository.Sample("plans/by-segment.yaml"), "--leads", Repository.Sample("two-towns/leads.csv"), "--workspace", At("none"), "--json"));

        using JsonDocument json = JsonDocument.Parse(call.Results);
        Assert.NotEmpty(json.RootElement.GetProperty("layers")[0].GetProperty("steps").EnumerateArray());
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_told_with_the_nearest_one()
    {
        using var call = new CalledProgram();

        Assert.Equal(1, await call.RunAsync("explain", "a-1", "--plan", Repository.Sample("plans/combined.yaml"), "--accounts", Accounts, "--workspace", At("none")));

        Assert.Contains("Maybe A-1.", call.Results, StringComparison.Ordinal);
    }

    private string At(string file) => Path.Combine(folder, file);
}
