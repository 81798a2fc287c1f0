using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Apache.Arrow.Ipc;
using Bailiwick.Geography;
using Bailiwick.Import;
using Bailiwick.Import.Export;
using Bailiwick.Market;
using Bailiwick.Speed.Skewed;
using Bailiwick.Territories.Tests.Sql;
using Bailiwick.Workbench;
using DuckDB.NET.Data;
using ParquetSharp.Arrow;

namespace Bailiwick.Speed.Benches;

/// <summary>Files of accounts through plans, file to file, beside a bare scan of the same columns and beside those who answer by rules.</summary>
internal sealed class AssignBench : IBench
{
    private const int Rows = 5_000_000;

    public string Name => "assign";

    public string Title => "Files of 5 million accounts through plans to files of answers, beside a bare scan of the same columns; and the same rules as SQL and as compiled predicates.";

    public void Run(BenchPlace place, BenchResults results)
    {
        string csv = Files(place);
        string parquet = Path.ChangeExtension(csv, ".parquet");
        Atlas atlas = WorkspaceAtlas.House();
        Took scan = default;
        Took scanCsv = default;
        for (int run = 0; run < 2; run++)
        {
            scan = Took.By(() => ScanParquet(parquet));
            scanCsv = Took.By(() => ScanCsv(csv));
        }

        results.Add("bare scan, Parquet, 11 columns by dictionary", scan, Rows, "rows");
        results.Add("bare scan, CSV, bytes and line ends", scanCsv, Rows, "rows");
        results.Add("accounts", string.Create(CultureInfo.InvariantCulture, $"{Rows:#,0} rows · {new FileInfo(csv).Length:#,0} bytes"), $"SHA-256 of the CSV file {HashOf(csv)}");
        foreach (int territories in (ReadOnlySpan<int>)[100, 1_000, 10_000])
        {
            string plan = Plan(place, territories);
            SkewedTerritory[] made = [.. SkewedPlans.Make(SkewedKind.Whole, territories)];
            results.Add(
                string.Create(CultureInfo.InvariantCulture, $"{territories:#,0} territories, as made"),
                string.Create(CultureInfo.InvariantCulture, $"{made.Length:#,0} territories · {made.Sum(each => each.Boxes.Length):#,0} boxes · {made.Sum(each => each.Named.IsEmpty ? 0 : each.Named.Length):#,0} named accounts"),
                $"SHA-256 of the plan file {HashOf(plan)}");
            string name = string.Create(CultureInfo.InvariantCulture, $"{territories:#,0} territories");
            var work = new AssignAccounts(plan, atlas, TimeProvider.System);
            Took cold = Took.By(() => Assign(new AssignAccounts(plan, atlas, TimeProvider.System), parquet, place, ".parquet"));
            Assign(work, parquet, place, ".parquet");
            // The plan is ready when its diagram stands, or never will.
            SpinWait.SpinUntil(() => work.Engines.All(engine => engine.DiagramBytes is not null || engine.DiagramLimit is not null));
            Took warm = Took.By(() => Assign(work, parquet, place, ".parquet"));
            results.Add($"{name}, Parquet to Parquet", warm, Rows, "rows", $"{warm.Beside(scan, "the bare scan")}; with reading and compiling the plan {cold.Elapsed.TotalSeconds:0.0} s");
            Took text = Took.By(() => Assign(work, csv, place, ".csv"));
            results.Add($"{name}, CSV to CSV", text, Rows, "rows", text.Beside(scanCsv, "the bare scan"));
        }

        results.AddPeakMemory("at the end of files");
        foreach ((int territories, int rows) in (ReadOnlySpan<(int, int)>)[(100, 200_000), (1_000, 20_000), (10_000, 2_000)])
        {
            Peers(place, results, csv, (territories, rows));
        }
    }

    private static void Assign(AssignAccounts work, string file, BenchPlace place, string ending)
    {
        var wish = new AssignWish(Accounts.Table);
        using MarketFiles source = MarketFiles.Open([file], new ImportOptions { Table = Accounts.Table, Columns = work.Columns, Currency = "USD" });
        string answers = Path.Combine(place.Scratch, "answers" + ending);
        if (ExportFile.WriteColumns(answers, AssignAccounts.NamesOf(withRunnersUp: false), work.Answers(source, wish, null, CancellationToken.None), batch => batch()) is [{ } problem, ..])
        {
            throw new InvalidOperationException(problem.ToString());
        }

        File.Delete(answers);
    }

    private static string HashOf(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
    }

    private static void ScanParquet(string file)
    {
        using ArrowReaderProperties properties = ArrowReaderProperties.GetDefault();
        properties.UseThreads = true;
        int[] columns;
        using (var schema = new FileReader(file, null, null))
        {
            SchemaField[] asked = [.. schema.SchemaManifest.SchemaFields.Where(field => field.Field.Name != "name")];
            columns = [.. asked.Select(field => field.ColumnIndex)];
            foreach (SchemaField field in asked.Where(field => field.Field.DataType is Apache.Arrow.Types.StringType && field.Field.Name != "id"))
            {
                properties.SetReadDictionary(field.ColumnIndex, true);
            }
        }

        using var reader = new FileReader(file, null, properties);
        using IArrowArrayStream batches = reader.GetRecordBatchReader(null, columns);
        long rows = 0;
        while (batches.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult() is { } batch)
        {
            rows += batch.Length;
            batch.Dispose();
        }

        if (rows != Rows)
        {
            throw new InvalidOperationException($"{rows} rows");
        }
    }

    private static void ScanCsv(string file)
    {
        using FileStream stream = File.OpenRead(file);
        var buffer = new byte[1 << 20];
        long lines = 0;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        if (lines != Rows + 1)
        {
            throw new InvalidOperationException($"{lines} lines");
        }
    }

    private static void Peers(BenchPlace place, BenchResults results, string csv, (int Territories, int Rows) asked)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{asked.Territories:#,0} territories, {asked.Rows:#,0} rows");
        SkewedTerritory[] territories = [.. SkewedPlans.Make(SkewedKind.Whole, asked.Territories)];
        var market = new SkewedAccounts();
        PlainAccount[] accounts = [.. Enumerable.Range(1, asked.Rows).Select(row => PlainAccount.Of(market[row]))];
        Func<PlainAccount, bool>[] predicates = [.. territories.Select(Predicate)];
        int[] first = new int[asked.Rows];
        Took compiled = Took.By(() =>
        {
            for (int row = 0; row < accounts.Length; row++)
            {
                first[row] = Array.FindIndex(predicates, predicate => predicate(accounts[row]));
            }
        });
        results.Add($"{name}, compiled predicates, objects in memory", compiled, asked.Rows, "rows");

        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "PRAGMA disable_optimizer");
        Run(connection, $"CREATE TABLE accounts AS SELECT * FROM read_csv('{csv}', types = {{'postal': 'VARCHAR', 'industry': 'VARCHAR'}}) LIMIT {asked.Rows}");
        string cases = string.Concat(territories.Where(territory => territory.Named.IsEmpty).Select(territory => $" WHEN {territory.Sql} THEN '{territory.Id}'"));
        Took sql = Took.By(() => Run(connection, $"CREATE TABLE answers AS SELECT id, CASE{cases} END AS territory FROM accounts"));
        results.Add($"{name}, DuckDB, CASE without its optimiser, table to table", sql, asked.Rows, "rows");

        string some = Path.Combine(place.Scratch, "some.csv");
        Run(connection, $"COPY accounts TO '{some}'");
        results.Add($"{name}, PostgreSQL, CASE, table to table", InPostgreSql(some, cases), asked.Rows, "rows", "by its own clock, planning included");
    }

    private static Took InPostgreSql(string csv, string cases)
    {
        using var server = new PostgreSqlWarehouse();
        string[][] told = [.. ((IWarehouse)server).Ask(
            $"""
            CREATE TABLE accounts (id text, name text, country text, subdivision text, city text, postal text, industry text, employees bigint, revenue bigint, type text, main_product text, tier text);
            \copy accounts FROM '{csv}' CSV HEADER
            ANALYZE accounts;
            SET jit = off;
            SET statement_timeout = '120s';

            """,
            [$"EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) CREATE TABLE answers AS SELECT id, CASE{cases} END AS territory FROM accounts"])];
        double milliseconds = told
            .Select(line => line[0].Split(' '))
            .Where(words => words is [_, "Time:", _, "ms"])
            .Sum(words => double.Parse(words[2], CultureInfo.InvariantCulture));
        return new Took(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(milliseconds));
    }

    private static Func<PlainAccount, bool> Predicate(SkewedTerritory territory)
    {
        if (!territory.Named.IsEmpty)
        {
            HashSet<long> named = [.. territory.Named];
            return account => named.Contains(account.Number);
        }

        ParameterExpression account = Expression.Parameter(typeof(PlainAccount));
        Expression holds = territory.Boxes.Select(box => box.Select(test => test.Over(account)).Aggregate(Expression.AndAlso)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<PlainAccount, bool>>(holds, account).Compile();
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Plan(BenchPlace place, int territories)
    {
        string folder = Path.Combine(place.Kept, string.Create(CultureInfo.InvariantCulture, $"skewed-{SkewedKind.Whole}-{territories}"));
        string file = Path.Combine(folder, "plan.yaml");
        return File.Exists(file) ? file : SkewedPlans.Write(folder, $"whole {territories}", SkewedPlans.Make(SkewedKind.Whole, territories));
    }

    private static string Files(BenchPlace place)
    {
        string csv = Path.Combine(place.Kept, "skewed-accounts.csv");
        string parquet = Path.ChangeExtension(csv, ".parquet");
        if (!File.Exists(parquet))
        {
            new SkewedAccounts().WriteCsv(csv, Rows);
            using var connection = new DuckDBConnection("Data Source=:memory:");
            connection.Open();
            Run(connection, $"COPY (SELECT * FROM read_csv('{csv}', types = {{'postal': 'VARCHAR', 'industry': 'VARCHAR'}})) TO '{parquet}.part' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 122880)");
            File.Move(parquet + ".part", parquet);
        }

        return csv;
    }
}
