using System.Text.Json;

namespace Bailiwick.Cli.Tests;

/// <summary>Two towns from files to a staffed, published plan and out again.</summary>
public sealed class StaffAndExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-two-towns-").FullName;

    public StaffAndExportTests()
    {
        Write("accounts.csv", """"
            id,name,country,subdivision,city,postal,longitude,latitude,type,employees,revenue,currency,products,since,phone
            A1,Taipei Tools,TW,TW-TPE,Taipei,110,121.56,25.03,B2B,12,1000.5,TWD,bell;bike,2024-01-02,+886-2-1
            A2,"'=Kaohsiung, ""Ltd""",TW,TW-KHH,Kaohsiung,800,120.31,22.63,B2B,,,,,,
            A3,-Minus,TW,TW-KHH,Kaohsiung,00800,120.32,22.64,B2B,3,-5,TWD,,,'plain
            """");
        Write("sales.csv", """
            id,account,date,amount,currency
            S1,A1,2026-01-05,100,TWD
            S2,A2,2026-02-05,300,TWD
            """);
        Write("reps.csv", """
            id,name,home_longitude,home_latitude
            r-north,Lin,121.5,25
            r-south,Chen,120.3,22.6
            r-east,Wu,121.6,23.98
            """);
        Write("plan.yaml", """
            plan: Two towns   # kept as written
            effective: 2026-01-01
            layers:
              - layer: core
                scope: type = "B2B"
                territories:
                  - { id: south, name: South, where: 'subdivision = "TW-KHH"' }
                  - { id: north, name: North, where: 'subdivision = "TW-TPE"' }
            """);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Reps_go_to_the_nearest_town_and_the_plan_says_so()
    {
        await Run("import", At("accounts.csv"), At("sales.csv"), At("reps.csv"));

        JsonElement staffed = await Run("staff", "--plan", At("plan.yaml"), "--out", At("staffed.yaml"));

        Assert.True(staffed.GetProperty("optimal").GetBoolean());
        Assert.Equal(["south r-south", "north r-north"], staffed.GetProperty("choices").EnumerateArray().Select(choice => $"{choice.GetProperty("territory")} {choice.GetProperty("rep")}"));
        Assert.Equal("r-east", staffed.GetProperty("unassigned")[0].GetProperty("rep").GetString());
        string text = File.ReadAllText(At("staffed.yaml"));
        Assert.Contains("Two towns   # kept as written", text, StringComparison.Ordinal);
        Assert.Contains("{ territory: north, owner: r-north }", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_plan_comes_out_as_owners_territories_and_a_map()
    {
        await Run("import", At("accounts.csv"), At("sales.csv"), At("reps.csv"));
        await Run("staff", "--plan", At("plan.yaml"), "--out", At("staffed.yaml"));
        await Run("plan", "publish", At("staffed.yaml"));

        await Run("export", "owners", "--out", At("owners.csv"), "--no-bom");
        await Run("export", "territories", "--out", At("territories.csv"), "--no-bom");
        await Run("export", "territories", "--out", At("territories.geojson"), "--boundaries", "tw-counties");
        await Run("export", "areas", "--out", At("areas.geojson"), "--boundaries", "tw-counties");

        Assert.Equal(
            "account,name,layer,territory,rep,rule,path,from\r\nA1,Taipei Tools,core,north,r-north,where,north,2026-01-01\r\n",
            string.Concat(File.ReadAllText(At("owners.csv")).Split('\n').Take(2).Select(line => line + "\n")));
        Assert.Equal(
            "layer,territory,name,parent,rep,rep_name,accounts,customers,revenue_12_months_TWD,share,balance\r\n"
            + "core,south,South,,r-south,Chen,2,1,300,0.75,1.5\r\n"
            + "core,north,North,,r-north,Lin,1,1,100,0.25,0.5\r\n",
            File.ReadAllText(At("territories.csv")));
        Assert.Equal(["MultiPolygon", "MultiPolygon"], Features("territories.geojson").Select(feature => feature.GetProperty("geometry").GetProperty("type").GetString()));
        Assert.Single(Features("areas.geojson"), feature => feature.GetProperty("properties").GetProperty("rep").GetString() == "r-north");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Accounts_that_are_exported_and_imported_are_the_same(string format)
    {
        await Run("import", At("accounts.csv"));
        string file = Path.Combine(Directory.CreateDirectory(At("out")).FullName, $"accounts.{format}");
        await Run("export", "accounts", "--out", file);
        await Run("export", "accounts", "--out", At("once.csv"));

        JsonElement again = await Run("import", file);
        await Run("export", "accounts", "--out", At("twice.csv"));

        Assert.Contains("'+886-2-1", File.ReadAllText(At("once.csv")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(At("once.csv")), File.ReadAllText(At("twice.csv")));
        Assert.Equal(3, again.GetProperty("tables")[0].GetProperty("same").GetInt32());
    }

    [Fact]
    public async Task Without_a_plan_in_force_there_are_no_territories()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.ProblemsInInput, await call.RunAsync("export", "territories", "--out", At("t.csv"), "--workspace", At("workspace")));
        Assert.Contains("No plan is in force", call.Results, StringComparison.Ordinal);
        Assert.False(File.Exists(At("t.csv")));
    }

    [Fact]
    public async Task A_name_that_tells_no_format_is_wrong_use()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.WrongUse, await call.RunAsync("export", "accounts", "--out", At("accounts.doc"), "--workspace", At("workspace")));
    }

    private string At(string name) => Path.Combine(folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text + "\n");

    private JsonElement[] Features(string name) => [.. JsonDocument.Parse(File.ReadAllText(At(name))).RootElement.GetProperty("features").EnumerateArray()];

    private async Task<JsonElement> Run(params string[] args)
    {
        using var call = new CalledProgram();
        int exit = await call.RunAsync([.. args, "--json", "--workspace", At("workspace")]);
        Assert.True(exit == Outcome.Well, $"{string.Join(' ', args)}: {exit}\n{call.Results}\n{call.Remarks}");
        return JsonDocument.Parse(call.Results).RootElement;
    }
}
