using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Staffing;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Which plan to staff.</summary>
/// <param name="FileOrKey">A plan file, or the key of a kept plan.</param>
/// <param name="Layer">The layer to staff; null is the first.</param>
/// <param name="Day">The day for which reps and overrides count; null is the plan's first day, else today.</param>
public sealed record StaffRequest(string FileOrKey, string? Layer = null, DateOnly? Day = null);

/// <summary>Who got what, and the plan with it.</summary>
/// <param name="Layer">The layer that was staffed; null when there was nothing to staff.</param>
/// <param name="Staffing">The assignment; null when there was nothing to staff.</param>
/// <param name="Names">Names of the reps and of the territories, by key.</param>
/// <param name="Text">The plan's text with the new owners; null when there was nothing to staff.</param>
/// <param name="Files">The list files that the plan names: relative path → content.</param>
/// <param name="Problems">Errors and doubts.</param>
public sealed record StaffResult(
    string? Layer,
    StaffingResult? Staffing,
    StaffNames Names,
    string? Text,
    ImmutableSortedDictionary<string, string> Files,
    IReadOnlyList<Problem> Problems)
{
    internal static StaffResult Refused(IReadOnlyList<Problem> problems) => new(null, null, new StaffNames(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty), null, ImmutableSortedDictionary<string, string>.Empty, problems);
}

/// <summary>Names for people; a key without a name is its own.</summary>
public sealed record StaffNames(ImmutableDictionary<string, string> Reps, ImmutableDictionary<string, string> Territories)
{
    /// <summary>The name of a rep.</summary>
    public string Of(RepId rep) => Reps.GetValueOrDefault(rep.Value, rep.Value);

    internal static StaffNames Of(StaffingProblem problem) => new(
        problem.Reps.ToImmutableDictionary(rep => rep.Id.Value, rep => rep.Name, StringComparer.Ordinal),
        problem.Territories.ToImmutableDictionary(territory => territory.Id.Value, territory => territory.Name, StringComparer.Ordinal));

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
    public static StaffResult Run(Workspace workspace, Atlas house, StaffRequest request, CancellationToken cancellation)
    {
        PlanReading reading = PlanReference.Read(workspace, request.FileOrKey).Reading;
        if (reading.Plan is not { } plan)
        {
            return StaffResult.Refused(reading.Problems);
        }

        int layer = PlanReference.LayerOf(plan, request.Layer);
        if (layer < 0)
        {
            return StaffResult.Refused([Problems.NoSuchLayer(request.Layer, plan)]);
        }

        MarketSnapshot market = workspace.Market.Load(cancellation);
        var matcher = PlanMatcher.Compile(plan, WorkspaceAtlas.Of(workspace, house));
        DateOnly day = request.Day ?? plan.Effective ?? PlanReference.Today(workspace);
        PlanAnswers answers = matcher.Assign(market.Accounts, day, cancellation: cancellation);
        var problem = new StaffingProblem(Reps(market.Reps, day), Territories(matcher, answers.Layers[layer], market.Accounts));
        StaffingResult staffing = Staffer.Solve(problem);
        return new StaffResult(
            plan.Layers[layer].Name,
            staffing,
            StaffNames.Of(problem),
            PlanText.SetReps(plan.Source, staffing.Choices.Where(choice => choice.Rep is not null).Select(choice => KeyValuePair.Create(choice.Territory, choice.Rep!.Value))),
            plan.Files,
            [.. reading.Problems, .. matcher.Problems, .. answers.Problems, .. staffing.Problems]);
    }

    private static ImmutableArray<StaffedRep> Reps(ColumnTable reps, DateOnly day) =>
    [
        .. MarketReps.On(reps, day)
            .Select(row => new StaffedRep(new RepId(reps[Market.Reps.Id][row]!), reps[Market.Reps.Name][row] ?? reps[Market.Reps.Id][row]!, MarketReps.HomeOf(reps, row)))
            .OrderBy(rep => rep.Id.Value, StringComparer.Ordinal),
    ];

    private static ImmutableArray<StaffedTerritory> Territories(PlanMatcher matcher, LayerAnswers answers, ColumnTable accounts)
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
}
