using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Staffing;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Which plan to staff.</summary>
/// <param name="Plan">The plan, read.</param>
/// <param name="Text">Its text, into which the owners go.</param>
/// <param name="Layer">The layer to staff; null is the first.</param>
/// <param name="Day">The day for which reps and overrides count; null is the plan's first day, else today.</param>
/// <param name="Atlas">The geography, with the workspace's own sets; null when no rule asks for areas.</param>
public sealed record StaffRequest(PlanDocument Plan, string Text, string? Layer = null, DateOnly? Day = null, Atlas? Atlas = null);

/// <summary>Who got what, and the plan with it.</summary>
/// <param name="Layer">The layer that was staffed; null when there was nothing to staff.</param>
/// <param name="Staffing">The assignment; null when there was nothing to staff.</param>
/// <param name="Names">Names of the reps and of the territories, by key.</param>
/// <param name="Text">The plan's text with the new owners; null when there was nothing to staff.</param>
/// <param name="Problems">Errors and doubts.</param>
public sealed record StaffResult(
    string? Layer,
    StaffingResult? Staffing,
    StaffNames Names,
    string? Text,
    IReadOnlyList<Problem> Problems);

/// <summary>Names for people; a key without a name is its own.</summary>
public sealed record StaffNames(ImmutableDictionary<string, string> Reps, ImmutableDictionary<string, string> Territories)
{
    /// <summary>The name of a rep.</summary>
    public string Of(RepId rep) => Reps.GetValueOrDefault(rep.Value, rep.Value);

    /// <summary>The name of a territory.</summary>
    public string Of(TerritoryId territory) => Territories.GetValueOrDefault(territory.Value, territory.Value);
}

/// <summary>Reps to the territories of a plan, by the distance from home to the accounts.</summary>
/// <remarks>
/// Territories are those in which an account can end: without children, or keeping what their children leave. Reps are those of the
/// market who are there on the day, in the order of their keys.
/// </remarks>
public static class StaffTerritories
{
    /// <summary>Assigns, and writes the owners into the plan's text. Nothing is kept.</summary>
    public static StaffResult Run(Workspace workspace, StaffRequest request, CancellationToken cancellation) =>
        Run(workspace.Market.Load(cancellation), request, Today(workspace), cancellation);

    private static StaffResult Run(MarketSnapshot market, StaffRequest request, DateOnly today, CancellationToken cancellation)
    {
        var matcher = PlanMatcher.Compile(request.Plan, request.Atlas);
        int at = request.Layer is null ? 0 : request.Plan.Layers.Select(layer => layer.Name).ToList().IndexOf(request.Layer);
        if (at < 0 || at >= request.Plan.Layers.Length)
        {
            return new StaffResult(null, null, new StaffNames([], []), null, [Problems.NoSuchLayer(request.Layer, request.Plan)]);
        }

        DateOnly day = request.Day ?? request.Plan.Effective ?? today;
        PlanAnswers answers = matcher.Assign(market.Accounts, day, cancellation: cancellation);
        StaffedRep[] reps = Reps(market.Reps, day);
        StaffedTerritory[] territories = Territories(matcher, answers.Layers[at], market.Accounts);
        StaffingResult staffing = Staffer.Solve(new StaffingProblem([.. reps], [.. territories]));
        var names = new StaffNames(
            reps.ToImmutableDictionary(rep => rep.Id.Value, rep => rep.Name, StringComparer.Ordinal),
            territories.ToImmutableDictionary(territory => territory.Id.Value, territory => territory.Name, StringComparer.Ordinal));
        return new StaffResult(
            request.Plan.Layers[at].Name,
            staffing,
            names,
            PlanText.SetReps(request.Text, staffing.Choices.Where(choice => choice.Rep is not null).Select(choice => KeyValuePair.Create(choice.Territory, choice.Rep!.Value))),
            [.. matcher.Problems, .. answers.Problems, .. staffing.Problems]);
    }

    private static DateOnly Today(Workspace workspace) => DateOnly.FromDateTime(workspace.Clock.GetLocalNow().Date);

    private static StaffedRep[] Reps(ColumnTable reps, DateOnly day) =>
    [
        .. Enumerable.Range(0, reps.Count)
            .Where(row => !(reps[Market.Reps.Since][row] > day) && !(reps[Market.Reps.Until][row] < day))
            .Select(row => new StaffedRep(new RepId(reps[Market.Reps.Id][row]!), reps[Market.Reps.Name][row] ?? reps[Market.Reps.Id][row]!, Home(reps, row)))
            .OrderBy(rep => rep.Id.Value, StringComparer.Ordinal),
    ];

    private static LonLat? Home(ColumnTable reps, int row) =>
        Point(reps[Market.Reps.HomeLongitude][row], reps[Market.Reps.HomeLatitude][row])
        ?? Point(reps[Market.Reps.PlacedLongitude][row], reps[Market.Reps.PlacedLatitude][row]);

    private static StaffedTerritory[] Territories(PlanMatcher matcher, LayerAnswers answers, ColumnTable accounts)
    {
        var points = new List<LonLat>?[matcher.Territories.Length];
        foreach (TerritoryNode territory in answers.Layer.Territories.SelectMany(top => top.WithDescendants()).Where(territory => territory.Children.IsEmpty || territory.Keeps))
        {
            points[matcher.IndexOf(territory.Id)] = [];
        }

        for (int row = 0; row < answers.Count; row++)
        {
            if (answers.TerritoryOf(row) is >= 0 and var territory && MarketPlaces.Of(accounts, row) is { } point)
            {
                points[territory]?.Add(point);
            }
        }

        return
        [
            .. points.Select((visits, territory) => (visits, matcher.Territories[territory]))
                .Where(pair => pair.visits is not null)
                .Select(pair => new StaffedTerritory(pair.Item2.Id, pair.Item2.Name, TravelDistance.Gather(pair.visits!))),
        ];
    }

    private static LonLat? Point(double? longitude, double? latitude) => longitude is { } x && latitude is { } y ? new LonLat(x, y) : null;
}

/// <summary>Where accounts are.</summary>
internal static class MarketPlaces
{
    /// <summary>The point at which the account was placed, else the one it came with; null when neither is known.</summary>
    public static LonLat? Of(ColumnTable accounts, int row) =>
        Point(accounts[Accounts.PlacedLongitude].Values[row], accounts[Accounts.PlacedLatitude].Values[row])
        ?? Point(accounts[Accounts.Longitude].Values[row], accounts[Accounts.Latitude].Values[row]);

    private static LonLat? Point(double longitude, double latitude) => LonLat.IsValid(longitude, latitude) ? new LonLat(longitude, latitude) : null;
}
