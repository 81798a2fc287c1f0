using System.Text.Json;

namespace Bailiwick.Cli.Tests;

public sealed class AlignCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("align-").FullName;

    private string Plan => Path.Combine(folder, "plan.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Four_towns_are_shared_out_and_the_result_is_written()
    {
        Write(weight: [1, 1, 1, 1]);
        string result = Path.Combine(folder, "result.json");
        using var call = new CalledProgram();

        int exit = await call.RunAsync("align", folder, "--out", Plan, "--result", result, "--objective", "cut_edges", "--iterations", "2000", "--json");

        Assert.Equal(Outcome.Well, exit);
        string[] rows = File.ReadAllLines(Plan);
        Assert.Equal("id,district", rows[0]);
        Assert.Equal(2, rows[1..].Select(row => row[^1]).Distinct().Count());
        Assert.Equal(call.Results.TrimEnd(), File.ReadAllText(result));
        JsonElement json = JsonDocument.Parse(call.Results).RootElement;
        Assert.Equal(1, json.GetProperty("value").GetDouble());
        Assert.True(json.GetProperty("feasible").GetBoolean() && json.GetProperty("contiguous").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("lowerBoundAny").ValueKind);
        Assert.NotEmpty(json.GetProperty("boundReason").GetString()!);
        Assert.Equal(1, json.GetProperty("seed").GetInt32());
    }

    [Theory]
    [InlineData("en", "Proven: no plan is better.")]
    [InlineData("zh-TW", "已證明：沒有更好的方案。")]
    public async Task A_plan_that_meets_its_bound_is_called_proven(string language, string said)
    {
        Write(weight: [1, 1, 1, 1]);
        using var call = new CalledProgram();
        string result = Path.Combine(folder, "result.json");

        Assert.Equal(Outcome.Well, await call.RunAsync("align", folder, "--out", Plan, "--result", result, "--iterations", "2000", "--lang", language));

        Assert.Contains(said, call.Results, StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(File.ReadAllText(result)).RootElement;
        Assert.True(json.GetProperty("optimal").GetBoolean());
        Assert.Equal(json.GetProperty("value").GetDouble(), json.GetProperty("lowerBoundAny").GetDouble());
        Assert.Equal(0, json.GetProperty("gap").GetDouble());
    }

    [Fact]
    public async Task Without_a_feasible_plan_there_is_no_plan_file_and_the_missed_limits_are_measured()
    {
        Write(weight: [9, 1, 1, 1]);
        File.WriteAllText(Plan, "an older plan");
        using var call = new CalledProgram();

        int exit = await call.RunAsync("align", folder, "--out", Plan, "--iterations", "2000", "--json");

        Assert.Equal(Outcome.ProblemsInInput, exit);
        Assert.False(File.Exists(Plan));
        JsonElement json = JsonDocument.Parse(call.Results).RootElement;
        Assert.True(json.GetProperty("infeasible").GetBoolean());
        Assert.Equal([3, 3], json.GetProperty("relax").EnumerateArray().Select(miss => miss.GetProperty("by").GetInt32()));
        Assert.Equal("alignment.unit-heavier-than-limit", json.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--objective", "beauty")]
    [InlineData("--seconds", "0")]
    [InlineData("--iterations", "0")]
    [InlineData("--threads", "0")]
    [InlineData("--seconds", "1", "--iterations", "5")]
    public async Task Options_out_of_range_are_wrong_use(params string[] options)
    {
        Write(weight: [1, 1, 1, 1]);
        using var call = new CalledProgram();

        Assert.Equal(Outcome.WrongUse, await call.RunAsync(["align", folder, "--out", Plan, .. options]));
        Assert.False(File.Exists(Plan));
    }

    [Fact]
    public async Task A_folder_without_files_is_a_problem_of_the_input()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.ProblemsInInput, await call.RunAsync("align", folder, "--out", Plan));
        Assert.Contains("units.csv", call.Results);
    }

    [Theory]
    [InlineData("10%", 0.1)]
    [InlineData("10 %", 0.1)]
    [InlineData("0.05", 0.05)]
    [InlineData("0", 0.0)]
    [InlineData("100%", 1.0)]
    [InlineData("101%", null)]
    [InlineData("-1%", null)]
    [InlineData("ten", null)]
    public void A_tolerance_is_read_as_people_write_it(string text, double? share) => Assert.Equal(share, Commands.ShareText.TryRead(text));

    private void Write(int[] weight)
    {
        File.WriteAllLines(Path.Combine(folder, "units.csv"), weight.Select((each, unit) => $"{unit},{each},{unit * 1000},0").Prepend("id,weight,x,y"));
        File.WriteAllText(Path.Combine(folder, "edges.csv"), "a,b\n0,1\n1,2\n2,3\n");
        File.WriteAllText(Path.Combine(folder, "instance.json"), """{ "k": 2, "tolerance": 0 }""");
    }
}
