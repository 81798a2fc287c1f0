using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>What to import and how.</summary>
/// <param name="Source">The rows. A <see cref="IReportedSource"/> adds its report to the result.</param>
/// <param name="Atlas">By which rows are placed; null leaves them unplaced.</param>
/// <param name="IsDryRun">Does everything and keeps nothing.</param>
/// <param name="IsStrict">Keeps nothing when there is any doubt.</param>
public sealed record ImportRequest(IMarketSource Source, Atlas? Atlas, bool IsDryRun = false, bool IsStrict = false);

/// <summary>What an import did.</summary>
/// <param name="IsKept">Whether the market now holds the rows.</param>
/// <param name="Version">The market's version afterwards.</param>
/// <param name="Tables">Per table that had rows: what came, what changed, what was rejected, and the sums of its amounts.</param>
/// <param name="Sources">The files and what each was taken for.</param>
/// <param name="Problems">Every doubt and every error.</param>
/// <param name="RejectsFiles">Where the rejected rows are, to be mended and imported again.</param>
public sealed record ImportResult(
    bool IsKept,
    long Version,
    IReadOnlyList<ImportedTable> Tables,
    IReadOnlyList<SourceNote> Sources,
    ProblemList Problems,
    IReadOnlyList<string> RejectsFiles);

/// <summary>What an import did to one table.</summary>
/// <param name="Counts">Rows read, added, changed and the same.</param>
/// <param name="Rejected">Rows that could not be taken.</param>
/// <param name="Sums">Sums of the amounts of the rows that were taken, by column and currency.</param>
public sealed record ImportedTable(TableImport Counts, long Rejected, IReadOnlyList<AmountSum> Sums);

/// <summary>A sum of amounts.</summary>
/// <param name="Column">The money column.</param>
/// <param name="Currency">ISO 4217; null for amounts without a currency.</param>
/// <param name="Amount">The exact sum, four decimals.</param>
public sealed record AmountSum(string Column, string? Currency, decimal Amount);

/// <summary>Facts in: reads, places, checks and keeps rows in one transaction.</summary>
public static class ImportMarket
{
    /// <summary>Imports. All or nothing; importing the same again changes nothing.</summary>
    public static ImportResult Run(Workspace workspace, ImportRequest request, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        ImportResult result = Import(workspace, request, keep: !request.IsDryRun && !request.IsStrict, progress, cancellation);
        bool isClean = request.IsStrict && !request.IsDryRun && result.Problems.Count == 0;
        return isClean ? Import(workspace, request, keep: true, progress, cancellation) : result;
    }

    private static ImportResult Import(Workspace workspace, ImportRequest request, bool keep, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        PlacedSource? placed = request.Atlas is { } atlas ? new PlacedSource(request.Source, atlas.Resolver) : null;
        var check = new CheckedSource(placed ?? request.Source, PlanReference.Today(workspace), workspace.Industries.Load());
        var counted = new CountedSource(check);
        var report = request.Source as IReportedSource;
        IReadOnlyList<TableImport> tables = [];
        IReadOnlyList<Problem> problems = [];
        bool isBroken = false;
        using var undo = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        counted.AfterTable = () =>
        {
            if (report?.IsBroken == true)
            {
                undo.Cancel();
            }
        };
        try
        {
            (tables, problems) = workspace.Market.Import(counted, keep, progress, undo.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            isBroken = true;
        }

        var all = new ProblemList();
        foreach (ProblemList found in new[] { report?.Problems }.Concat(placed?.Problems ?? []).Concat(check.Problems).OfType<ProblemList>())
        {
            all.Add(found);
        }

        foreach (Problem problem in problems)
        {
            all.Add(problem);
        }

        return new ImportResult(
            keep && !isBroken && tables.Any(table => table.Read > 0),
            workspace.Market.Version(),
            [.. MarketTable.All.Select(table => Imported(table, tables, counted, report)).Where(table => table.Counts.Read + table.Rejected > 0)],
            report?.Sources ?? [],
            all,
            report?.RejectsFiles ?? []);
    }

    private static ImportedTable Imported(MarketTable table, IReadOnlyList<TableImport> imports, CountedSource counted, IReportedSource? report) => new(
        imports.FirstOrDefault(import => import.Table == table.Name) ?? new TableImport(table.Name, 0, 0, 0, 0),
        report?.Rejected(table) ?? 0,
        counted.Sums(table));
}
