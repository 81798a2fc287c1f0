using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Bailiwick.Speed;

/// <summary>Writes <c>bench/results/NAME.md</c>: figures with machine and commit. What was before is in the history of the file.</summary>
internal static class BenchReport
{
    /// <summary>The repository's folder.</summary>
    public static string Top { get; } = FindTop();

    public static void Write(IBench bench, BenchResults results)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {bench.Name}\n\n{bench.Title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"`bench/run {bench.Name}` · commit {Commit()} · {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC · {Machine()}\n\n");
        text.Append("| What | Figure | Read as |\n|---|---|---|\n");
        foreach (BenchFigure figure in results.Figures)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Figure} | {figure.ReadAs} |\n");
        }

        string folder = Directory.CreateDirectory(Path.Combine(Top, "bench", "results")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{bench.Name}.md"), text.ToString());
        Console.Out.Write(text);
    }

    private static string Machine()
    {
        string model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "processor unknown"
            : "processor unknown";
        string load = File.Exists("/proc/loadavg") ? $" · load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the end" : "";
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000;
        return $"{model}, {Environment.ProcessorCount} cores, {memory} GB · {RuntimeInformation.OSDescription} · {RuntimeInformation.FrameworkDescription}{load}";
    }

    private static string Commit()
    {
        string changed = Git("status --porcelain --untracked-files=no -- src bench/Speed").Length > 0 ? " with changes" : "";
        return Git("rev-parse --short HEAD") + changed;
    }

    private static string Git(string arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Top })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output.Trim();
    }

    private static string FindTop()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bailiwick.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("no Bailiwick.slnx above the program");
    }
}
