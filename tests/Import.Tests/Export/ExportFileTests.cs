using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bailiwick.Import.Export;
using Bailiwick.Market;
using Bailiwick.Measures;
using MiniExcelLibs;

namespace Bailiwick.Import.Tests.Export;

public sealed class ExportFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-export-").FullName;

    private static readonly Sheet Two = new(
        "two",
        ["id", "name", "revenue", "employees", "longitude", "since"],
        [
            new SheetRow(["00501", "=cmd|' /C calc'!A0", -12.5m, 7L, -121.5, new DateOnly(2026, 1, 2)], new LonLat(-121.5, 38.5)),
            new SheetRow(["b;1", "台北 \"101\",\r\nline", null, null, null, null]),
        ]);

    private string At(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Csv_keeps_text_quotes_what_needs_it_and_runs_nothing()
    {
        Assert.Empty(ExportFile.Write(Two, ExportFormat.Csv, At("a.csv")));

        Assert.Equal(
            "id,name,revenue,employees,longitude,since\r\n"
            + "00501,'=cmd|' /C calc'!A0,-12.5,7,-121.5,2026-01-02\r\n"
            + "\"b;1\",\"台北 \"\"101\"\",\r\nline\",,,,\r\n",
            File.ReadAllText(At("a.csv")));
    }

    [Theory]
    [InlineData(true, 0xEF)]
    [InlineData(false, (int)'i')]
    public void Csv_begins_with_a_byte_order_mark_when_asked(bool mark, int first)
    {
        ExportFile.Write(Two, ExportFormat.Csv, At("a.csv"), new ExportOptions { ByteOrderMark = mark });

        Assert.Equal(first, File.ReadAllBytes(At("a.csv"))[0]);
    }

    [Fact]
    public void Excel_keeps_text_as_text_numbers_as_numbers_and_has_no_formula()
    {
        Assert.Empty(ExportFile.Write(Two, ExportFormat.Xlsx, At("a.xlsx")));

        IDictionary<string, object?> row = MiniExcel.Query(At("a.xlsx"), useHeaderRow: true).Cast<IDictionary<string, object?>>().First();
        Assert.Equal("00501", row["id"]);
        Assert.Equal("'=cmd|' /C calc'!A0", row["name"]);
        Assert.Equal(-12.5, Convert.ToDouble(row["revenue"], CultureInfo.InvariantCulture));
        using ZipArchive archive = ZipFile.OpenRead(At("a.xlsx"));
        using var sheet = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        string xml = sheet.ReadToEnd();
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.Contains("<x:v>-12.5</x:v>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Geojson_has_a_point_where_the_row_has_one()
    {
        Assert.Empty(ExportFile.Write(Two, ExportFormat.GeoJson, At("a.geojson")));

        using JsonDocument map = JsonDocument.Parse(File.ReadAllText(At("a.geojson")));
        JsonElement[] features = [.. map.RootElement.GetProperty("features").EnumerateArray()];
        Assert.Equal([-121.5, 38.5], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal("=cmd|' /C calc'!A0", features[0].GetProperty("properties").GetProperty("name").GetString());
        Assert.Equal(-12.5, features[0].GetProperty("properties").GetProperty("revenue").GetDouble());
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("geometry").ValueKind);
    }

    [Fact]
    public void A_write_that_breaks_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(At("a.csv"), "old");
        var broken = new Sheet("broken", ["id"], Breaking());

        Assert.Equal("export.cannot-write", Assert.Single(ExportFile.Write(broken, ExportFormat.Csv, At("a.csv"))).Code);

        Assert.Equal("old", File.ReadAllText(At("a.csv")));
        Assert.Equal([At("a.csv")], Directory.GetFiles(folder));

        static IEnumerable<SheetRow> Breaking()
        {
            yield return new SheetRow(["1"]);
            throw new IOException("the disk is gone");
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem() =>
        Assert.Equal("export.cannot-write", Assert.Single(ExportFile.Write(Two, ExportFormat.Csv, At("none/a.csv"))).Code);

    [Fact]
    public void More_rows_than_Excel_takes_are_refused_whole()
    {
        var endless = new Sheet("endless", ["id"], Enumerable.Repeat(new SheetRow([1L]), ExcelSheet.MostRows + 1));

        Assert.Equal("export.too-long-for-excel", Assert.Single(ExportFile.Write(endless, ExportFormat.Xlsx, At("a.xlsx"))).Code);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_download_stream_stays_open()
    {
        using var output = new MemoryStream();
        ExportFile.Write(Two, ExportFormat.Csv, output);

        Assert.StartsWith("\uFEFFid,", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }
}
