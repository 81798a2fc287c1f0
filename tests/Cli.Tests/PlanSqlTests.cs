using System.Text.Json;
using DuckDB.NET.Data;

namespace Bailiwick.Cli.Tests;

/// <summary><c>plan sql</c> and <c>assign --normalised</c> as a person uses them: the files go into DuckDB, and its answers are those of <c>assign</c>.</summary>
public sealed class PlanSqlTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-plan-sql-").FullName;

    public static TheoryData<string> Plans => [.. Directory.EnumerateFiles(Repository.Sample("plans"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, MemberData(nameof(Plans))]
    public async Task DuckDB_answers_like_assign(string plan)
    {
        string file = Repository.Sample($"plans/{plan}");
        string accounts = Repository.Sample("two-towns/accounts.csv");
        using var asked = new CalledProgram();
        using var call = new CalledProgram();
        Assert.Equal(0, await asked.RunAsync("plan", "sql", file, "--dialect", "duckdb", "--normalised", At("n.csv")));
        Assert.Equal(0, await call.RunAsync("assign", "--plan", file, "--accounts", accounts, "--out", At("out.csv")));
        Assert.Equal(0, await call.RunAsync("assign", "--plan", file, "--accounts", accounts, "--normalised", At("n.csv")));

        Assert.Equal(File.ReadLines(At("out.csv")).Skip(1).Order(StringComparer.Ordinal), Ask(asked.Results).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_could_run_is_written_as_it_is()
    {
        await File.WriteAllTextAsync(At("plan.yaml"), """
            plan: Odd
            layers: [{ layer: core, territories: [{ id: minus, where: 'name starts with "-" or fleet > 1' }] }]
            fields: { fleet: number }
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("accounts.csv"), "id,name,fleet\n=1,-Minus,-2.5\n", TestContext.Current.CancellationToken);
        using var call = new CalledProgram();
        Assert.Equal(0, await call.RunAsync("assign", "--plan", At("plan.yaml"), "--accounts", At("accounts.csv"), "--normalised", At("n.csv")));

        Assert.Equal(["account,core_override,core_named,name,fleet", "=1,,,-minus,-2.5"], await File.ReadAllLinesAsync(At("n.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_layer_is_written_when_asked_and_an_unknown_one_is_a_problem()
    {
        string file = Repository.Sample("plans/combined.yaml");
        using var one = new CalledProgram();
        using var none = new CalledProgram();
        Assert.Equal(0, await one.RunAsync("plan", "sql", file, "--layer", "core", "--json"));
        Assert.Equal(1, await none.RunAsync("plan", "sql", file, "--layer", "care"));

        using var said = JsonDocument.Parse(one.Results);
        Assert.Equal("core", Assert.Single(said.RootElement.GetProperty("layers").EnumerateArray()).GetProperty("layer").GetString());
        Assert.Contains("no layer care", none.Results + none.Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_writes_answers_or_the_normalised_table()
    {
        using var call = new CalledProgram();

        Assert.Equal(2, await call.RunAsync("assign", "--plan", Repository.Sample("plans/combined.yaml"), "--accounts", Repository.Sample("two-towns/accounts.csv")));
    }

    private string At(string file) => Path.Combine(folder, file);

    private static IEnumerable<string> Ask(string script)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        foreach (string statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
        {
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = statement;
            if (!statement.StartsWith("WITH", StringComparison.Ordinal))
            {
                command.ExecuteNonQuery();
                continue;
            }

            using DuckDBDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                yield return string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(field => reader.IsDBNull(field) ? "" : reader.GetString(field)));
            }
        }
    }
}
