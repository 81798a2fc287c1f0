using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;

namespace Bailiwick.Storage.Tests;

/// <summary>A workspace in a folder of its own, gone after the test.</summary>
public sealed class SqliteFolder : StorePlace
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("bailiwick-").FullName;

    public string File => Path.Combine(Folder, WorkspaceFolder.FileName);

    public override Workspace Open() => WorkspaceFolder.Open(Folder, Clock, "tester");

    public override void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override void Dispose() => Directory.Delete(Folder, recursive: true);
}

public sealed class SqliteMarketTests : MarketSuite<SqliteFolder>;

public sealed class SqlitePlanTests : PlanSuite<SqliteFolder>;

public sealed class SqliteOwnerTests : OwnerSuite<SqliteFolder>;

public sealed class SqliteJournalTests : JournalSuite<SqliteFolder>;

public sealed class SqliteBoundaryTests : BoundarySuite<SqliteFolder>;

public sealed class SqliteIndustryTests : IndustrySuite<SqliteFolder>;
