using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

/// <summary>What every market store promises.</summary>
public abstract class MarketSuite<TPlace> : IDisposable
    where TPlace : StorePlace, new()
{
    private readonly TPlace place = new();
    private readonly Workspace workspace;

    protected MarketSuite() => workspace = place.Open();

    public void Dispose()
    {
        workspace.Dispose();
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Every_kind_of_value_comes_back_as_it_went_in()
    {
        Import(new Rows().Wide());

        ColumnTable accounts = Load().Accounts;
        Assert.Equal("A-00007", accounts[Accounts.Id][0]);
        Assert.Equal("台灣精密股份有限公司", accounts[Accounts.Name][0]);
        Assert.Null(accounts[Accounts.City][0]);
        Assert.Equal(121.5654, accounts[Accounts.Longitude][0]);
        Assert.Null(accounts[Accounts.Latitude][0]);
        Assert.Equal(4_200, accounts[Accounts.Employees][0]);
        Assert.Equal(1_234_567.8901m, accounts[Accounts.Revenue][0]);
        Assert.Equal(["P;1", "P\"2", "產品"], accounts[Accounts.Products][0]);
        Assert.Equal([], accounts[Accounts.Tags][0]);
        Assert.Equal(new DateOnly(1999, 12, 31), accounts[Accounts.Since][0]);
        Assert.Equal(["fleet_size=12", "通路=直營"], accounts.Custom.Select(pair => $"{pair.Key}={pair.Value[0]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_keep_the_order_in_which_their_keys_first_came()
    {
        Import(new Rows().Account("b").Account("a"));
        Import(new Rows().Account("c").Account("a", "changed"));

        Assert.Equal(["b", "a", "c"], Load().Accounts[Accounts.Id].Values);
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        Rows rows = new Rows().Wide().Account("A").Sale("1", "A", 12.5m).Quota("r", null, 1).Quota(null, "t", 2);
        Assert.Equal([new("accounts", 2, 2, 0, 0), new("sales", 1, 1, 0, 0), new("quotas", 2, 2, 0, 0)], Import(rows).Tables.Where(table => table.Read > 0));
        MarketSnapshot before = Load();

        Assert.Equal([new("accounts", 2, 0, 0, 2), new("sales", 1, 0, 0, 1), new("quotas", 2, 0, 0, 2)], Import(rows).Tables.Where(table => table.Read > 0));
        Assert.Same(before, Load());
        Assert.Single(workspace.Journal.Read());
    }

    [Fact]
    public void Only_other_content_counts_as_changed()
    {
        Import(new Rows().Account("A", "Acme").Account("B", "Beta").Account("C"));

        var (tables, _) = Import(new Rows().Account("A", "Acme").Account("B", "Beta Ltd").Account("D"));

        Assert.Equal(new TableImport("accounts", 3, 1, 1, 1), tables.Single(table => table.Read > 0));
        Assert.Equal(["Acme", "Beta Ltd", null, null], All(Load().Accounts[Accounts.Name]));
        Assert.Equal(2, workspace.Market.Version());
    }

    [Fact]
    public void Unknown_parts_of_a_key_are_equal_to_each_other()
    {
        Import(new Rows().Quota("r", null, 1));

        var (tables, _) = Import(new Rows().Quota("r", null, 2).Quota("r", "t", 3));

        Assert.Equal(new TableImport("quotas", 2, 1, 1, 0), tables.Single(table => table.Read > 0));
    }

    [Fact]
    public void The_last_of_two_rows_with_one_key_counts_and_the_person_is_told()
    {
        var (tables, problems) = Import(new Rows().Account("A", "old").Account("A", "new").Account("A", "new"));

        Assert.Equal(new TableImport("accounts", 3, 1, 0, 0, Repeated: 2), tables.Single(table => table.Read > 0));
        Assert.Equal(["new"], All(Load().Accounts[Accounts.Name]));
        Assert.Equal("storage.repeated-key A", $"{problems.Single().Code} {problems.Single().Value}");
    }

    [Fact]
    public void A_repeated_key_that_ends_as_it_was_is_the_same()
    {
        Rows rows = new Rows().Account("A", "one").Account("A", "two");
        Import(rows);

        Assert.Equal(new TableImport("accounts", 2, 0, 0, 1, Repeated: 1), Import(rows).Tables.Single(table => table.Read > 0));
        Assert.Equal(1, workspace.Market.Version());
        Assert.Equal(new TableImport("accounts", 2, 0, 1, 0, Repeated: 1), Import(new Rows().Account("A", "two").Account("A", "three")).Tables.Single(table => table.Read > 0));
        Assert.Equal(["three"], All(Load().Accounts[Accounts.Name]));
    }

    [Fact]
    public void A_dry_run_counts_and_doubts_but_keeps_nothing()
    {
        var (tables, problems) = workspace.Market.Import(new Rows().Account("A", owner: "r").Sale("1", "B", 1), keep: false, null, TestContext.Current.CancellationToken);

        Assert.Equal(2, tables.Sum(table => table.Added));
        Assert.Equal(2, problems.Count);
        Assert.Equal(0, workspace.Market.Version());
        Assert.Equal(0, Load().Accounts.Count);
        Assert.Empty(workspace.Journal.Read());
    }

    [Fact]
    public void Names_of_unknown_things_are_doubted_together_and_kept()
    {
        var (_, problems) = Import(new Rows()
            .Account("A", owner: "nobody")
            .Sale("1", "A", 1).Sale("2", "X", 1).Sale("3", "X", 1).Sale("4", "Y", 1));

        Assert.Equal(
            [
                "accounts:owner: In accounts, 1 row names 1 key of reps in owner that is not known: nobody. It was kept. Maybe import the missing reps as well.",
                "sales:account: In sales, 3 rows name 2 keys of accounts in account that are not known: X, Y. They were kept. Maybe import the missing accounts as well.",
            ],
            problems.Select(problem => problem.ToString()));
        Assert.Equal(4, Load().Sales.Count);
    }

    [Fact]
    public void An_import_that_fails_in_the_middle_leaves_nothing()
    {
        Import(new Rows().Account("A"));

        Assert.Throws<InvalidDataException>(() => Import(new FailingSource(new Rows().Account("B").Account("A", "changed"), Sales.Table)));

        Assert.Equal(["A"], Load().Accounts[Accounts.Id].Values);
        Assert.Equal([new TableImport("accounts", 1, 0, 0, 1)], Import(new Rows().Account("A")).Tables.Where(table => table.Read > 0));
    }

    [Fact]
    public void A_cancelled_import_leaves_nothing()
    {
        using var cancelling = new CancellationTokenSource();
        var source = new FailingSource(new Rows().Account("A"), Sales.Table, cancelling.Cancel);

        Assert.Throws<OperationCanceledException>(() => workspace.Market.Import(source, keep: true, null, cancelling.Token));

        Assert.Equal(0, workspace.Market.Version());
    }

    [Fact]
    public void An_amount_that_cannot_be_kept_is_a_problem_with_its_place()
    {
        var (tables, problems) = Import(new Rows().Account("A").Sale("1", "A", 1e18m).Sale("2", "A", 2));

        Assert.Equal("sales.csv:2:amount", problems.Single().Place.ToString());
        Assert.Equal(1, tables.Single(table => table.Table == "sales").Added);
    }

    [Fact]
    public void Another_opening_sees_what_was_imported_and_loads_it_anew_only_when_it_changed()
    {
        using Workspace other = place.Open();
        MarketSnapshot before = other.Market.Load(TestContext.Current.CancellationToken);
        Import(new Rows().Account("A"));

        MarketSnapshot after = other.Market.Load(TestContext.Current.CancellationToken);

        Assert.NotSame(before, after);
        Assert.Equal(1, after.Accounts.Count);
        Assert.Same(after, other.Market.Load(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Readers_see_a_whole_import_or_none_of_it()
    {
        const int imports = 12;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Workspace other = place.Open();
        Task<int> reading = Task.Run(
            () =>
            {
                int looks = 0;
                while (other.Market.Version() < imports)
                {
                    MarketSnapshot seen = other.Market.Load(cancellation);
                    Assert.Equal(seen.Version * 10, seen.Accounts.Count);
                    Assert.Equal(seen.Version * 10, seen.Sales.Count);
                    looks++;
                }

                return looks;
            },
            cancellation);
        for (int import = 0; import < imports; import++)
        {
            Rows rows = new();
            for (int row = 0; row < 10; row++)
            {
                rows.Account($"{import}-{row}").Sale($"{import}-{row}", $"{import}-{row}", row);
            }

            Import(rows);
        }

        Assert.True(await reading >= 0);
    }

    /// <summary>A model of the store in a dictionary; thirty imports of few keys, so that all paths are met.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Imports_by_chance_leave_what_a_dictionary_would_hold(ulong seed)
    {
        var chance = new Chance(seed);
        var model = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (int import = 0; import < 30; import++)
        {
            Rows rows = new();
            var after = new Dictionary<string, string?>(model, StringComparer.Ordinal);
            var met = new HashSet<string>(StringComparer.Ordinal);
            int count = chance.Next(12);
            for (int row = 0; row < count; row++)
            {
                string id = $"A{chance.Next(15)}";
                string? name = chance.Next(4) is var letter and > 0 ? $"name {letter}" : null;
                rows.Account(id, name);
                after[id] = name;
                met.Add(id);
            }

            TableImport expected = new(
                "accounts", count,
                met.Count(id => !model.ContainsKey(id)),
                met.Count(id => model.TryGetValue(id, out string? was) && was != after[id]),
                met.Count(id => model.TryGetValue(id, out string? was) && was == after[id]),
                count - met.Count);
            model = after;

            Assert.True(expected == Import(rows).Tables.Single(table => table.Table == "accounts"), $"seed {seed}, import {import}");
            ColumnTable accounts = Load().Accounts;
            Assert.Equal(
                model.OrderBy(pair => pair.Key, StringComparer.Ordinal),
                All(accounts[Accounts.Id]).Zip(All(accounts[Accounts.Name]), (id, name) => KeyValuePair.Create(id!, name)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string?> All(TextValues values) => Enumerable.Range(0, values.Count).Select(row => values[row]);

    private (IReadOnlyList<TableImport> Tables, IReadOnlyList<Problem> Problems) Import(IMarketSource source) =>
        workspace.Market.Import(source, keep: true, null, TestContext.Current.CancellationToken);

    private MarketSnapshot Load() => workspace.Market.Load(TestContext.Current.CancellationToken);

    private sealed class FailingSource(IMarketSource good, MarketTable failing, Action? instead = null) : IMarketSource
    {
        public IEnumerable<MarketRow> Rows(MarketTable table)
        {
            if (table != failing)
            {
                return good.Rows(table);
            }

            if (instead is null)
            {
                throw new InvalidDataException("the file ended in the middle of a row");
            }

            instead();
            return [];
        }
    }
}
