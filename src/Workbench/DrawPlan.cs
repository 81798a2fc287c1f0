using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>A layer of a plan over the areas of a boundary set.</summary>
/// <param name="Set">The areas.</param>
/// <param name="Territories">The territories that have at least one area, in the plan's order.</param>
/// <param name="TerritoryOf">Per area an index into <paramref name="Territories"/>; −1 where there is none.</param>
public sealed record PlanDrawing(BoundarySet Set, ImmutableArray<TerritoryNode> Territories, ImmutableArray<int> TerritoryOf);

/// <summary>A layer of a plan as a map: which territory has which area.</summary>
public static class DrawPlan
{
    // Tried in this order for a plan that names no set: the finest first, so that territories by town or county show their edges.
    private static readonly ImmutableArray<string> Usual = ["tw-towns", "us-counties", "us-states", "world-countries"];

    /// <summary>Draws a layer over the boundary set that its rules name; where they name none, over the usual set that shows most of its territories.</summary>
    /// <remarks>A scope such as <c>type = "B2B"</c> leaves out every account of which only the place is known; then the layer is drawn for accounts inside its scope.</remarks>
    /// <param name="matcher">The plan.</param>
    /// <param name="atlas">The boundary sets at hand.</param>
    /// <param name="layer">The layer, by its place in the plan.</param>
    /// <returns>Null when the layer is not about places: no set tells two of its territories apart.</returns>
    public static PlanDrawing? Run(PlanMatcher matcher, Atlas atlas, int layer) =>
        Best(matcher, atlas, layer, mayLeaveScope: false) ?? Best(matcher, atlas, layer, mayLeaveScope: true);

    /// <summary>Draws a layer over one boundary set, like <see cref="Run"/> where its rules name that set; where no territory has an area, the drawing is empty.</summary>
    public static PlanDrawing Over(PlanMatcher matcher, BoundarySet set, int layer) =>
        Draw(matcher, set, layer, mayLeaveScope: SetsNamedBy(matcher.Plan.Layers[layer]).Contains(set.Id, StringComparer.Ordinal));

    private static PlanDrawing? Best(PlanMatcher matcher, Atlas atlas, int layer, bool mayLeaveScope)
    {
        Layer drawn = matcher.Plan.Layers[layer];
        ImmutableArray<string> named = [.. SetsNamedBy(drawn).Where(atlas.Has)];
        int needed = drawn.Territories.SelectMany(territory => territory.WithDescendants()).Skip(1).Any() ? 2 : 1;
        return (named.Length > 0 ? named : Usual.Where(atlas.Has))
            .Select(set => Draw(matcher, atlas.Set(set), layer, mayLeaveScope))
            .Where(drawing => drawing.Territories.Length >= needed)
            .MaxBy(drawing => drawing.Territories.Length);
    }

    private static PlanDrawing Draw(PlanMatcher matcher, BoundarySet set, int layer, bool mayLeaveScope)
    {
        int[] all = PlanMap.TerritoriesOf(matcher, set, layer, mayLeaveScope);
        int[] present = [.. all.Where(territory => territory >= 0).Distinct().Order()];
        var placeOf = present.Select((territory, place) => (territory, place)).ToDictionary(pair => pair.territory, pair => pair.place);
        return new PlanDrawing(
            set,
            [.. present.Select(territory => matcher.Territories[territory])],
            [.. all.Select(territory => territory < 0 ? -1 : placeOf[territory])]);
    }

    private static IEnumerable<string> SetsNamedBy(Layer layer) => layer.Territories
        .SelectMany(territory => territory.WithDescendants())
        .Select(territory => territory.Where)
        .Append(layer.Scope)
        .OfType<Rule>()
        .SelectMany(rule => rule.BoundarySets)
        .Distinct(StringComparer.Ordinal);
}
