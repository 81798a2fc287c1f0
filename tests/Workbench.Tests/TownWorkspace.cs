using Bailiwick.Geography;
using Bailiwick.Samples;
using Bailiwick.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Bailiwick.Workbench.Tests;

/// <summary>A workspace in a folder of its own that holds the two towns; gone after the test. The day is 2026-02-01.</summary>
internal sealed class TownWorkspace : IDisposable
{
    // Opened once for all tests: its sets stay in memory.
    private static readonly Lazy<Atlas?> Compiled = new(() => Above("artifacts/geography") is { Length: > 0 } top ? Atlas.Open(Path.Combine(top, "artifacts", "geography")) : null);

    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-").FullName;

    private TownWorkspace(Atlas house)
    {
        House = house;
        Workspace = WorkspaceFolder.Open(folder, Clock, "tester");
        ImportResult result = ImportMarket.Run(Workspace, new ImportRequest(NamedWorld.TwoTowns, house), null, CancellationToken.None);
        Assert.True(result.IsKept);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));

    public Atlas House { get; }

    public Workspace Workspace { get; }

    public static string Samples { get; } = Path.Combine(Above("samples"), "samples", "plans");

    /// <summary>The two towns; without the compiled geography the test is skipped.</summary>
    public static TownWorkspace Open()
    {
        Assert.SkipUnless(Compiled.Value is not null, "the geography is not compiled: run eng/build");
        return new TownWorkspace(Compiled.Value);
    }

    /// <summary>Writes a plan into the folder.</summary>
    public string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Above(string wanted)
    {
        for (DirectoryInfo? each = new(AppContext.BaseDirectory); each is not null; each = each.Parent)
        {
            if (Directory.Exists(Path.Combine(each.FullName, wanted)) && File.Exists(Path.Combine(each.FullName, "Bailiwick.slnx")))
            {
                return each.FullName;
            }
        }

        return "";
    }
}
