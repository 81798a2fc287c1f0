using System.Text.Json;

namespace Bailiwick.Cli.Tests;

/// <summary>A company's industry codes, called as a person calls them: kept, listed, and by their tree in every command that asks a rule.</summary>
public sealed class CodesCommandTests : IDisposable
{
    private const string Plan = """
        plan: By industry
        layers:
          - layer: core
            territories:
              - { id: health, where: industry under "Q" }
              - { id: rest, where: otherwise }
        expect:
          - { with: { industry: 8610, industry_scheme: TW-2021 }, layer: core, is in: health }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-codes-").FullName;

    public CodesCommandTests()
    {
        File.WriteAllText(At("tw-2021.csv"), "code,parent,title,title_zh\nQ,,Health,醫療保健及社會工作服務業\n86,Q,Human health,醫療保健業\n861,86,Hospitals,醫院\n8610,861,Hospitals,醫院\n");
        File.WriteAllText(At("broken.csv"), "code,parent\nQ,\n86,R\n");
        File.WriteAllText(At("accounts.csv"), "id,name,industry,industry_scheme\nA1,Clinic,8610,TW-2021\nA2,Shop,4711,TW-2021\nA3,Elsewhere,8610,SIC\n");
        File.WriteAllText(At("plan.yaml"), Plan);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Codes_of_a_kept_scheme_lie_in_its_tree_in_every_command()
    {
        await Call(Outcome.ProblemsInInput, "plan", "check", At("plan.yaml")); // no letter begins a number
        JsonElement kept = await Call(Outcome.Well, "codes", "import", At("tw-2021.csv"));
        JsonElement listed = Assert.Single((await Call(Outcome.Well, "codes", "list")).GetProperty("schemes").EnumerateArray());
        JsonElement import = await Call(Outcome.Well, "import", At("accounts.csv"));

        Assert.True(kept.GetProperty("kept").GetBoolean());
        Assert.Equal(("tw-2021", 4, 4), (listed.GetProperty("id").GetString(), listed.GetProperty("codes").GetInt32(), listed.GetProperty("levels").GetInt32()));
        Assert.Contains("import.code-not-in-scheme", import.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("A3", import.ToString(), StringComparison.Ordinal);
        await Call(Outcome.Well, "plan", "check", At("plan.yaml"));
        await Call(Outcome.Well, "assign", "--plan", At("plan.yaml"), "--accounts", At("accounts.csv"), "--out", At("out.csv"));
        Assert.Equal(["A1,core,health,where,health", "A2,core,rest,otherwise,rest", "A3,core,rest,otherwise,rest"], File.ReadAllLines(At("out.csv")).Skip(1));
        await Call(Outcome.Well, "plan", "publish", At("plan.yaml"));
        Assert.Contains("\"health\"", (await Call(Outcome.Well, "explain", "A1")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_keeps_nothing_and_a_broken_list_is_refused_with_its_line()
    {
        JsonElement good = await Call(Outcome.Well, "codes", "check", At("tw-2021.csv"));
        Assert.False(Directory.Exists(At("workspace")));
        JsonElement refused = await Call(Outcome.ProblemsInInput, "codes", "import", At("broken.csv"));

        Assert.Equal(("tw-2021", false), (good.GetProperty("scheme").GetProperty("id").GetString(), good.GetProperty("kept").GetBoolean()));
        JsonElement problem = Assert.Single(refused.GetProperty("problems").EnumerateArray());
        Assert.Equal(("import.no-code-above", 3), (problem.GetProperty("code").GetString(), problem.GetProperty("line").GetInt32()));
        Assert.Empty((await Call(Outcome.Well, "codes", "list")).GetProperty("schemes").EnumerateArray());
    }

    private string At(string name) => Path.Combine(folder, name);

    private async Task<JsonElement> Call(int expected, params string[] args)
    {
        using var call = new CalledProgram();
        int exit = await call.RunAsync([.. args, "--json", "--workspace", At("workspace")]);
        Assert.True(exit == expected, $"{string.Join(' ', args)}: {exit}\n{call.Results}\n{call.Remarks}");
        return JsonDocument.Parse(call.Results).RootElement;
    }
}
