using System.Reflection;
using Bailiwick.Measures;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;

namespace Bailiwick.Storage.Migrations;

/// <summary>One dated step of the schema: the file <c>Migrations/yyyymmdd_name.sql</c>.</summary>
internal sealed record Migration(string Id, string Sql)
{
    private const long ApplicationId = 0x4261696C;

    /// <summary>All steps, oldest first.</summary>
    public static IReadOnlyList<Migration> All { get; } = ReadAll();

    /// <summary>Brings a file to the newest schema; a new file gets all of it. Each step happens whole or not at all.</summary>
    /// <exception cref="WorkspaceException">The file is foreign, damaged or newer than this program.</exception>
    public static void Bring(Database database, IReadOnlyList<Migration> steps, TimeProvider clock)
    {
        using (SqliteConnection connection = database.Connect())
        {
            using var wal = new Statement(connection, "PRAGMA journal_mode = WAL");
            CheckIsOurs(connection, database.File);
            wal.Step();
        }

        HashSet<string> done;
        using (Session session = database.Read())
        {
            done = Done(session);
        }

        if (done.Except(steps.Select(step => step.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new WorkspaceException(Problems.Newer(database.File, unknown));
        }

        foreach (Migration step in steps.Where(step => !done.Contains(step.Id)))
        {
            step.Apply(database, clock);
        }
    }

    private static void CheckIsOurs(SqliteConnection connection, string file)
    {
        using var id = new Statement(connection, "PRAGMA application_id");
        using var tables = new Statement(connection, "SELECT count(*) FROM sqlite_schema");
        if (id.One() != ApplicationId && tables.One() != 0)
        {
            throw new WorkspaceException(Problems.NotOurs(file));
        }
    }

    private static HashSet<string> Done(Session session)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        if (session.One("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'") is not null)
        {
            using Statement read = session.Prepare("SELECT id FROM migrations");
            while (read.Step())
            {
                done.Add(read.Text(0));
            }
        }

        return done;
    }

    private void Apply(Database database, TimeProvider clock)
    {
        using Session session = database.Write();
        session.Run("CREATE TABLE IF NOT EXISTS migrations (id TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT");
        // Another process may have been quicker while this one waited to write.
        if (Done(session).Contains(Id))
        {
            return;
        }

        session.Run(Sql);
        using Statement note = session.Prepare("INSERT INTO migrations VALUES (?, ?)");
        note.Bind(0, Id);
        note.Bind(1, Moments.Write(clock.GetUtcNow()));
        note.Run();
        session.Commit();
    }

    private static List<Migration> ReadAll()
    {
        Assembly assembly = typeof(Migration).Assembly;
        var steps = new List<Migration>();
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            steps.Add(new Migration(name.Split('.')[^2], reader.ReadToEnd()));
        }

        return steps;
    }
}
