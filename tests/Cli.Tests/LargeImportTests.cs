using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bailiwick.Measures;

namespace Bailiwick.Cli.Tests;

/// <summary>A large file through the whole import: read, checked, placed, in the state. In a process of its own, whose memory is its own.</summary>
public sealed class LargeImportTests(ITestOutputHelper output) : IDisposable
{
    private const long Short = 16L << 20;
    private const long Long = 1L << 30;

    // The same for both sizes: what stays in memory does not grow with the file.
    private const long MostMemory = 700L << 20;

    private static readonly string[] Cities = ["臺北市信義區", "臺北市大安區", "新北市板橋區", "臺中市西屯區", "高雄市左營區", "花蓮縣花蓮市"];

    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-large-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_large_file_goes_into_the_state_with_little_memory()
    {
        long size = Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1" ? Long : Short;
        long written = Write(Path.Combine(folder, "accounts.csv"), size, new Chance(7));
        long started = Stopwatch.GetTimestamp();

        (JsonElement result, long memory) = await ImportAsync();

        JsonElement accounts = Assert.Single(result.GetProperty("tables").EnumerateArray());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size >> 20} MB, {written} rows, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, at most {memory >> 20} MB of memory"));
        Assert.Equal((written, written), (accounts.GetProperty("read").GetInt64(), accounts.GetProperty("added").GetInt64()));
        Assert.InRange(memory, 1, MostMemory);
    }

    private static long Write(string path, long size, Chance chance)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        writer.Write("id,name,country,city,employees,revenue,currency,since,channel\n");
        long rows = 0;
        for (long length = 0; length < size; rows++)
        {
            string city = chance.Next(100) == 0 ? "臺北市烏有區" : Cities[chance.Next(Cities.Length)];
            string row = string.Create(CultureInfo.InvariantCulture, $"A-{rows},\"Company, no. {chance.Next(1_000_000)}\",TW,{city},{chance.Next(10_000)},{chance.Next(100_000_000)}.25,TWD,20{10 + chance.Next(16)}-0{1 + chance.Next(9)}-1{chance.Next(10)},\"two\nlines\"\n");
            writer.Write(row);
            length += Encoding.UTF8.GetByteCount(row);
        }

        return rows;
    }

    private async Task<(JsonElement Result, long Memory)> ImportAsync()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "bailiwick.dll");
        string[] arguments = [program, "import", Path.Combine(folder, "accounts.csv"), "--json", "--workspace", Path.Combine(folder, "workspace")];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> results = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> remarks = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        long memory = 0;
        do
        {
            memory = PeakOf(process) ?? memory;
        }
        while (!process.WaitForExit(100));

        Assert.True(process.ExitCode == 0, $"import ended with {process.ExitCode}:\n{await remarks}{await results}");
        return (JsonDocument.Parse(await results).RootElement, memory);
    }

    /// <summary>The most memory that a running process has had, in bytes, as Linux tells it; null when it ended meanwhile.</summary>
    private static long? PeakOf(Process process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
