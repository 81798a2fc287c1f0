using Bailiwick.Import.Cells;
using Bailiwick.Import.Columns;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Mappings;
using Bailiwick.Import.Reading;
using Bailiwick.Import.Rows;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import;

/// <summary>The front: files → rows of the market. Finds the files, opens each by what it is, recognises it, then streams its rows.</summary>
/// <remarks>One thread. Each call of <see cref="Rows"/> reads the table's files anew and replaces what was reported of them.</remarks>
public sealed class MarketFiles : IReportedSource, IDisposable
{
    private readonly ImportOptions options;
    private readonly List<(ITableFile File, TablePlan Plan)> files = [];
    private readonly List<SourceNote> sources = [];
    private readonly ProblemList opening = new();
    private readonly Dictionary<MarketTable, TableReport> reports = [];
    private readonly ReferenceNames products;
    private readonly ReferenceNames accounts;
    private readonly ReferenceNames reps;
    private MappedMarket? mapped;

    private MarketFiles(ImportOptions options)
    {
        this.options = options;
        products = new ReferenceNames(isProducts: true, () => Known(Market.Products.Table, Market.Products.Id, Market.Products.Name));
        accounts = new ReferenceNames(isProducts: false, () => Known(Accounts.Table, Accounts.Id, Accounts.Name));
        reps = new ReferenceNames(isProducts: false, () => Known(Reps.Table, Reps.Id, Reps.Name));
    }

    /// <inheritdoc />
    public IReadOnlyList<SourceNote> Sources => sources;

    /// <inheritdoc />
    public IReadOnlyList<string> RejectsFiles => [.. mapped?.RejectsFiles ?? [], .. reports.Values.SelectMany(report => report.RejectsFiles)];

    /// <inheritdoc />
    public bool IsBroken => reports.Values.Any(report => report.Problems.Kinds.Any(kind => Import.Problems.IsBreak(kind.First)));

    /// <inheritdoc />
    public ProblemList Problems
    {
        get
        {
            var all = new ProblemList();
            all.Add(opening);
            foreach (MarketTable table in MarketTable.All.Where(reports.ContainsKey))
            {
                all.Add(reports[table].Problems);
            }

            return all;
        }
    }

    /// <summary>Opens files and folders. Nothing is read but the beginning of each file.</summary>
    /// <param name="paths">Files, or folders of which every table file is taken.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>The source. What could not be opened or recognised is in its <see cref="Problems"/>.</returns>
    public static MarketFiles Open(IReadOnlyList<string> paths, ImportOptions options)
    {
        var market = new MarketFiles(options);
        market.Check(paths);
        if (market.opening.Errors > 0)
        {
            return market;
        }

        if (options.Mapping is { } mapping)
        {
            market.Map(mapping, paths);
        }
        else
        {
            market.Recognise(TableFiles.Open(paths, options, market.opening));
        }

        if (market.files.Count == 0 && market.opening.Errors == 0)
        {
            market.opening.Add(Import.Problems.NothingToRead(string.Join(", ", paths)));
        }

        return market;
    }

    /// <inheritdoc />
    public long Rejected(MarketTable table) => reports.GetValueOrDefault(table)?.Rejected ?? 0;

    /// <inheritdoc />
    public IEnumerable<MarketRow> Rows(MarketTable table)
    {
        foreach ((_, _, RowReader reader) in Readers(table))
        {
            foreach (MarketRow row in reader.Read())
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc />
    public IEnumerable<ColumnTable> Batches(MarketTable table)
    {
        foreach ((ITableFile file, TablePlan plan, RowReader reader) in Readers(table))
        {
            IEnumerable<ColumnTable> batches = file switch
            {
                DelimitedFile text when reader.IsCellByCell => new DelimitedBatches(text, plan, reader, reports[table].Problems, options.Currency).Read(),
                ParquetFile parquet when reader.IsCellByCell && ParquetBatches.CanRead(plan) => new ParquetBatches(parquet, plan, reader, reports[table].Problems, options.Currency).Read(),
                _ => reader.Read().Batches(table),
            };
            foreach (ColumnTable batch in batches)
            {
                yield return batch;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => mapped?.Dispose();

    private IEnumerable<(ITableFile File, TablePlan Plan, RowReader Reader)> Readers(MarketTable table)
    {
        var report = new TableReport();
        reports[table] = report;
        foreach ((ITableFile file, TablePlan plan) in files.Where(file => file.Plan.Table == table))
        {
            using RejectsFile? rejects = options.Rejects is { } where ? RejectsOf(where, file, plan) : null;
            yield return (file, plan, new RowReader(file, plan, NamesOf, options.Currency, report.Problems, (row, why) =>
            {
                report.Rejected++;
                rejects?.Add(row, why);
            }));
            if (rejects?.Path is { } path)
            {
                report.RejectsFiles.Add(path);
            }
        }
    }

    private void Check(IReadOnlyList<string> paths)
    {
        if (options.Rejects is { } where && paths.FirstOrDefault(path => RejectsFile.IsOver(where, path)) is { } source)
        {
            opening.Add(Import.Problems.RejectsOverSource(where, source));
        }

        if (options.Currency is { } currency && !Currency.TryOf(currency, out _))
        {
            opening.Add(Import.Problems.NoSuchCurrency(currency));
        }
    }

    /// <summary>A mapping with anything wrong in it imports nothing: half of what it says may be worse than none.</summary>
    private void Map(string mapping, IReadOnlyList<string> paths)
    {
        (Mapping? read, IReadOnlyList<Problem> wrong) = MappingFile.Read(mapping);
        foreach (Problem problem in wrong)
        {
            opening.Add(problem);
        }

        if (read is null)
        {
            return;
        }

        mapped = new MappedMarket(read, paths, options, opening);
        IReadOnlyList<(ITableFile File, TablePlan Plan)> tables = mapped.Open();
        sources.AddRange(mapped.Sources.Select(source => Note(source, null) with { Layout = read.Name }));
        sources.AddRange(tables.Select(table => Note(table.File, table.Plan)));
        if (mapped.IsWhole)
        {
            files.AddRange(tables.Select(table => (table.File, table.Plan.With(options.Columns))));
        }
    }

    private void Recognise(IEnumerable<(ITableFile File, bool IsNamed)> opened)
    {
        DateHabit told = ParsedDate.Habit(options.Dates);
        foreach ((ITableFile file, bool isNamed) in opened)
        {
            var found = new List<Problem>();
            TablePlan? plan = Recognition.Plan(file, isNamed, options.Table, found);
            found.ForEach(opening.Add);
            plan = plan is null ? null : plan with { Rules = [.. plan.Rules.Select(rule => rule with { Dates = told })] };
            sources.Add(Note(file, plan));
            if (plan is not null)
            {
                files.Add((file, plan.With(options.Columns)));
            }
        }
    }

    private static SourceNote Note(ITableFile file, TablePlan? plan) => new(
        file.Name,
        plan?.Table.Name,
        plan?.Layout,
        file.Format,
        [
            .. file.Header.Select((name, at) => new ColumnNote(
                name,
                plan?.Rules.FirstOrDefault(rule => rule.At == at || rule.FillIns.Contains(at))?.Target.Name ?? (IsMeasure(plan, at) ? AreaFacts.Measure.Name : null),
                plan?.Custom.Any(custom => custom.At == at) == true && !IsMeasure(plan, at))),
        ]);

    private static bool IsMeasure(TablePlan? plan, int at) => plan?.Table == AreaFacts.Table && plan.Custom.Any(custom => custom.At == at);

    /// <summary>Named so that the file, mended, is recognised: by its table when the columns are canonical, else by its source.</summary>
    private RejectsFile RejectsOf(string where, ITableFile file, TablePlan plan)
    {
        string name = file is SelectedRows or PickedFile ? plan.Table.Name : file.Name;
        return new RejectsFile(RejectsFile.PathOf(where, name, isOnly: files.Count == 1), file.Header);
    }

    private ReferenceNames? NamesOf(ColumnRule rule) => rule.Target.Refers switch
    {
        "products" => products,
        "accounts" when rule.MayName => accounts,
        "reps" when rule.MayName => reps,
        null when rule.Target == Accounts.Products || rule.Target == Accounts.Interests || rule.Target == Leads.Interests => products,
        _ => null,
    };

    private IEnumerable<(string Id, string? Name)> Known(MarketTable table, TextColumn id, TextColumn name)
    {
        var silent = new ProblemList();
        foreach ((ITableFile file, TablePlan plan) in files.Where(file => file.Plan.Table == table))
        {
            TablePlan names = plan with { Rules = [.. plan.Rules.Where(rule => rule.Target == id || rule.Target == name)], Custom = [] };
            foreach (MarketRow row in new RowReader(file, names, _ => null, null, silent, (_, _) => { }).Read())
            {
                yield return (row[id]!, row[name]);
            }
        }

        ColumnTable? known = options.Known?.Invoke()[table];
        for (int row = 0; row < (known?.Count ?? 0); row++)
        {
            yield return (known![id][row]!, known[name][row]);
        }
    }

    private sealed class TableReport
    {
        public ProblemList Problems { get; } = new();

        public List<string> RejectsFiles { get; } = [];

        public long Rejected { get; set; }
    }
}
