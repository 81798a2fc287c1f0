using System.IO.Compression;
using System.Text;
using Bailiwick.Import.Reading;
using Bailiwick.Market;
using Bailiwick.Measures;
using MiniExcelLibs;

namespace Bailiwick.Import.Tests;

public sealed class MarketFilesTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_is_recognised_by_names_and_headers()
    {
        folder.File("accounts.csv", "id,name,country,employees,fleet_size\nA-1,Acme,TW,12,7\n");
        folder.File("Opportunities 2026.csv", "Deal ID;Account ID;Deal Stage;Amount;Currency\nD-1;A-1;Closed Won;5;USD\n");
        folder.File("what.csv", "sale id,customer id,order date,net amount\nS-1,A-1,2026-01-02,9.5\n");
        folder.File("notes.csv", "a,b\n1,2\n");
        using MarketFiles files = folder.Open(new ImportOptions { Currency = "USD" });

        MarketRow account = Assert.Single(files.All(Accounts.Table));
        Assert.Equal(("A-1", 12L, "7"), (account[Accounts.Id], account[Accounts.Employees], account.Custom["fleet_size"]));
        MarketRow deal = Assert.Single(files.All(Opportunities.Table));
        Assert.Equal(("won", 5m), (deal[Opportunities.Outcome], deal[Opportunities.Amount]));
        MarketRow sale = Assert.Single(files.All(Sales.Table));
        Assert.Equal((new DateOnly(2026, 1, 2), 9.5m, "USD"), (sale[Sales.Date], sale[Sales.Amount], sale[Sales.Currency]));
        Assert.Equal(
            ["notes.csv: the columns (a, b) fit no table; the file was left out. Maybe name the file after its table (accounts.csv) or use --mapping."],
            files.Said());
        Assert.Equal(
            ["Opportunities 2026.csv → opportunities plain", "accounts.csv → accounts plain", "notes.csv →  ", "what.csv → sales plain"],
            files.Sources.Select(source => $"{source.File} → {source.Table} {source.Layout}"));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("big5", false)]
    public void The_encoding_is_found(string name, bool isMarked)
    {
        Encodings.Named("big5");
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes("客戶編號,客戶名稱,國家,縣市\nA-1,台北富邦銀行股份有限公司,TW,臺北市\nA-2,統一企業股份有限公司,TW,台南市\n");
        folder.File("客戶.csv", isMarked ? [.. encoding.GetPreamble(), .. text] : text);
        using MarketFiles files = folder.Open();

        Assert.Equal(["台北富邦銀行股份有限公司", "統一企業股份有限公司"], files.All(Accounts.Table).Select(row => row[Accounts.Name]));
        Assert.Equal(name == "big5" ? ["客戶.csv: the text is taken for big5. Maybe give --encoding when names look wrong."] : [], files.Said());
    }

    [Fact]
    public void Western_letters_of_one_byte_are_found_and_said()
    {
        Encodings.Named("big5");
        folder.File("accounts.csv", Encoding.GetEncoding(1252).GetBytes("id;name;city\nA-1;Café Müller;Zürich\nA-2;Señor Ñandú;Málaga\nA-3;Österreichische Post;Köln\n"));
        using MarketFiles files = folder.Open();

        Assert.Equal(["Café Müller", "Señor Ñandú", "Österreichische Post"], files.All(Accounts.Table).Select(row => row[Accounts.Name]));
        Assert.StartsWith("accounts.csv: the text is taken for windows-1252.", Assert.Single(files.Said()), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_do_not_fit_cost_their_row()
    {
        folder.File("accounts.csv", [.. "id,name\nA-1,客戶\n"u8, .. "A-2,"u8, 0xFF, .. "x\nA-3,c\n"u8]);
        using MarketFiles files = folder.Open(new ImportOptions { Encoding = "utf-8" });

        Assert.Equal(["A-1", "A-3"], files.All(Accounts.Table).Select(row => row[Accounts.Id]));
        Assert.Equal(["accounts.csv:3:name: \"�x\" has bytes that are not utf-8. Maybe give --encoding."], files.Said());
    }

    [Fact]
    public void Quoted_new_lines_leading_zeros_and_formulas_stay_text()
    {
        folder.File("accounts.csv", "id,name,postal,address\n007,=1+1,00501,\"1 Main St\nFloor 2\"\n\"008\",@cmd,=\"01234\",\n");
        using MarketFiles files = folder.Open();
        List<MarketRow> rows = files.All(Accounts.Table);

        Assert.Equal(["007 =1+1 00501 1 Main St\nFloor 2", "008 @cmd =\"01234\" "], rows.Select(row => $"{row[Accounts.Id]} {row[Accounts.Name]} {row[Accounts.Postal]} {row[Accounts.Address]}"));
        Assert.Equal([2, 4], rows.Select(row => row.Place.Line!.Value));
        Assert.Empty(files.Said());
    }

    [Fact]
    public void Ten_thousand_bad_rows_are_rejected_one_by_one_and_said_once()
    {
        var text = new StringBuilder("id,name,employees\n");
        for (int row = 0; row < 20_000; row++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"A-{row},Name {row},{(row % 2 == 0 ? "12" : $"about {row}")}\n");
        }

        folder.File("accounts.csv", text.ToString());
        using MarketFiles files = folder.Open(new ImportOptions { Rejects = folder.Rejects });

        Assert.Equal(10_000, files.All(Accounts.Table).Count);
        Assert.Equal(10_000, files.Rejected(Accounts.Table));
        Assert.Equal(10_000, files.Problems.All.Count);
        ProblemKind kind = Assert.Single(files.Problems.Kinds);
        Assert.Equal(("import.no-number", 10_000, 9_900), (kind.First.Code, kind.Count, kind.OfOtherValues));
        string[] rejects = File.ReadAllLines(Assert.Single(files.RejectsFiles));
        Assert.Equal(10_001, rejects.Length);
        Assert.Equal(["id,name,employees,problem", "A-1,Name 1,about 1,\"employees: \"\"about 1\"\" is no number.\""], rejects.Take(2));
    }

    [Fact]
    public void A_rejects_file_that_was_mended_is_imported()
    {
        folder.File("accounts.csv", "id,name,since\nA-1,\"Acme, Inc.\",soon\nA-2,Beta,2026-01-01\n,nobody,2026-01-01\n\"A-4,open,2026-01-01\n");
        using MarketFiles files = folder.Open(new ImportOptions { Rejects = folder.Rejects });
        Assert.Equal(["A-2"], files.All(Accounts.Table).Select(row => row[Accounts.Id]));
        string rejects = Assert.Single(files.RejectsFiles);
        Assert.Equal("accounts.rejects.csv", Path.GetFileName(rejects));
        Assert.Equal(
            [
                "id,name,since,problem",
                "A-1,\"Acme, Inc.\",soon,\"since: \"\"soon\"\" is no date.\"",
                ",nobody,2026-01-01,id: the row needs a value for id.",
                "\"\"\"A-4,open,2026-01-01\",,,1: a quote opens here and never closes; the line was left out.",
            ],
            File.ReadAllLines(rejects));

        File.WriteAllText(rejects, File.ReadAllText(rejects).Replace("soon,", "2026-02-03,", StringComparison.Ordinal).Replace("\n,nobody", "\nA-3,nobody", StringComparison.Ordinal).Replace("\"\"\"A-4,open,2026-01-01\",,", "A-4,open,2026-01-01", StringComparison.Ordinal));
        using MarketFiles again = MarketFiles.Open([rejects], new ImportOptions());
        Assert.Equal(["A-1 2026-02-03", "A-3 2026-01-01", "A-4 2026-01-01"], again.All(Accounts.Table).Select(row => $"{row[Accounts.Id]} {row[Accounts.Since]:yyyy-MM-dd}"));
        Assert.All(again.All(Accounts.Table), row => Assert.Empty(row.Custom));
        Assert.Empty(again.Said());
    }

    [Theory]
    [InlineData("bad.csv", false, "bad.csv")]
    [InlineData("bad.csv", true, "bad.accounts.csv")]
    [InlineData("bad", true, "accounts.rejects.csv")]
    public void The_rejects_go_where_they_are_told_to(string where, bool isOneOfSeveral, string expected)
    {
        folder.File("accounts.csv", "id,since\nA-1,soon\n");
        if (isOneOfSeveral)
        {
            folder.File("reps.csv", "id\nR-1\n");
        }

        using MarketFiles files = folder.Open(new ImportOptions { Rejects = Path.Combine(folder.Path, "out", where) });

        Assert.Empty(files.All(Accounts.Table));
        Assert.Equal(expected, Path.GetFileName(Assert.Single(files.RejectsFiles)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("accounts.csv")]
    [InlineData("other.csv")]
    public void Rejects_never_take_the_place_of_a_source(string where)
    {
        folder.File("accounts.csv", "id,since\nA-1,soon\n");
        using MarketFiles files = folder.Open(new ImportOptions { Rejects = Path.Combine(folder.Path, where) });

        Assert.Empty(files.All(Accounts.Table));
        Assert.Equal("import.rejects-over-source", Assert.Single(files.Problems.All).Code);
        Assert.True(File.Exists(Path.Combine(folder.Path, "accounts.csv")));
    }

    [Fact]
    public void What_is_no_table_is_refused_whatever_its_name()
    {
        folder.File("accounts.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]);
        folder.File("leads.csv", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4]);
        folder.File("quotas.csv", [1, 2, 3, 4, 0, 0, 0, 9, 8]);
        folder.File("reps.csv", []);
        folder.File("sales.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0]);
        using MarketFiles files = folder.Open();

        Assert.Equal(
            [
                "accounts.csv: this is a picture, not a table. Maybe save it as CSV, Excel (.xlsx) or Parquet.",
                "leads.csv: this is a zip archive, not a table. Maybe save it as CSV, Excel (.xlsx) or Parquet.",
                "quotas.csv: this is a binary file, not a table. Maybe save it as CSV, Excel (.xlsx) or Parquet.",
                "reps.csv: this is empty, not a table. Maybe save it as CSV, Excel (.xlsx) or Parquet.",
            ],
            files.Said().Take(4));
        Assert.Equal("accounts.csv: 這是圖片檔，不是資料表。 也許可以另存為 CSV、Excel（.xlsx）或 Parquet。", files.Said(Language.Chinese)[0]);
        Assert.Empty(MarketTable.All.SelectMany(files.Rows));
    }

    [Fact]
    public void A_file_that_ends_in_the_middle_is_broken()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("id,name\n" + string.Concat(Enumerable.Range(0, 50_000).Select(row => $"A-{row},x\n"))));
        }

        folder.File("accounts.csv.gz", packed.ToArray()[..200_000]);
        using MarketFiles refused = folder.Open();
        Assert.Equal("accounts.csv.gz: the file is damaged or too large: it ends in the middle. Maybe export it again.", Assert.Single(refused.Said()).Replace("accounts.csv.gz:1:", "accounts.csv.gz:", StringComparison.Ordinal));

        // Told the encoding, opening does not read to the end.
        using MarketFiles files = folder.Open(new ImportOptions { Encoding = "utf-8" });

        Assert.NotEmpty(files.All(Accounts.Table));
        Assert.True(files.IsBroken);
        Assert.Equal("import.damaged", Assert.Single(files.Problems.All).Code);
    }

    [Fact]
    public void Packed_and_excel_files_read_the_same()
    {
        using (var gzip = new GZipStream(File.Create(Path.Combine(folder.Path, "reps.csv.gz")), CompressionLevel.Fastest))
        {
            gzip.Write("id,name,since\n07,林小姐,2026-02-03\n"u8);
        }

        MiniExcel.SaveAs(
            Path.Combine(folder.Path, "book.xlsx"),
            new Dictionary<string, object>
            {
                ["accounts"] = new[] { new { id = "007", name = "台積電", employees = 1234.0, since = new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Unspecified), revenue = 0.1 } },
                ["quotas"] = new[] { new { rep = "07", from = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), amount = 1e6, currency = "TWD" } },
            });
        using MarketFiles files = folder.Open(new ImportOptions { Currency = "TWD" });

        Assert.Equal("07 林小姐 2026-02-03", Assert.Single(files.All(Reps.Table).Select(row => $"{row[Reps.Id]} {row[Reps.Name]} {row[Reps.Since]:yyyy-MM-dd}")));
        MarketRow account = Assert.Single(files.All(Accounts.Table));
        Assert.Equal(("007", "台積電", 1234L, new DateOnly(2026, 2, 3), 0.1m), (account[Accounts.Id], account[Accounts.Name], account[Accounts.Employees], account[Accounts.Since], account[Accounts.Revenue]));
        Assert.Equal(("book.xlsx#accounts", 2L), (account.Place.File, account.Place.Line));
        Assert.Equal(1_000_000m, Assert.Single(files.All(Quotas.Table))[Quotas.Amount]);
        Assert.Empty(files.Said());
    }

    [Fact]
    public void A_parquet_file_reads_the_same()
    {
        string path = Path.Combine(folder.Path, "sales.parquet");
        using (var connection = new DuckDB.NET.Data.DuckDBConnection("Data Source=:memory:"))
        {
            connection.Open();
            using DuckDB.NET.Data.DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"COPY (SELECT 'S-' || i AS id, 'A-1' AS account, DATE '2026-01-01' + i::INT AS date, (i * 1.25)::DECIMAL(18, 4) AS amount, 'USD' AS currency FROM range(3) t(i)) TO '{path}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        using MarketFiles files = folder.Open();

        Assert.Equal(["S-0 2026-01-01 0", "S-1 2026-01-02 1.25", "S-2 2026-01-03 2.5"], files.All(Sales.Table).Select(row => FormattableString.Invariant($"{row[Sales.Id]} {row[Sales.Date]:yyyy-MM-dd} {row[Sales.Amount]:0.####}")));
        Assert.Empty(files.Said());
    }

    [Fact]
    public void Day_and_month_are_told_by_the_whole_column_or_refused()
    {
        folder.File("accounts.csv", "id,since\nA,01/02/2026\nB,31/12/2026\n");
        folder.File("reps.csv", "id,since,until\nR,01/02/2026,01/02/2026\nS,03/04/2026,12/31/2026\n");
        using MarketFiles files = folder.Open();

        Assert.Equal([new DateOnly(2026, 2, 1), new DateOnly(2026, 12, 31)], files.All(Accounts.Table).Select(row => row[Accounts.Since]!.Value));
        Assert.Empty(files.All(Reps.Table));
        Assert.Equal(
            [
                "reps.csv:2:since: \"01/02/2026\" may be day/month or month/day, and no other row of the column tells which. Maybe give --dates dmy or --dates mdy, or write 2027-01-31.",
                "reps.csv:3:since: \"03/04/2026\" may be day/month or month/day, and no other row of the column tells which. Maybe give --dates dmy or --dates mdy, or write 2027-01-31.",
            ],
            files.Said());
        using MarketFiles told = folder.Open(new ImportOptions { Dates = "mdy" });
        Assert.Equal([new DateOnly(2026, 1, 2), new DateOnly(2026, 3, 4)], told.All(Reps.Table).Select(row => row[Reps.Since]!.Value));
    }

    [Fact]
    public void A_semicolon_file_with_decimal_commas_is_read_by_its_columns()
    {
        folder.File("sales.csv", "id;date;amount;cost;currency\n1;2026-01-01;1.234,50;1.234;EUR\n2;2026-01-01;2.500;2.000;EUR\n");
        using MarketFiles files = folder.Open();

        Assert.Empty(files.All(Sales.Table));
        Assert.All(files.Problems.All, problem => Assert.Equal("import.ambiguous-number cost", $"{problem.Code} {problem.Place.Column}"));
        folder.File("sales.csv", "id;date;amount;cost;currency\n1;2026-01-01;1.234,50;1.234;EUR\n2;2026-01-01;2.500;0,5;EUR\n");
        using MarketFiles mended = folder.Open();
        Assert.Equal([(1234.5m, 1234m), (2500m, 0.5m)], mended.All(Sales.Table).Select(row => (row[Sales.Amount]!.Value, row[Sales.Cost]!.Value)));
    }

    [Fact]
    public void Amounts_take_the_currency_that_stands_with_them()
    {
        folder.File("sales.csv", "id,date,amount,currency\n1,2026-01-01,\"NT$1,200\",\n2,2026-01-01,5,usd\n3,2026-01-01,€5,USD\n4,2026-01-01,5,\n5,2026-01-01,5,XXQ\n6,2026-01-01,1.23456,台幣\n");
        using MarketFiles files = folder.Open();

        Assert.Equal(["1 1200 TWD", "2 5 USD", "4 5 ", "6 1.2346 TWD"], files.All(Sales.Table).Select(row => FormattableString.Invariant($"{row[Sales.Id]} {row[Sales.Amount]} {row[Sales.Currency]}")));
        Assert.Equal(
            [
                "sales.csv:4:amount: \"€5\" has the sign of another currency than the row's USD.",
                "sales.csv:5:amount: the amount has no currency; it was kept without one. Maybe give --currency USD.",
                "sales.csv:6:currency: \"XXQ\" is not an ISO 4217 currency. Maybe USD or TWD.",
                "sales.csv:7:amount: 1.23456 was rounded to 1.2346: four decimals are kept.",
            ],
            files.Said());
    }

    [Fact]
    public void Area_facts_become_one_row_a_measure()
    {
        folder.File("area_facts.csv", "area,population,businesses,note\nus-counties/06037,\"10,039,107\",1,x\nus-counties/06059,3175692,,\n");
        using MarketFiles files = folder.Open();

        Assert.Equal(
            ["us-counties/06037 businesses 1", "us-counties/06037 population 10039107", "us-counties/06059 population 3175692"],
            files.All(AreaFacts.Table).Select(row => FormattableString.Invariant($"{row[AreaFacts.Area]} {row[AreaFacts.Measure]} {row[AreaFacts.Value]}")));
        Assert.Equal(["area_facts.csv:2:note: \"x\" is no number; this measure of the area was left out."], files.Said());
    }

    [Fact]
    public void Products_are_found_by_name_and_by_a_name_written_otherwise()
    {
        folder.File("products.csv", "id,name\nP-1,GTX Pro\nP-2,MG Special\n");
        folder.File("opportunities.csv", "id,product\n1,P-1\n2,MG Special\n3,GTXPro\n4,gtx-pro\n5,Unheard of\n6,GTXPro\n");
        folder.File("accounts.csv", "id,products\nA,GTX Pro;P-2;GTX Pro\n");
        using MarketFiles files = folder.Open();

        Assert.Equal(["P-1", "P-2", "P-1", "P-1", "Unheard of", "P-1"], files.All(Opportunities.Table).Select(row => row[Opportunities.Product]));
        Assert.Equal(["P-1", "P-2"], Assert.Single(files.All(Accounts.Table))[Accounts.Products]);
        Assert.Equal(
            ["GTXPro 2 lines 4,7", "gtx-pro 1 lines 5", "Unheard of 1 lines 6"],
            files.Problems.Kinds.SelectMany(kind => kind.Values).Select(value => $"{value.First.Value} {value.Count} lines {string.Join(',', value.Lines)}"));
    }
}
