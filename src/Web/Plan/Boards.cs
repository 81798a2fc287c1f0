using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Web.Plan;

/// <summary>What the page and the API show, read through the use cases and kept until the market or the plan changes.</summary>
/// <remarks>Threads share it: many people look at the same plan, and it is read once.</remarks>
internal sealed class Boards(Workspace workspace, Places places)
{
    // People look at today and a few other days; each board is small.
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<string, Lazy<Task<DrawnBoard>>> kept = new(StringComparer.Ordinal);

    /// <summary>Today, where the server stands.</summary>
    public DateOnly Today => DateOnly.FromDateTime(workspace.Clock.GetLocalNow().Date);

    /// <summary>The board of a day.</summary>
    /// <param name="day">The day; today when null.</param>
    /// <param name="layer">The layer; the plan's first when null or unknown.</param>
    /// <param name="cancellation">Stops waiting; the reading itself goes on for the others.</param>
    /// <exception cref="WorkspaceException">The workspace cannot be read.</exception>
    public async Task<PlanBoard> ReadAsync(DateOnly? day, string? layer, CancellationToken cancellation)
    {
        DateOnly asked = day ?? Today;
        if (workspace.Plans.InForce(asked) is { } plan)
        {
            DrawnBoard drawn = await DrawAsync(plan, asked, layer, cancellation);
            return new PlanBoard(Stage.Planned, asked, [], drawn.Plan);
        }

        ImmutableArray<string> drafts = [.. workspace.Plans.List().Where(other => other.State == Plans.PlanState.Draft).Select(other => other.Name)];
        bool isEmpty = workspace.Market.Version() == 0 && drafts.IsEmpty;
        return new PlanBoard(isEmpty ? Stage.Empty : Stage.Unplanned, asked, drafts, null);
    }

    /// <summary>A plan's layer with its figures on a day, and its map.</summary>
    /// <exception cref="WorkspaceException">The workspace cannot be read.</exception>
    public Task<DrawnBoard> DrawAsync(Plans.Plan plan, DateOnly day, string? layer, CancellationToken cancellation)
    {
        string version = string.Create(CultureInfo.InvariantCulture, $"{plan.Id.Value}.{plan.Published?.UtcTicks ?? 0:x}.{workspace.Market.Version()}.{workspace.Industries.Version()}.{day:yyyyMMdd}.{layer}");
        if (kept.Count > MostKept || (kept.TryGetValue(version, out Lazy<Task<DrawnBoard>>? known) && known.Value.IsFaulted))
        {
            kept.Clear();
        }

        return kept.GetOrAdd(version, _ => new Lazy<Task<DrawnBoard>>(() => Task.Run(() => Draw(plan, day, layer, version), CancellationToken.None))).Value.WaitAsync(cancellation);
    }

    private DrawnBoard Draw(Plans.Plan plan, DateOnly day, string? layer, string version)
    {
        PlanReading reading = PlanFile.Parse(plan.Name, plan.Source, plan.Files, workspace.Industries.Load());
        PlanDocument document = reading.Plan ?? throw new WorkspaceException(reading.Problems[0]);
        Atlas atlas = places.Atlas();
        PlanMatcher matcher = PlanMatcher.Compile(document, atlas);
        FiguresResult figures = TerritoryFigures.Of(workspace.Market.Load(CancellationToken.None), matcher, day, CancellationToken.None);
        int at = Math.Max(0, figures.Layers.Select(each => each.Layer).ToList().IndexOf(layer ?? ""));
        return DrawnBoard.Of(plan, matcher, figures, at, DrawPlan.Run(matcher, atlas, at), version);
    }
}
