namespace Bailiwick.Import.Tests;

/// <summary>The real data beside the repository; tests that need it skip, saying so, where it is absent.</summary>
internal static class Shared
{
    public static string Need(string name)
    {
        DirectoryInfo? top = new(AppContext.BaseDirectory);
        while (top is not null && !File.Exists(Path.Combine(top.FullName, "Bailiwick.slnx")))
        {
            top = top.Parent;
        }

        string[] places = [.. Above(top).Select(folder => Path.Combine(folder, "shared", "data", name))];
        string? found = places.FirstOrDefault(Directory.Exists);
        Assert.SkipUnless(found is not null, $"the data set {name} is not beside the repository");
        return found!;
    }

    private static IEnumerable<string> Above(DirectoryInfo? folder)
    {
        for (DirectoryInfo? at = folder?.Parent; at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
