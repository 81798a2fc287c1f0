using System.IO.Compression;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;
using MiniExcelLibs;

namespace Bailiwick.Import.Tests;

/// <summary>Files that were damaged or made to do harm: a problem each, never a crash, and always an end.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int Tries = 150;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("gz")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public void A_file_with_bytes_changed_or_cut_off_is_read_or_refused(string kind)
    {
        byte[] whole = Whole(kind);
        var chance = new Chance(11);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            byte[] bytes = chance.Next(4) == 0 ? whole[..chance.Next(whole.Length)] : [.. whole];
            for (int change = chance.Next(8); change > 0 && bytes.Length > 0; change--)
            {
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            }

            string path = folder.File($"accounts.{(kind == "gz" ? "csv.gz" : kind)}", bytes);
            string thrown = Read(path);
            Assert.True(thrown.Length == 0, $"{kind}, attempt {attempt}: {thrown}");
        }
    }

    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        var chance = new Chance(5);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            byte[] bytes = [.. Enumerable.Range(0, chance.Next(3_000)).Select(_ => (byte)chance.Next(attempt % 2 == 0 ? 256 : 128))];
            string thrown = Read(folder.File("accounts.csv", bytes));
            Assert.True(thrown.Length == 0, $"attempt {attempt}: {thrown}");
        }
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_stops_at_the_limit()
    {
        string path = Path.Combine(folder.Path, "accounts.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            byte[] block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A-1,x\n", 10_000)));
            gzip.Write("id,name\n"u8);
            for (int again = 0; again < 100; again++)
            {
                gzip.Write(block);
            }
        }

        using MarketFiles files = folder.Open(new ImportOptions { MostBytes = 1 << 20 });

        Assert.Equal("accounts.csv.gz: the file is damaged or too large: larger than allowed. Maybe export it again.", files.Said()[0]);
    }

    [Fact]
    public void A_workbook_whose_sheets_hold_no_table_is_an_error()
    {
        MiniExcel.SaveAs(Path.Combine(folder.Path, "notes.xlsx"), new Dictionary<string, object> { ["a"] = new[] { new { hello = 1 } }, ["b"] = new[] { new { world = 1 } } });
        using MarketFiles files = MarketFiles.Open([Path.Combine(folder.Path, "notes.xlsx")], new ImportOptions());

        Assert.Equal([Severity.Doubt, Severity.Doubt, Severity.Error], files.Problems.All.Select(problem => problem.Severity));
    }

    private static string Read(string path)
    {
        try
        {
            using MarketFiles files = MarketFiles.Open([path], new ImportOptions());
            foreach (MarketRow row in MarketTable.All.SelectMany(files.Rows))
            {
                Assert.NotNull(row.Place.Line);
            }

            return "";
        }
#pragma warning disable CA1031 // The test is that nothing is thrown, whatever it is.
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
#pragma warning restore CA1031
    }

    private byte[] Whole(string kind)
    {
        string path = Path.Combine(folder.Path, $"whole.{kind}");
        var rows = Enumerable.Range(0, 50).Select(row => new { id = $"A-{row}", name = $"Company \"{row}\"", employees = row, since = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(row) });
        string text = "id,name,employees,since\n" + string.Concat(rows.Select(row => $"{row.id},\"Company \"\"{row.employees}\"\"\",{row.employees},{row.since:yyyy-MM-dd}\n"));
        switch (kind)
        {
            case "xlsx":
                MiniExcel.SaveAs(path, rows);
                break;
            case "parquet":
                using (var connection = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:"))
                {
                    connection.Open();
                    using DuckDB.NET.Data.DuckDBCommand command = connection.CreateCommand();
                    command.CommandText = $"COPY (SELECT 'A-' || i AS id, 'Company' AS name, i AS employees, DATE '2026-01-01' + i::INT AS since FROM range(50) t(i)) TO '{path}' (FORMAT parquet)";
                    command.ExecuteNonQuery();
                }

                break;
            case "gz":
                using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
                {
                    gzip.Write(Encoding.UTF8.GetBytes(text));
                }

                break;
            default:
                File.WriteAllText(path, text);
                break;
        }

        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
