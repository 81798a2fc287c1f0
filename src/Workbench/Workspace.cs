namespace Bailiwick.Workbench;

/// <summary>One company's folder, opened: the stores, and the clock by which it acts.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Market">The market.</param>
/// <param name="Plans">Plans and owners.</param>
/// <param name="Boundaries">Boundary sets that people brought.</param>
/// <param name="Clock">The clock.</param>
public sealed record Workspace(string Folder, IMarketStore Market, IPlanStore Plans, IBoundaryStore Boundaries, TimeProvider Clock);
