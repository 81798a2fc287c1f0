using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;

namespace Bailiwick.Storage.Tests;

public sealed class UnusableFileTests : IDisposable
{
    private readonly SqliteFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_folder_that_is_not_there_is_made()
    {
        string folder = Path.Combine(place.Folder, "new", "company");
        WorkspaceFolder.Open(folder, place.Clock).Dispose();

        Assert.True(File.Exists(Path.Combine(folder, WorkspaceFolder.FileName)));
    }

    [Fact]
    public async Task Several_may_make_the_same_workspace_at_the_same_moment()
    {
        Workspace[] opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(place.Open, TestContext.Current.CancellationToken)));

        Assert.All(opened, workspace => Assert.Equal(0, workspace.Market.Version()));
        Array.ForEach(opened, workspace => workspace.Dispose());
    }

    [Fact]
    public void An_empty_file_is_a_new_workspace()
    {
        File.WriteAllBytes(place.File, []);
        using Workspace workspace = place.Open();

        Assert.Equal(0, workspace.Market.Version());
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, .. Enumerable.Repeat((byte)7, 5_000)];
        File.WriteAllBytes(place.File, picture);

        Assert.Equal("storage.not-ours", Refusal().Problem.Code);
        Assert.Equal(picture, File.ReadAllBytes(place.File));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        place.Tamper("CREATE TABLE recipes (name TEXT)");
        byte[] before = File.ReadAllBytes(place.File);

        Assert.Equal("storage.not-ours", Refusal().Problem.Code);
        Assert.Equal(before, File.ReadAllBytes(place.File));
    }

    [Fact]
    public void A_file_of_a_newer_program_is_refused()
    {
        place.Open().Dispose();
        place.Tamper("INSERT INTO migrations VALUES ('29990101_future', '2999-01-01')");

        WorkspaceException refusal = Refusal();

        Assert.Equal("storage.newer 29990101_future", $"{refusal.Problem.Code} {refusal.Problem.Value}");
    }

    [Fact]
    public void A_damaged_file_is_said_to_be_damaged()
    {
        using (Workspace workspace = place.Open())
        {
            Rows rows = new();
            for (int row = 0; row < 2_000; row++)
            {
                rows.Account($"A{row}", "a name of some length, so that there are many pages");
            }

            workspace.Market.Import(rows, keep: true, null, TestContext.Current.CancellationToken);
        }

        place.Tamper("PRAGMA wal_checkpoint(TRUNCATE)");
        using (FileStream file = File.OpenWrite(place.File))
        {
            for (long page = 40; (page + 1) * 4096 < file.Length; page++)
            {
                file.Position = page * 4096;
                file.Write(new byte[64]);
            }
        }

        using Workspace damaged = place.Open();
        WorkspaceException refusal = Assert.Throws<WorkspaceException>(() => damaged.Market.Load(TestContext.Current.CancellationToken));
        Assert.Equal("storage.damaged", refusal.Problem.Code);
    }

    [Fact]
    public void A_path_that_is_a_file_is_refused()
    {
        string path = Path.Combine(place.Folder, "file");
        File.WriteAllText(path, "not a folder");

        Assert.Equal("storage.cannot-be-opened", Assert.Throws<WorkspaceException>(() => WorkspaceFolder.Open(path, place.Clock)).Problem.Code);
    }

    [Fact]
    public void Commits_wait_for_the_disk_on_every_connection()
    {
        using Workspace workspace = place.Open();
        var database = (Sqlite.Database)workspace.Resources;
        using SqliteConnection one = database.Connect();
        using SqliteConnection two = database.Connect();

        Assert.All([one, two], connection => Assert.Equal("wal 2 -65536", $"{Ask(connection, "journal_mode")} {Ask(connection, "synchronous")} {Ask(connection, "cache_size")}"));
    }

    private static object? Ask(SqliteConnection connection, string pragma)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return command.ExecuteScalar();
    }

    private WorkspaceException Refusal() => Assert.Throws<WorkspaceException>(() => place.Open());
}
