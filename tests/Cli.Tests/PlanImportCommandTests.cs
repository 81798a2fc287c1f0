using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bailiwick.Cli.Tests;

/// <summary>Territories of other systems become a plan, called as a person calls it.</summary>
public sealed partial class PlanImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-plan-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task A_Salesforce_model_becomes_a_plan_and_what_has_no_equivalent_is_told(string language)
    {
        using var call = new CalledProgram();

        int exit = await call.RunAsync("plan", "import", Repository.Sample("territory2"), "--out", At("plan.yaml"), "--lang", language, "--workspace", At("none"));

        // A condition of the model has no equivalent.
        Assert.Equal(Outcome.ProblemsInInput, exit);
        Golden.Check(Tidy(call.Results), $"plan-import.{language}.txt");
        Golden.Check(File.ReadAllText(At("plan.yaml")), $"plan-import.{language}.yaml");
        Assert.False(Directory.Exists(At("none")));
    }

    [Fact]
    public async Task The_plan_of_the_sample_model_answers_accounts_counted_by_hand()
    {
        await Run(Outcome.ProblemsInInput, "plan", "import", Repository.Sample("territory2"), "--out", At("plan.yaml"));
        File.WriteAllText(At("accounts.csv"), """
            Id,Name,Type,BillingCity,BillingCountryCode,BillingStateCode,BillingPostalCode,NumberOfEmployees,Industry,Beds__c
            001A,By name,,Oakland,US,CA,94601,5,,
            001C,Of a rule,,Oakland,US,CA,94601,5,,
            002,Reno,,Reno,US,NV,89501,499,,
            003,Reno large,,Reno,US,NV,89501,500,,
            004,Canada,,Vancouver,CA,BC,V5K 0A1,900,,
            005,Competitor,Competitor,New York,US,NY,10001,1,,
            006,Stamford,Prospect,Stamford,US,CT,06830,1,,
            007,Clinic,,Dallas,US,TX,75001,1,Healthcare,101
            008,Small clinic,,Dallas,US,TX,75001,1,Healthcare,100

            """);

        JsonElement counts = await Run(Outcome.Well, "assign", "--plan", At("plan.yaml"), "--accounts", At("accounts.csv"), "--out", At("out.csv"));

        Assert.Equal(9, counts.GetProperty("accounts").GetInt32());
        Assert.Equal(
            [
                "001A Core Bay_Area", "001A Named Key_Accounts", "001C Core Bay_Area", "002 Core West", "003 Core West_Enterprise", "006 Core East", "007 Core Health",
            ],
            File.ReadAllLines(At("out.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[2].Length > 0).Select(cells => $"{cells[0]} {cells[1]} {cells[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_table_of_postal_codes_becomes_a_plan_with_its_list_that_the_check_accepts()
    {
        File.WriteAllText(At("zips.csv"), "territory,postal code\n" + string.Concat(Enumerable.Range(100, 21).Select(code => $"North,{code}00\n")) + "South,80000\n");

        JsonElement made = await Run(Outcome.Well, "plan", "import", At("zips.csv"), "--out", At("deep/plan.yaml"), "--name", "Postal", "--layer", "field");
        JsonElement check = await Run(Outcome.Well, "plan", "check", At("deep/plan.yaml"));

        Assert.Equal(("Postal", "lists/North-postal.csv"), (made.GetProperty("plan").GetString(), made.GetProperty("lists")[0].GetString()));
        Assert.Equal(21, File.ReadAllLines(At("deep/lists/North-postal.csv")).Length);
        Assert.Equal(("field", 2), (check.GetProperty("layers")[0].GetProperty("layer").GetString(), check.GetProperty("layers")[0].GetProperty("territories").GetArrayLength()));
    }

    [Fact]
    public async Task Nothing_to_read_writes_nothing()
    {
        Directory.CreateDirectory(At("empty"));

        JsonElement refused = await Run(Outcome.ProblemsInInput, "plan", "import", At("empty"), "--out", At("plan.yaml"));

        Assert.Equal("plan-import.nothing-to-read", refused.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.False(File.Exists(At("plan.yaml")));
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("file").ValueKind);
    }

    [Fact]
    public async Task A_plan_goes_to_Salesforce_and_its_accounts_are_associated_where_no_rule_can()
    {
        string plan = Repository.Sample("plans/by-industry.yaml");
        string accounts = Repository.Sample("two-towns/accounts.csv");

        JsonElement alone = await Run(Outcome.Well, "export", "territory2", "--plan", plan, "--out", At("alone"));
        JsonElement whole = await Run(Outcome.Well, "export", "territory2", "--plan", plan, "--accounts", accounts, "--out", At("whole"), "--model", "Towns");
        JsonElement again = await Run(Outcome.ProblemsInInput, "export", "territory2", "--plan", plan, "--out", At("whole"));

        // Software is asked by code alone, and nothing before it can take such an account.
        Assert.Equal(["electronics", "manufacturing", "rest"], whole.GetProperty("byAssociation").EnumerateArray().Select(territory => territory.GetString()!));
        Assert.Contains("plan-export.accounts-missing", alone.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()));
        Assert.True(File.Exists(At("whole/metadata/territory2Models/Towns/territories/software.territory2")));
        Assert.Equal(4, File.ReadAllLines(At("whole/ObjectTerritory2Association.csv")).Length - 1);
        Assert.Contains("A-1,manufacturing,Territory2Manual", File.ReadAllLines(At("whole/ObjectTerritory2Association.csv")));
        Assert.Equal("plan-export.folder-not-empty", again.GetProperty("problems").EnumerateArray().Last().GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--field", "Tier__c")]
    [InlineData("--object", "Contact")]
    public async Task Wrong_use_is_refused(string option, string value)
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.WrongUse, await call.RunAsync("plan", "import", folder, "--out", At("plan.yaml"), option, value));
    }

    private async Task<JsonElement> Run(int expected, params string[] args)
    {
        using var call = new CalledProgram();
        int exit = await call.RunAsync([.. args, "--json", "--workspace", At("workspace")]);
        Assert.True(exit == expected, $"exit {exit}: {call.Results}{call.Remarks}");
        return JsonDocument.Parse(call.Results).RootElement;
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Tidy(string text) => Colour().Replace(text, "").Replace(folder, "OUT", StringComparison.Ordinal).Replace(Repository.Samples, "samples", StringComparison.Ordinal);

    [GeneratedRegex("\e\\[[0-9;]*m", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
