using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Rules;

namespace Bailiwick.Workbench;

/// <summary>What one import did to one table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Read">Rows that came: the sum of the four others.</param>
/// <param name="Added">Rows with a key that was not there.</param>
/// <param name="Changed">Rows with a known key and another content.</param>
/// <param name="Same">Rows that were there already.</param>
/// <param name="Repeated">Rows whose key had come before in the same import; the last one counts.</param>
public sealed record TableImport(string Table, long Read, long Added, long Changed, long Same, long Repeated = 0);

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

/// <summary>What a publication did.</summary>
/// <param name="OwnersChanged">Accounts × layers whose territory or rep on the effective day is another than before.</param>
/// <param name="Superseded">The plan that was in force on the effective day before, if any.</param>
/// <param name="Problems">Why nothing was published; empty when it was.</param>
public sealed record PublishResult(long OwnersChanged, PlanId? Superseded, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether the plan is published now.</summary>
    public bool IsPublished => Problems.Count == 0;
}

/// <summary>Keeps plans and who owns what.</summary>
public interface IPlanStore
{
    /// <summary>Saves a draft; a plan that is not a draft any more is never overwritten.</summary>
    /// <returns>Why it was not saved; empty when it was.</returns>
    IReadOnlyList<Problem> Save(Plan draft);

    /// <summary>The plan with this key, or null.</summary>
    Plan? Find(PlanId id);

    /// <summary>All plans, latest first.</summary>
    IReadOnlyList<Plan> List();

    /// <summary>The plan in force on a day, or null: of the published ones the latest that is effective by then.</summary>
    Plan? InForce(DateOnly day);

    /// <summary>Publishes a plan with the owners that follow from it, in one transaction: the plan it supersedes, and all owners, change together or not at all.</summary>
    /// <remarks>
    /// It is in force from its effective day until the next published plan's. Only owners that differ are written.
    /// Of two publishers at once one wins; the other is told, and nothing of his is kept.
    /// </remarks>
    /// <param name="plan">The plan, as it is kept: a draft.</param>
    /// <param name="over">The plan that the publisher saw in force on the effective day, or null for none; another one there by now is a problem.</param>
    /// <param name="owners">One answer per account and layer; their dates are not read: the plan's count.</param>
    /// <param name="at">The moment, for the plan and the journal.</param>
    /// <param name="cancellation">Undoes it.</param>
    PublishResult Publish(Plan plan, PlanId? over, IEnumerable<Ownership> owners, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The owners in force on a day, ordered by layer and account (ordinal), streamed: as they were when the first was asked for.</summary>
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

/// <summary>Keeps the industry schemes that people brought.</summary>
public interface IIndustryStore
{
    /// <summary>The kept schemes.</summary>
    IndustrySchemes Load();

    /// <summary>Keeps a scheme; a second one with the same id replaces the first.</summary>
    void Save(IndustryScheme scheme);

    /// <summary>The number that grows with each change of the schemes; 0 when none was ever kept.</summary>
    long Version();
}

/// <summary>One entry of the journal.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="What">What happened, <c>room.happened</c>: <c>market.imported</c>, <c>plan.published</c>.</param>
/// <param name="Subject">To which thing: a plan's key, a boundary set's id.</param>
/// <param name="Before">Fingerprint of the thing before; null when there was none.</param>
/// <param name="After">Fingerprint of the thing after.</param>
/// <param name="Detail">Figures, as JSON.</param>
public sealed record JournalEntry(long Number, DateTimeOffset At, string Who, string What, string Subject, string? Before, string After, string Detail);

/// <summary>Who did what, when: only ever added to, each entry chained to the one before, so that tampering shows.</summary>
/// <remarks>Stores write it themselves, in the same transaction as the change.</remarks>
public interface IJournal
{
    /// <summary>All entries, oldest first, streamed.</summary>
    IEnumerable<JournalEntry> Read();

    /// <summary>Counts the chain again.</summary>
    /// <returns>The first entry that does not fit; empty when all do.</returns>
    IReadOnlyList<Problem> Verify();
}
