using System.Globalization;
using System.Text;
using Bailiwick.Import.Reading;
using Bailiwick.Market;
using DuckDB.NET.Data;

namespace Bailiwick.Import.Tests;

/// <summary>Rows in columns are the rows one by one, whatever the cells are like.</summary>
public sealed class BatchesTests : IDisposable
{
    private static readonly string[] Texts = ["", "TW", "Taipei", " 台北 ", "NULL", "n/a", "a\"b", "two, words", "line\nbreak", "=1+1", "'=1+1", "\uFFFD"];
    private static readonly string[] Numbers = ["", "12", "0", "1,234", "1.234", "12.5", "-3", "99999999999999999999", "1e3", "NT$ 5,000", "12 USD", "0.12345", "many", " 7 "];
    private static readonly string[] Days = ["", "2024-02-29", "2023-02-29", "01/02/2024", "13/02/2024", "113/5/6", "soon"];
    private static readonly string[] Sets = ["", "A", "A;B", " B ; A;A", ";", "C;;"];

    private readonly string folder = Directory.CreateTempSubdirectory("batches").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Any_file_read_in_columns_gives_the_rows_problems_and_rejects_of_reading_row_by_row()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var chance = new Random(seed);
            string file = Path.Combine(folder, $"accounts-{seed}.csv");
            File.WriteAllText(file, Csv(chance, rows: 200));
            var options = new ImportOptions
            {
                Rejects = Path.Combine(folder, "rejects.csv"),
                Currency = chance.Next(2) == 0 ? "TWD" : null,
                Columns = chance.Next(3) > 0 ? null : new HashSet<string>(["country", "revenue", "currency", "Color"], StringComparer.OrdinalIgnoreCase),
            };

            (string[] rows, string notes) = Read(file, options, market => [.. market.Rows(Accounts.Table).Select(Shown)]);
            (string[] inColumns, string notesInColumns) = Read(file, options, market => [.. market.Batches(Accounts.Table).SelectMany(Shown)]);

            Assert.True(rows.SequenceEqual(inColumns), $"seed {seed}");
            Assert.True(notes == notesInColumns, $"seed {seed}\n{notes}\n---\n{notesInColumns}");
        }
    }

    [Fact]
    public void Any_Parquet_file_read_in_columns_gives_the_rows_of_reading_row_by_row()
    {
        (string Name, string Columns)[] kinds =
        [
            ("text", "*"),
            ("whole", "id, country, TRY_CAST(employees AS BIGINT) AS employees, TRY_CAST(revenue AS INTEGER) AS revenue, currency, since, TRY_CAST(employees AS SMALLINT) AS Color"),
            ("double", "id, TRY_CAST(employees AS DOUBLE) AS employees, TRY_CAST(revenue AS DOUBLE) AS revenue, TRY_CAST(since AS DATE) AS since, TRY_CAST(longitude AS DOUBLE) AS longitude"),
            ("other", "row_number() OVER () AS id, TRY_CAST(revenue AS DECIMAL(18, 4)) AS revenue, string_split(products, ';') AS products, employees = '12' AS Color, TRY_CAST(since AS TIMESTAMP) AS since"),
            ("wide", "row_number() OVER () AS id, country, TRY_CAST(employees AS HUGEINT) AS employees, TRY_CAST(employees AS UTINYINT) AS Color, products"),
        ];
        for (int seed = 0; seed < 4; seed++)
        {
            var chance = new Random(seed);
            string csv = Path.Combine(folder, "made.csv");
            File.WriteAllText(csv, Csv(chance, rows: 300).Replace(",left over", "", StringComparison.Ordinal));
            foreach ((string name, string columns) in kinds)
            {
                string file = Path.Combine(folder, $"accounts-{seed}-{name}.parquet");
                using (DuckDBConnection connection = DuckDb.Open(":memory:"))
                {
                    DuckDb.Run(connection, $"COPY (SELECT {columns} FROM read_csv('{csv}', all_varchar = true, header = true, ignore_errors = true, strict_mode = false)) TO '{file}' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
                }

                var options = new ImportOptions { Rejects = Path.Combine(folder, "rejects.csv"), Currency = chance.Next(2) == 0 ? "TWD" : null };

                (string[] rows, string notes) = Read(file, options, market => [.. market.Rows(Accounts.Table).Select(Shown)]);
                (string[] inColumns, string notesInColumns) = Read(file, options, market => [.. market.Batches(Accounts.Table).SelectMany(Shown)]);

                Assert.NotEmpty(rows);
                Assert.True(rows.SequenceEqual(inColumns), $"seed {seed} {name}\n{rows.Except(inColumns).FirstOrDefault()}\n{inColumns.Except(rows).FirstOrDefault()}");
                Assert.True(notes == notesInColumns, $"seed {seed} {name}\n{notes}\n---\n{notesInColumns}");
            }
        }
    }

    [Fact]
    public void A_clean_Parquet_file_of_many_batches_comes_as_it_is_and_a_broken_one_says_so()
    {
        string file = Path.Combine(folder, "accounts.parquet");
        using (DuckDBConnection connection = DuckDb.Open(":memory:"))
        {
            DuckDb.Run(connection, $"COPY (SELECT 'A' || i AS id, ['TW', 'US', NULL][i % 3 + 1] AS country, i AS employees, hash(i)::VARCHAR AS Color FROM range(150000) t(i)) TO '{file}' (FORMAT parquet, ROW_GROUP_SIZE 40000)");
        }

        using (MarketFiles market = MarketFiles.Open([file], new ImportOptions()))
        {
            ColumnTable[] batches = [.. market.Batches(Accounts.Table)];

            Assert.True(batches.Length > 1);
            Assert.Equal(Enumerable.Range(0, 150_000).Select(row => ($"A{row}", (row % 3) switch { 0 => "TW", 1 => "US", _ => null }, (long?)row)), batches.SelectMany(batch =>
                Enumerable.Range(0, batch.Count).Select(row => (batch[Accounts.Id][row]!, batch[Accounts.Country][row], batch[Accounts.Employees][row]))));
        }

        byte[] bytes = File.ReadAllBytes(file);
        bytes.AsSpan(bytes.Length / 2, 20_000).Fill(0xEE);
        File.WriteAllBytes(file, bytes);
        using MarketFiles broken = MarketFiles.Open([file], new ImportOptions());

        Assert.True(broken.Batches(Accounts.Table).Sum(batch => batch.Count) < 150_000);
        Assert.True(broken.IsBroken);
    }

    [Fact]
    public void More_rows_than_a_batch_holds_come_in_several_with_the_codes_of_one_book()
    {
        string file = Path.Combine(folder, "accounts.csv");
        File.WriteAllText(file, "id,country,employees\n" + string.Concat(Enumerable.Range(0, 150_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"A{row},{(row % 3 == 0 ? "TW" : "US")},{row}\n"))));
        using MarketFiles market = MarketFiles.Open([file], new ImportOptions());

        ColumnTable[] batches = [.. market.Batches(Accounts.Table)];

        Assert.Equal([.. Enumerable.Repeat(8_192, 18), 2_544], batches.Select(batch => batch.Count));
        Assert.Equal("A149999", batches[^1][Accounts.Id][2_543]);
        Assert.Same(batches[0][Accounts.Country].Book, batches[^1][Accounts.Country].Book);
        Assert.Equal(Enumerable.Range(0, 150_000).Select(row => (long?)row), batches.SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => batch[Accounts.Employees][row])));
    }

    private static (string[] Rows, string Notes) Read(string file, ImportOptions options, Func<MarketFiles, string[]> read)
    {
        using MarketFiles market = MarketFiles.Open([file], options);
        string[] rows = read(market);
        var notes = new StringBuilder().AppendJoin('\n', market.Problems.All.Select(problem => $"{problem.Code} {problem.Place} {problem.Value} {problem.Message.English}"));
        notes.Append(CultureInfo.InvariantCulture, $"\n{market.Rejected(Accounts.Table)} {market.IsBroken}\n");
        return (rows, notes.AppendJoin('\n', market.RejectsFiles.Select(File.ReadAllText)).ToString());
    }

    private static string Csv(Random chance, int rows)
    {
        var text = new StringBuilder("id,name,country,longitude,employees,revenue,currency,type,products,since,Color\n");
        for (int row = 0; row < rows; row++)
        {
            bool isClean = chance.Next(3) > 0;
            string[] cells =
            [
                isClean ? $"A{row}" : Any(["", " 7 ", "NULL", "x-1", "'=2"]), Any(Texts), Any(["TW", "US", "", "Taiwan"]), Any(["", "121.5", "1e2", "999", "121,5"]), isClean ? "12" : Any(Numbers),
                isClean ? "5000" : Any(Numbers), Any(["", "USD", "TWD", "nt$", "gold"]), Any(["B2B", "b2c", "", "企業", "other"]), Any(Sets), isClean ? "2024-02-29" : Any(Days), Any(Texts),
            ];
            text.AppendJoin(',', cells.Select(cell => cell.AsSpan().ContainsAny("\",\n") && chance.Next(20) > 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));
            text.Append(chance.Next(60) == 0 ? ",left over\n" : chance.Next(40) == 0 ? "\r\n" : "\n");
        }

        return text.ToString();

        string Any(string[] choices) => choices[chance.Next(choices.Length)];
    }

    private static string Shown(MarketRow row)
    {
        var table = new ColumnTableBuilder(row.Table);
        table.Add(row);
        return Shown(table.Build()).Single();
    }

    private static IEnumerable<string> Shown(ColumnTable table) => Enumerable.Range(0, table.Count).Select(row => string.Join('|', table.Table.Columns.Select(column => table[column] switch
    {
        TextValues text => text[row],
        IntegerValues whole => $"{whole[row]}",
        NumberValues number => $"{number[row]}",
        MoneyValues money => $"{money[row]:0.####}",
        DateValues date => $"{date[row]:yyyy-MM-dd}",
        SetValues set => string.Join(';', set[row]),
        var other => throw new InvalidOperationException(other.GetType().Name),
    }).Concat(table.Custom.Where(custom => custom.Value[row] is not null).Select(custom => $"{custom.Key}={custom.Value[row]}"))));
}
