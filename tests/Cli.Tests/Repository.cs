namespace Bailiwick.Cli.Tests;

/// <summary>The repository that these tests are of.</summary>
internal static class Repository
{
    public static string Samples { get; } = Path.Combine(Top(new DirectoryInfo(AppContext.BaseDirectory)), "samples");

    public static string Sample(string name) => Path.Combine(Samples, name);

    /// <summary>The folder of real data beside the repository; without it the test is skipped.</summary>
    public static string Need(string name)
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !Directory.Exists(Path.Combine(at.FullName, "shared", "data", name)))
        {
            at = at.Parent;
        }

        Assert.SkipUnless(at is not null, $"the data set {name} is not beside the repository");
        return Path.Combine(at!.FullName, "shared", "data", name);
    }

    private static string Top(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Bailiwick.slnx")) ? folder.FullName : Top(folder.Parent!);
}
