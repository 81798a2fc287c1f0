namespace Bailiwick.Cli.Tests;

/// <summary>The repository that these tests are of.</summary>
internal static class Repository
{
    public static string Samples { get; } = Path.Combine(Top(new DirectoryInfo(AppContext.BaseDirectory)), "samples");

    public static string Sample(string name) => Path.Combine(Samples, name);

    private static string Top(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Bailiwick.slnx")) ? folder.FullName : Top(folder.Parent!);
}
