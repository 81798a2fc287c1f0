using Bailiwick.Workbench;
using Microsoft.Extensions.Time.Testing;

namespace Bailiwick.Storage.Tests;

/// <summary>A workspace in a folder of its own, gone after the test.</summary>
internal sealed class SqliteFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public string Folder => folder;

    public string File => Path.Combine(folder, WorkspaceFolder.FileName);

    public Workspace Open() => WorkspaceFolder.Open(folder, Clock, "tester");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
