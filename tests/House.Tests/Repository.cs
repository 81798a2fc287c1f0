namespace Bailiwick.House.Tests;

/// <summary>The repository as it lies on disk.</summary>
internal static class Repository
{
    public static string Top { get; } = FindTop();

    public static string Src { get; } = Path.Combine(Top, "src");

    /// <summary>The files of the sources below a folder: nothing that was built or fetched.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) => Directory
        .EnumerateFiles(Path.Combine(Top, folder), "*", SearchOption.AllDirectories)
        .Where(file => endings.Any(file.EndsWith) && !IsMade(file))
        .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Top, file).Replace('\\', '/');

    private static bool IsMade(string file) => Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts")
        || file.Contains("/wwwroot/client/", StringComparison.Ordinal);

    private static string FindTop()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bailiwick.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Bailiwick.slnx above {AppContext.BaseDirectory}.");
    }
}
