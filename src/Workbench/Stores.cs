using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;

namespace Bailiwick.Workbench;

/// <summary>What one import did to one table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Read">Rows that came.</param>
/// <param name="Added">Rows with a key that was not there.</param>
/// <param name="Changed">Rows with a known key and another content.</param>
/// <param name="Same">Rows that were there already.</param>
public sealed record TableImport(string Table, long Read, long Added, long Changed, long Same);

/// <summary>How far a long work is. Total is null while unknown.</summary>
public sealed record Progress(Text Step, long Done, long? Total);

/// <summary>Keeps the market.</summary>
public interface IMarketStore
{
    /// <summary>Takes all rows of a source in one transaction: all or nothing, and twice is the same as once.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="keep">False for a dry run: everything is done, then undone.</param>
    /// <param name="progress">Told as rows go in; may be null.</param>
    /// <param name="cancellation">Undoes the whole import.</param>
    /// <returns>The counts per table, and the doubts that show only against the whole market (a sale of an unknown account).</returns>
    (IReadOnlyList<TableImport> Tables, IReadOnlyList<Problem> Problems) Import(
        IMarketSource source, bool keep, IProgress<Progress>? progress, CancellationToken cancellation);

    /// <summary>The number that grows with each change of the market; 0 when nothing was ever imported.</summary>
    long Version();

    /// <summary>The market in columns. Cached until the version changes.</summary>
    MarketSnapshot Load(CancellationToken cancellation);
}

/// <summary>Keeps plans and who owns what.</summary>
public interface IPlanStore
{
    /// <summary>Saves a draft; a plan that is not a draft any more is never overwritten.</summary>
    void Save(Plan draft);

    /// <summary>The plan with this key, or null.</summary>
    Plan? Find(PlanId id);

    /// <summary>All plans, latest first.</summary>
    IReadOnlyList<Plan> List();

    /// <summary>The plan in force on a day, or null.</summary>
    Plan? InForce(DateOnly day);

    /// <summary>Publishes a plan with the owners that follow from it, in one transaction: the plan it supersedes, and all owners, change together or not at all.</summary>
    /// <param name="plan">The plan, a draft in the store.</param>
    /// <param name="owners">One answer per account and layer, effective from the plan's day.</param>
    /// <param name="at">The moment, for the journal.</param>
    /// <param name="cancellation">Undoes it.</param>
    /// <returns>How many owners changed against the plan before.</returns>
    long Publish(Plan plan, IEnumerable<Ownership> owners, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The owners in force on a day, ordered by layer and account.</summary>
    IEnumerable<Ownership> Owners(DateOnly day);
}

/// <summary>Keeps the boundary sets that people brought.</summary>
public interface IBoundaryStore
{
    /// <summary>The ids of the kept sets.</summary>
    IReadOnlyList<string> List();

    /// <summary>Keeps a compiled set under its id; a second one with the same id replaces the first.</summary>
    void Save(string id, byte[] compiled);

    /// <summary>The compiled set, or null.</summary>
    byte[]? Find(string id);
}
