using System.Diagnostics;

namespace Bailiwick.House.Tests;

/// <summary>The commands that the documents show are run, page by page, in the order in which they stand, in an empty folder.</summary>
public sealed class DocumentCommandTests : IDisposable
{
    private static readonly string Program = Path.Combine(Repository.Src, "Cli", "bin", "Release", "net10.0", "bailiwick.dll");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bailiwick-docs-");

    public static TheoryData<string> Pages => [.. new[] { "README.md", "README.zh-TW.md" }
        .Concat(Repository.Files("docs", ".md").Select(Repository.Relative))
        .Where(page => File.Exists(Path.Combine(Repository.Top, page)) && Commands(page).Any())];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Pages))]
    public async Task Commands_in_the_documents_run(string page)
    {
        foreach ((int line, string command) in Commands(page))
        {
            (int exit, string said) = await RunAsync(command);
            Assert.True(exit == 0, $"{page}:{line}: {command} ended with {exit}.\n{said}");
        }
    }

    // The long-running command is a journey of its own; without it, demo ends by itself.
    private static IEnumerable<(int Line, string Command)> Commands(string page) => MarkdownFile.Read(Path.Combine(Repository.Top, page))
        .Fenced("sh")
        .Select(line => (line.Line, Command: line.Text.Split(" #")[0].Trim()))
        .Where(line => line.Command.StartsWith("./bailiwick ", StringComparison.Ordinal) && !line.Command.StartsWith("./bailiwick serve", StringComparison.Ordinal))
        .Select(line => (line.Line, line.Command.StartsWith("./bailiwick demo", StringComparison.Ordinal) && !line.Command.Contains("--no-serve") ? line.Command + " --no-serve" : line.Command));

    private async Task<(int Exit, string Said)> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command.Replace("./bailiwick", $"dotnet \"{Program}\"", StringComparison.Ordinal)])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> results = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> remarks = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await results + await remarks);
    }
}
