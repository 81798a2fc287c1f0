using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Bailiwick.Speed.Benches;

/// <summary>The start of <c>bailiwick serve</c> as a person feels it: from the command to the page, then to the map.</summary>
internal sealed class ServeBench : IBench
{
    private const int Times = 7;

    private static readonly string Program = Path.Combine(BenchReport.Top, "src/Cli/bin/Release/net10.0/bailiwick.dll");

    public string Name => "serve";

    public string Title => $"From the start of serve to the first page, over the demo company (10,000 accounts, 368 towns): the median of {Times} starts.";

    public void Run(BenchPlace place, BenchResults results)
    {
        string workspace = Path.Combine(place.Scratch, "demo");
        using (Process demo = Start("demo", "--no-serve", "--json", "--workspace", workspace))
        {
            demo.StandardOutput.ReadToEnd();
            demo.WaitForExit();
        }

        // The first start reads the files of the program from disk; it is not counted.
        ServeOnce(workspace);
        Served[] all = [.. Enumerable.Range(0, Times).Select(_ => ServeOnce(workspace))];
        TimeSpan bare = Median(Enumerable.Range(0, Times).Select(_ => Doctor()));
        results.Add("bare peer: the program starts, says what is installed, ends", Text(bare));
        results.Add("listening", Text(Median(all.Select(each => each.Listening))), Beside(Median(all.Select(each => each.Listening)), bare));
        results.Add("first page, whole", Text(Median(all.Select(each => each.Page))), $"limit 2 s; {Beside(Median(all.Select(each => each.Page)), bare)}");
        results.Add("the slowest first page", Text(all.Max(each => each.Page)), "limit 2 s");
        results.Add("what the map asks for, after the page", Text(Median(all.Select(each => each.Map))));
        results.Add("the page again", Text(Median(all.Select(each => each.Again))));
    }

    private static Served ServeOnce(string workspace)
    {
        long start = Stopwatch.GetTimestamp();
        using Process server = Start("serve", "--urls", "http://127.0.0.1:0", "--json", "--workspace", workspace);
        string line = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException(server.StandardError.ReadToEnd());
        TimeSpan listening = Stopwatch.GetElapsedTime(start);
        using var browser = new HttpClient { BaseAddress = new Uri(JsonDocument.Parse(line).RootElement.GetProperty("addresses")[0].GetString()!) };
        try
        {
            Get(browser, "/");
            TimeSpan page = Stopwatch.GetElapsedTime(start);
            string plan = JsonDocument.Parse(Get(browser, "/api/v1/plans/current")).RootElement.GetProperty("id").GetString()!;
            Get(browser, "/api/v1/boundaries/tw-towns");
            Get(browser, $"/api/v1/plans/{plan}/areas");
            Get(browser, $"/api/v1/plans/{plan}/territories");
            Get(browser, "/api/v1/reps");
            TimeSpan map = Stopwatch.GetElapsedTime(start);
            Get(browser, "/");
            return new Served(listening, page, map - page, Stopwatch.GetElapsedTime(start) - map);
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static TimeSpan Doctor()
    {
        long start = Stopwatch.GetTimestamp();
        using Process doctor = Start("doctor", "--json");
        doctor.StandardOutput.ReadToEnd();
        doctor.WaitForExit();
        return Stopwatch.GetElapsedTime(start);
    }

    private static byte[] Get(HttpClient browser, string address)
    {
        using HttpResponseMessage answer = browser.Send(new HttpRequestMessage(HttpMethod.Get, address)).EnsureSuccessStatusCode();
        using var body = new MemoryStream();
        answer.Content.ReadAsStream().CopyTo(body);
        return body.ToArray();
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Times / 2);

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,0} ms");

    private static string Beside(TimeSpan time, TimeSpan peer) => string.Create(CultureInfo.InvariantCulture, $"{time / peer:0.0} × the bare peer");

    private sealed record Served(TimeSpan Listening, TimeSpan Page, TimeSpan Map, TimeSpan Again);
}
