using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bailiwick.Cli.Tests;

/// <summary><c>plan check</c> as a person calls it: the proof in words and as JSON, and when it fails.</summary>
public sealed partial class PlanCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-plan-check-").FullName;

    public PlanCheckTests()
    {
        File.WriteAllText(At("plan.yaml"), """
            plan: North
            layers:
              - layer: core
                scope: country = "TW"
                territories:
                  - id: large
                    where: employees >= 500
                  - id: health
                    where: industry under "Q" and employees >= 100
                  - id: huge
                    where: employees >= 5000
                  - id: taipei
                    where: subdivision = "TW-TPE" and (tier = "gold" or employees >= 900)
                    territories:
                      - id: taipei-known
                        where: tier is known
                  - id: taipei-gold
                    where: subdivision = "TW-TPE" and tier = "gold" and country = "TW"
                  - id: north
                    where: subdivision in ("TW-NWT", "TW-KEE")
            expect:
              - { account: A-1, layer: core, is in: large }
            """);
        File.WriteAllText(At("accounts.csv"), """
            id,country,subdivision,employees,industry,tier,revenue,currency
            A-1,TW,TW-NWT,900,Q86,,1000,TWD
            A-2,TW,TW-KHH,5,,,3000,TWD
            A-3,TW,TW-KHH,9000,,,4000,TWD
            A-4,JP,,1,,,2000,JPY
            A-5,TW,TW-KHH,,,,,

            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task Gaps_overlaps_and_dead_territories_are_told_in_words(string language)
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("plan", "check", At("plan.yaml"), "--accounts", At("accounts.csv"), "--workspace", At("none"), "--lang", language));

        Golden.Check(Colour().Replace(call.Results, ""), $"plan-check.{language}.txt");
        Assert.False(Directory.Exists(At("none")));
    }

    [Fact]
    public async Task Json_has_gaps_overlaps_dead_undecided_expects_and_problems()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("plan", "check", At("plan.yaml"), "--accounts", At("accounts.csv"), "--workspace", At("none"), "--json"));

        Golden.Check(call.Results, "plan-check.json");
    }

    [Theory]
    [InlineData("gap", 1)]
    [InlineData("crosses", 1)]
    [InlineData("dead,gap", 1)]
    [InlineData("undecided", 0)]
    [InlineData("gaps", 2)]
    public async Task Fail_on_decides_the_exit_code(string failOn, int exit)
    {
        using var call = new CalledProgram();

        Assert.Equal(exit, await call.RunAsync("plan", "check", At("plan.yaml"), "--workspace", At("none"), "--fail-on", failOn));
    }

    [Fact]
    public async Task Without_accounts_tests_about_accounts_are_not_run()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("plan", "check", At("plan.yaml"), "--workspace", At("none"), "--json"));

        using var json = JsonDocument.Parse(call.Results);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("accounts").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("expects")[0].GetProperty("holds").ValueKind);
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();

    private string At(string file) => Path.Combine(folder, file);
}
