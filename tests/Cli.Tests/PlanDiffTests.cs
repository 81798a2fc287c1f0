using System.Text.RegularExpressions;

namespace Bailiwick.Cli.Tests;

/// <summary><c>plan diff</c> as a person calls it.</summary>
public sealed partial class PlanDiffTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-plan-diff-").FullName;

    public PlanDiffTests()
    {
        File.WriteAllText(At("before.yaml"), """
            plan: Before
            layers:
              - layer: core
                scope: country = "TW"
                territories:
                  - { id: key, accounts: [A-1, A-2] }
                  - { id: large, where: employees >= 500 }
                  - { id: taipei, where: subdivision = "TW-TPE" }
            """);
        File.WriteAllText(At("after.yaml"), """
            plan: After
            layers:
              - layer: core
                scope: country = "TW"
                territories:
                  - { id: key, accounts: [A-1] }
                  - { id: large, where: employees >= 200 and not (subdivision = "TW-KHH") }
                  - { id: taipei, where: subdivision = "TW-TPE" }
                  - { id: south, where: subdivision = "TW-KHH" }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task What_changes_hands_is_told_in_words(string language)
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("plan", "diff", At("before.yaml"), At("after.yaml"), "--workspace", At("none"), "--lang", language));

        Golden.Check(Colour().Replace(call.Results, ""), $"plan-diff.{language}.txt");
    }

    [Fact]
    public async Task What_changes_hands_is_told_as_json()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("plan", "diff", At("before.yaml"), At("after.yaml"), "--regions", "--workspace", At("none"), "--json"));

        Golden.Check(call.Results, "plan-diff.json");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task With_accounts_at_hand_it_is_told_who_moves_and_why(string language)
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync([.. WithAccounts, "--lang", language]));

        Golden.Check(Colour().Replace(call.Results, ""), $"plan-diff-accounts.{language}.txt");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task In_a_workspace_sales_deals_reps_and_relationships_are_told(string language)
    {
        using var call = new CalledProgram();
        await call.RunAsync("import", Repository.Sample("two-towns"), "--workspace", At("data"));
        using var diff = new CalledProgram();

        Assert.Equal(0, await diff.RunAsync(
            "plan", "diff", Repository.Sample("plans/combined.yaml"), Repository.Sample("plans/by-segment.yaml"), "--as-of", "2026-02-01", "--workspace", At("data"), "--lang", language));

        Golden.Check(Colour().Replace(diff.Results, ""), $"plan-diff-market.{language}.txt");
    }

    [Fact]
    public async Task With_accounts_at_hand_it_is_told_as_json()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync([.. WithAccounts, "--json"]));

        Golden.Check(call.Results, "plan-diff-accounts.json");
    }

    [Fact]
    public async Task Every_account_that_moves_is_written_to_a_file()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync([.. WithAccounts, "--out", At("moves.csv")]));

        Assert.Equal(
            [
                "account,name,layer,from,to,rep_before,rep_after,because,revenue_TWD",
                "A-2,竹勤電子有限公司,core,key,gap,,,no longer names,9000000",
            ],
            (await File.ReadAllLinesAsync(At("moves.csv"), TestContext.Current.CancellationToken)).Take(2).Select(line => line.TrimStart('\uFEFF').Replace("key no longer names A-2", "no longer names", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_accounts_nothing_can_be_written()
    {
        using var call = new CalledProgram();

        Assert.Equal(1, await call.RunAsync("plan", "diff", At("before.yaml"), At("after.yaml"), "--out", At("moves.csv"), "--workspace", At("none"), "--json"));

        Assert.Contains("diff.no-accounts", call.Results, StringComparison.Ordinal);
        Assert.False(File.Exists(At("moves.csv")));
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_ends_with_its_problems()
    {
        using var call = new CalledProgram();
        File.WriteAllText(At("wrong.yaml"), "plan: Wrong\nlayers: 7\n");

        Assert.Equal(1, await call.RunAsync("plan", "diff", At("before.yaml"), At("wrong.yaml"), "--regions", "--workspace", At("none")));

        Assert.Contains("wrong.yaml", call.Results, StringComparison.Ordinal);
    }

    private string[] WithAccounts =>
        ["plan", "diff", At("before.yaml"), At("after.yaml"), "--accounts", Repository.Sample("two-towns/accounts.csv"), "--as-of", "2026-02-01", "--workspace", At("none")];

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();

    private string At(string file) => Path.Combine(folder, file);
}
