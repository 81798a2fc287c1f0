using System.Diagnostics;

namespace Bailiwick.Journeys.Tests;

/// <summary>The program, called as a person calls it: another process, its words read from its output.</summary>
internal static class CalledProgram
{
    public static string Top { get; } = FindTop();

    private static string Path => System.IO.Path.Combine(Top, "src/Cli/bin", Configuration, "net10.0/bailiwick.dll");

    private static string Configuration => AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";

    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> results = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string remarks = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"bailiwick {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{remarks}{await results}");
        return await results;
    }

    /// <summary>Starts a command that runs until it is ended.</summary>
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Top,
    })!;

    private static string FindTop()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Bailiwick.slnx")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not stand in the repository.");
    }
}
