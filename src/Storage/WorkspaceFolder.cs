using Bailiwick.Storage.Migrations;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage;

/// <summary>The front: a company's folder, with all its state in one SQLite file.</summary>
public static class WorkspaceFolder
{
    /// <summary>The file's name within the folder.</summary>
    public const string FileName = "bailiwick.db";

    /// <summary>Deletes the state of a folder, and nothing else in it. Nobody may have it open.</summary>
    /// <exception cref="IOException">A file could not be deleted.</exception>
    public static void Erase(string folder)
    {
        foreach (string ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(Path.Combine(folder, FileName + ending));
        }
    }

    /// <summary>Opens the folder; makes it when it is not there, and brings an older one to the newest schema.</summary>
    /// <remarks>Several processes may have it open: readers never wait, a second writer waits up to 30 seconds for the first.</remarks>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">The clock of the journal, and of what is in force today.</param>
    /// <param name="who">Who acts, for the journal; null is the user of the operating system.</param>
    /// <exception cref="WorkspaceException">The file is foreign, damaged, newer than this program, or cannot be opened.</exception>
    public static Workspace Open(string folder, TimeProvider clock, string? who = null)
    {
        string file = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException(Problems.CannotBeOpened(folder, exception.Message), exception);
        }

        var database = new Database(file);
        try
        {
            Migration.Bring(database, Migration.All, clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }

        var journal = new JournalStore(database, clock, who ?? Environment.UserName);
        return new Workspace(
            folder,
            new MarketStore(database, journal),
            new PlanStore(database, journal, clock),
            new BoundaryStore(database, journal),
            new IndustryStore(database, journal),
            journal,
            clock,
            database);
    }
}
