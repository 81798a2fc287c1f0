using System.Text.RegularExpressions;

namespace Bailiwick.Cli.Tests;

/// <summary><c>plan diff --regions</c> as a person calls it.</summary>
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

        Assert.Equal(0, await call.RunAsync("plan", "diff", At("before.yaml"), At("after.yaml"), "--regions", "--workspace", At("none"), "--lang", language));

        Golden.Check(Colour().Replace(call.Results, ""), $"plan-diff.{language}.txt");
    }

    [Fact]
    public async Task What_changes_hands_is_told_as_json()
    {
        using var call = new CalledProgram();

        Assert.Equal(0, await call.RunAsync("plan", "diff", At("before.yaml"), At("after.yaml"), "--regions", "--workspace", At("none"), "--json"));

        Golden.Check(call.Results, "plan-diff.json");
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_ends_with_its_problems()
    {
        using var call = new CalledProgram();
        File.WriteAllText(At("wrong.yaml"), "plan: Wrong\nlayers: 7\n");

        Assert.Equal(1, await call.RunAsync("plan", "diff", At("before.yaml"), At("wrong.yaml"), "--regions", "--workspace", At("none")));

        Assert.Contains("wrong.yaml", call.Results, StringComparison.Ordinal);
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();

    private string At(string file) => Path.Combine(folder, file);
}
