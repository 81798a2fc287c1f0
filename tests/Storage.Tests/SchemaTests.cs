using Bailiwick.Market;
using Bailiwick.Storage.Markets;
using Bailiwick.Storage.Migrations;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;

namespace Bailiwick.Storage.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly SqliteFolder place = new();

    public static TheoryData<string> Tables => [.. MarketTable.All.Select(table => table.Name)];

    public void Dispose() => place.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_column_of_the_market_has_its_column_in_the_newest_schema(string name)
    {
        using Workspace workspace = place.Open();
        StoredTable table = StoredTable.All.Single(table => table.Table.Name == name);
        Dictionary<string, string> columns = Columns(table.Name);

        IEnumerable<string> missing = table.Table.Columns
            .Where(column => columns.GetValueOrDefault(StoredTable.NameOf(column)) != TypeOf(column))
            .Select(column => $"a new migration needs: ALTER TABLE {table.Name} ADD COLUMN {StoredTable.NameOf(column)} {TypeOf(column)};");

        Assert.Empty(missing);
    }

    [Fact]
    public void A_file_made_by_the_first_migration_is_brought_to_the_newest_schema_with_all_that_is_in_it()
    {
        using (var database = new Database(place.File))
        {
            Migration.Bring(database, [.. Migration.All.Take(1)], place.Clock);
        }

        place.Tamper("INSERT INTO market_accounts (row_hash, id, name) VALUES (1, 'A', 'Acme'); UPDATE market SET version = 1;");

        using Workspace workspace = place.Open();
        Assert.Equal("Acme", workspace.Market.Load(TestContext.Current.CancellationToken).Accounts[Accounts.Name][0]);
        Assert.Equal(Migration.All.Select(step => step.Id), Applied());
    }

    [Fact]
    public void A_later_step_is_applied_once_and_to_a_file_that_is_in_use()
    {
        using Workspace workspace = place.Open();
        Migration[] steps = [.. Migration.All, new Migration("29990101_more", "ALTER TABLE plans ADD COLUMN colour TEXT;")];
        using var database = new Database(place.File);

        Migration.Bring(database, steps, place.Clock);
        Migration.Bring(database, steps, place.Clock);

        Assert.Contains("colour", Columns("plans").Keys);
        Assert.Empty(workspace.Plans.List());
    }

    [Fact]
    public void A_step_that_fails_leaves_nothing_of_itself()
    {
        place.Open().Dispose();
        Migration[] steps = [.. Migration.All, new Migration("29990101_bad", "ALTER TABLE plans ADD COLUMN colour TEXT; ALTER TABLE nowhere ADD COLUMN colour TEXT;")];
        using var database = new Database(place.File);

        Assert.Throws<SqliteException>(() => Migration.Bring(database, steps, place.Clock));

        Assert.DoesNotContain("colour", Columns("plans").Keys);
        Assert.Equal(Migration.All.Select(step => step.Id), Applied());
    }

    [Fact]
    public void Migrations_are_dated_and_in_order() =>
        Assert.All(Migration.All, step => Assert.Matches("^20[0-9]{6}_[a-z_]+$", step.Id));

    private static string TypeOf(Column column) => column switch
    {
        NumberColumn => "REAL",
        IntegerColumn or MoneyColumn or DateColumn => "INTEGER",
        _ => "TEXT",
    };

    private Dictionary<string, string> Columns(string table) => Query($"SELECT name, type FROM pragma_table_info('{table}')").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private IEnumerable<string> Applied() => Query("SELECT id FROM migrations ORDER BY id").Select(row => row[0]);

    private List<string[]> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={place.File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
