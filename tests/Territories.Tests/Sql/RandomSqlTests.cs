using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.SecondOpinion;
using Bailiwick.Territories.Sql;

namespace Bailiwick.Territories.Tests.Sql;

/// <summary>Random plans and accounts: the SQL of each layer in DuckDB and PostgreSQL against the matcher.</summary>
public sealed class RandomSqlTests(PostgreSqlWarehouse postgreSql) : IClassFixture<PostgreSqlWarehouse>
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

    [Fact]
    public void DuckDB_answers_like_the_matcher_on_random_plans() => Holds(new DuckDbWarehouse(), 100);

    [Fact]
    public void PostgreSQL_answers_like_the_matcher_on_random_plans() => Holds(postgreSql, 100);

    private static void Holds(IWarehouse warehouse, int worlds)
    {
        string failure = Campaign.Run(Campaign.IsLong ? 10_000 : worlds, seed => RandomWorlds.Of(seed), world => Trouble(world, warehouse));
        Assert.True(failure.Length == 0, failure);
    }

    private static string? Trouble(World world, IWarehouse warehouse)
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", PlanYaml.Of(world), PlanYaml.FilesOf(world.Plan));
        if (reading.Plan is not { } plan)
        {
            return $"{Campaign.Unreadable}: {string.Join('\n', reading.Problems)}";
        }

        ColumnTable accounts = AccountFile.Table(world.Accounts);
        var matcher = PlanMatcher.Compile(plan with { Scope = plan.Scope with { Schemes = Schemes.AsRead } }, Atlas);
        PlanSql sql = matcher.ToSql();
        ImmutableArray<string?[]> table = sql.Normalise(accounts, world.Day);
        Dictionary<(string, string), Answer> told;
        try
        {
            told = Warehouse.Answers(warehouse, sql, table);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or DuckDB.NET.Data.DuckDBException)
        {
            return $"the database refuses: {wrong.Message}";
        }

        PlanAnswers answers = matcher.Assign(accounts, world.Day, null, TestContext.Current.CancellationToken);
        foreach (LayerAnswers layer in answers.Layers)
        {
            for (int row = 0; row < accounts.Count; row++)
            {
                PlanAnswer was = layer[row];
                var expected = new Answer(was.Territory?.Value ?? "", was.RuleName, was.Path);
                string id = world.Accounts[row].Id;
                if (told.GetValueOrDefault((id, layer.Layer.Name)) != expected)
                {
                    return $"{id} in {layer.Layer.Name}: expected {expected}, was {told.GetValueOrDefault((id, layer.Layer.Name))}";
                }
            }
        }

        return told.Count == answers.Layers.Count * accounts.Count ? null : $"{told.Count} answers for {accounts.Count} accounts in {answers.Layers.Count} layers";
    }
}
