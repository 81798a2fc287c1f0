using Bailiwick.Territories.Sql;

namespace Bailiwick.Workbench;

/// <summary>A plan's SQL as a script for one database. The queries are the same for all; only the way to load a file differs.</summary>
public static class PlanSqlScript
{
    /// <summary>The databases, as <c>--dialect</c> names them.</summary>
    public static IReadOnlyList<string> Dialects { get; } = ["duckdb", "postgresql"];

    /// <summary>Statements that make the table and load the file that <c>assign --normalised</c> wrote.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dialect">One of <see cref="Dialects"/>.</param>
    /// <param name="file">The file.</param>
    public static string Load(PlanSql plan, string dialect, string file)
    {
        string quoted = Rules.Sql.SqlText.Quote(file);
        return dialect switch
        {
            "duckdb" => $"{plan.CreateTable};\nCOPY {PlanSql.Table} FROM {quoted} (FORMAT csv, HEADER);\n",
            "postgresql" => $"{plan.CreateTable};\n\\copy {PlanSql.Table} from {quoted} with (format csv, header)\n",
            _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "not a dialect"),
        };
    }
}
