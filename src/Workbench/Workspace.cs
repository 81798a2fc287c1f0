namespace Bailiwick.Workbench;

/// <summary>One company's folder, opened: the stores, and the clock by which it acts.</summary>
/// <remarks>Threads may share it. Who opened it disposes it.</remarks>
/// <param name="Folder">The folder.</param>
/// <param name="Market">The market.</param>
/// <param name="Plans">Plans and owners.</param>
/// <param name="Boundaries">Boundary sets that people brought.</param>
/// <param name="Industries">Industry schemes that people brought.</param>
/// <param name="Journal">Who did what, when.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Resources">What the stores hold open; disposed with the workspace.</param>
public sealed record Workspace(
    string Folder,
    IMarketStore Market,
    IPlanStore Plans,
    IBoundaryStore Boundaries,
    IIndustryStore Industries,
    IJournal Journal,
    TimeProvider Clock,
    IDisposable Resources) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Resources.Dispose();
}
