using System.Globalization;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Tests;

/// <summary>Runs when no other test does: what they keep in memory would be counted.</summary>
[CollectionDefinition(nameof(AloneInMemory), DisableParallelization = true)]
public class AloneInMemory;

/// <summary>A file larger than the memory it may take.</summary>
[Collection(nameof(AloneInMemory))]
public sealed class LargeFileTests(ITestOutputHelper output) : IDisposable
{
    private const long Short = 64L << 20;
    private const long Long = 1L << 30;

    // What stays in memory does not grow with the file: buffers, and the lists of problems up to their caps.
    private const long MostKept = 24L << 20;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_large_file_is_streamed()
    {
        long size = Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1" ? Long : Short;
        (long written, long bad) = Write(Path.Combine(folder.Path, "accounts.csv"), size, new Chance(7));
        using MarketFiles files = folder.Open(new ImportOptions { Rejects = folder.Rejects });
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        long rows = 0;
        foreach (MarketRow row in files.Rows(Accounts.Table))
        {
            rows++;
            if (rows % 100_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size >> 20} MB, {rows} rows, at most {most / 1024.0 / 1024:F1} MB kept"));
        Assert.Equal(written - bad, rows);
        Assert.Equal(bad, files.Rejected(Accounts.Table));
        Assert.InRange(most, long.MinValue, MostKept + (Math.Min(bad, ProblemList.Cap) * 1_000));
    }

    private static (long Rows, long Bad) Write(string path, long size, Chance chance)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        writer.Write("id,name,country,city,postal,employees,revenue,currency,since,channel\n");
        long rows = 0;
        long bad = 0;
        for (long length = 0; length < size; rows++)
        {
            bool isBad = chance.Next(1_000) == 0;
            bad += isBad ? 1 : 0;
            string row = string.Create(CultureInfo.InvariantCulture, $"A-{rows},\"Company, no. {chance.Next(1_000_000)}\",TW,臺北市,{100 + chance.Next(900)},{(isBad ? "many" : chance.Next(10_000))},{chance.Next(100_000_000)}.25,TWD,20{10 + chance.Next(16)}-0{1 + chance.Next(9)}-1{chance.Next(10)},\"two\nlines\"\n");
            writer.Write(row);
            length += row.Length;
        }

        return (rows, bad);
    }
}
