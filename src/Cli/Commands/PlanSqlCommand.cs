using System.CommandLine;
using Bailiwick.Measures;
using Bailiwick.Territories.Sql;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan sql FILE</c>: the layers of a plan as queries for a warehouse.</summary>
internal sealed class PlanSqlCommand : ICommand
{
    private readonly Argument<string> plan = new("FILE");
    private readonly Option<string> layer = new("--layer") { HelpName = "NAME" };
    private readonly Option<string> dialect = new("--dialect") { HelpName = string.Join('|', PlanSqlScript.Dialects) };
    private readonly Option<string> table = new("--normalised") { HelpName = "CSV" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Show(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file", "方案檔案").In(language);
        layer.Description = new Text("one layer; by default all, in the plan's order", "只輸出一個層；預設依方案順序全部輸出").In(language);
        dialect.Description = new Text("begin with the statements that make and load the table; the queries are the same for both", "先輸出建立與載入資料表的語句；兩種資料庫的查詢相同").In(language);
        dialect.AcceptOnlyFromAmong([.. PlanSqlScript.Dialects]);
        table.Description = new Text("with --dialect: the file that assign --normalised wrote; by default normalised.csv", "搭配 --dialect：assign --normalised 輸出的檔案；預設 normalised.csv").In(language);
        return new Command("sql", new Text("the layers of a plan as SQL for DuckDB and PostgreSQL", "將方案的層轉為 DuckDB 與 PostgreSQL 可用的 SQL").In(language)) { plan, layer, dialect, table };
    }

    private Outcome Show(Invocation call)
    {
        string file = call.Value(plan)!;
        if (!File.Exists(file))
        {
            return Outcome.Refused([PlanReference.Unknown(file)], call.Language);
        }

        var work = new NormaliseAccounts(file, WorkspaceAtlas.House(), call.Terminal.Clock);
        if (work.Sql is not { } sql)
        {
            return Outcome.Refused(work.Problems, call.Language);
        }

        LayerSql[] layers = [.. sql.Layers.Where(each => call.Value(layer) is not { } wanted || wanted == each.Layer.Name)];
        if (call.Value(layer) is { } unknown && layers.Length == 0)
        {
            return Outcome.Refused([PlanReference.NoLayer(unknown, sql)], call.Language);
        }

        string load = call.Value(dialect) is { } wished ? PlanSqlScript.Load(sql, wished, call.Value(table) ?? "normalised.csv") : "";
        return new Outcome(
            new
            {
                columns = sql.Columns.Select(column => new { column.Name, type = column.SqlTypeName }),
                createTable = sql.CreateTable,
                layers = layers.Select(each => new { layer = each.Layer.Name, each.Select }),
                problems = work.Problems.Select(ProblemView.Of),
            },
            // Written as it is, so that it can be piped into a database.
            console => console.Profile.Out.Writer.Write(load + string.Concat(layers.Select(each => $"{each.Select};\n"))));
    }
}
