using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;

namespace Bailiwick.Cli.Tests;

/// <summary><c>assign</c> as a person uses it.</summary>
public sealed class AssignCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-assign-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Parquet_in_and_out_gives_the_rows_of_csv_in_their_order()
    {
        File.WriteAllText(At("plan.yaml"), """
            plan: By size
            layers:
              - layer: core
                territories:
                  - { id: named, accounts: [A7, A29999] }
                  - { id: large, where: employees >= 500 }
                  - { id: north, where: 'country = "TW" and city in ("台北市", "Keelung")' }
                  - { id: rest, where: otherwise }
              - layer: overlay
                scope: country = "US"
                territories: [{ id: big, where: employees > 900 }]
            """);
        string[] cities = ["台北市", "Keelung", "", "Reno"];
        File.WriteAllText(At("customers of 2027.csv"), "id,country,city,employees\n" + string.Concat(Enumerable.Range(0, 30_000).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"A{row},{(row % 3 == 0 ? "US" : "TW")},{cities[row % 4]},{row * 7 % 1000}\n"))));
        Run($"COPY (SELECT * FROM read_csv('{At("customers of 2027.csv")}')) TO '{At("in.parquet")}' (FORMAT parquet, ROW_GROUP_SIZE 10000)");

        JsonElement csv = await Assign(Outcome.Well, "--accounts", At("customers of 2027.csv"), "--out", At("out.csv"), "--runner-up");
        JsonElement parquet = await Assign(Outcome.Well, "--accounts", At("in.parquet"), "--out", At("out.parquet"), "--runner-up");
        Run($"COPY (SELECT * REPLACE (nullif(path, '') AS path) FROM read_parquet('{At("out.parquet")}')) TO '{At("again.csv")}' (HEADER)");

        string[] lines = File.ReadAllLines(At("out.csv"));
        Assert.Equal("account,layer,territory,rule,path,runner_up", lines[0]);
        Assert.Equal(60_001, lines.Length);
        Assert.Equal(["A7,core,named,named,named,rest", "A7,overlay,,out_of_scope,,"], lines[15..17]);
        Assert.Equal(["A120,core,large,where,large,rest", "A120,overlay,,gap,,"], lines[241..243]);
        Assert.Equal(lines, File.ReadAllLines(At("again.csv")));
        Assert.Equal(30_000, csv.GetProperty("accounts").GetInt64());
        Assert.Equal(csv.GetProperty("answers").ToString(), parquet.GetProperty("answers").ToString());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_told_with_its_line_and_kept_apart()
    {
        File.WriteAllText(At("plan.yaml"), "plan: P\nlayers: [{ layer: core, territories: [{ id: large, where: employees >= 500 }, { id: rest, where: otherwise }] }]\n");
        File.WriteAllText(At("accounts.csv"), "id,employees,since\nA,600,\nB,many,\n,7,\nC,12,not a day\n");

        JsonElement told = await Assign(Outcome.ProblemsInInput, "--accounts", At("accounts.csv"), "--out", At("out.csv"), "--rejects", At("rejects.csv"));

        // No rule asks for the day, so nobody minds it.
        Assert.Equal(["account,layer,territory,rule,path", "A,core,large,where,large", "C,core,rest,otherwise,rest"], File.ReadAllLines(At("out.csv")));
        Assert.Equal(2, told.GetProperty("rejected").GetInt64());
        Assert.Equal([3, 4], told.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("line").GetInt32()));
        Assert.Equal(["B,many,", ",7,"], File.ReadAllLines(At("rejects.csv")).Skip(1).Select(line => line[..(line.IndexOf(',', line.IndexOf(',', StringComparison.Ordinal) + 1) + 1)]));
    }

    [Fact]
    public async Task Leads_go_by_rules_and_by_the_names_of_their_accounts()
    {
        File.WriteAllText(At("plan.yaml"), "plan: P\nlayers: [{ layer: core, territories: [{ id: key, accounts: [A-4] }, { id: web, where: 'product = \"P-1\"' }, { id: rest, where: otherwise }] }]\n");
        File.WriteAllText(At("new.csv"), "id,account,product,source\nL-1,,P-1,web\nL-2,A-4,P-1,web\nL-3,,,fair\n");

        await Assign(Outcome.Well, "--leads", At("new.csv"), "--out", At("out.csv"));

        Assert.Equal(["L-1,core,web,where,web", "L-2,core,key,named,key", "L-3,core,rest,otherwise,rest"], File.ReadAllLines(At("out.csv")).Skip(1));
    }

    private static void Run(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<JsonElement> Assign(int expected, params string[] arguments)
    {
        using var call = new CalledProgram();
        int code = await call.RunAsync(["assign", "--plan", At("plan.yaml"), .. arguments, "--json"]);
        Assert.True(code == expected, call.Results);
        return JsonDocument.Parse(call.Results).RootElement;
    }

    private string At(string name) => Path.Combine(folder, name);
}
