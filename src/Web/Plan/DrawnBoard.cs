using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Web.Plan;

/// <summary>A board with what it was made of, for the API.</summary>
/// <param name="Plan">What the page shows.</param>
/// <param name="Matcher">The plan, ready to answer.</param>
/// <param name="Layer">The layer, by its place in the plan.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Map">Its map; null when it is not about places.</param>
internal sealed record DrawnBoard(PlanOnBoard Plan, PlanMatcher Matcher, int Layer, LayerFigures Figures, ColouredDrawing? Map)
{
    public static DrawnBoard Of(Plans.Plan plan, PlanMatcher matcher, FiguresResult figures, int layer, PlanDrawing? drawing, string version)
    {
        LayerFigures shown = figures.Layers[layer];
        ColouredDrawing? map = drawing is null ? null : ColouredDrawing.Of(drawing);
        Currency? currency = MainCurrency(shown);
        var names = shown.Territories.ToDictionary(figure => figure.Territory, figure => figure.Name);
        var board = new PlanOnBoard(
            plan.Id,
            plan.Name,
            plan.Effective,
            [.. figures.Layers.Select(each => each.Layer)],
            shown.Layer,
            drawing?.Set.Id,
            currency?.Code,
            [.. shown.Territories.Where(figure => figure.IsLeaf || map?.Find(figure.Territory) is not null).Select(figure => Line(figure, currency, names, map))],
            shown.GapAccounts,
            shown.OutOfScopeAccounts,
            version);
        return new DrawnBoard(board, matcher, layer, shown, map);
    }

    /// <summary>The amount in one currency; what was sold in others does not add to it.</summary>
    public static decimal RevenueIn(TerritoryFigure figure, string? currency) =>
        figure.Revenue.Where(amount => amount.Currency.Code == currency).Sum(amount => amount.Amount);

    private static BoardLine Line(TerritoryFigure figure, Currency? currency, Dictionary<TerritoryId, string> names, ColouredDrawing? map) => new(
        figure.Territory.Value,
        figure.Name,
        figure.Parent is { } parent ? names[parent] : null,
        figure.Rep is null ? null : figure.RepName ?? figure.Rep.Value.Value,
        figure.Accounts,
        figure.Customers,
        RevenueIn(figure, currency?.Code),
        figure.Share?.Value,
        figure.Balance,
        map?.Find(figure.Territory)?.Areas ?? 0,
        map?.Find(figure.Territory)?.Colour);

    private static Currency? MainCurrency(LayerFigures figures) =>
        figures.Territories.SelectMany(figure => figure.Revenue.Take(1)).GroupBy(amount => amount.Currency).MaxBy(same => same.Count())?.Key;
}

/// <summary>A map with its colours.</summary>
/// <param name="Drawing">Which territory has which area.</param>
/// <param name="Colours">Per territory of the drawing its colour.</param>
internal sealed record ColouredDrawing(PlanDrawing Drawing, ImmutableArray<int> Colours)
{
    private readonly Dictionary<TerritoryId, (int Areas, int Colour)> byTerritory = Drawing.TerritoryOf
        .Where(territory => territory >= 0)
        .GroupBy(territory => territory)
        .ToDictionary(areas => Drawing.Territories[areas.Key].Id, areas => (areas.Count(), Colours[areas.Key]));

    public static ColouredDrawing Of(PlanDrawing drawing) => new(drawing, TerritoryColours.Assign(
        [.. drawing.Territories.Select(territory => territory.Id.Value)],
        TerritoryColours.Touching(drawing.TerritoryOf, drawing.Set.Neighbours)));

    /// <summary>How many areas a territory has, and its colour; null when it has none.</summary>
    public (int Areas, int Colour)? Find(TerritoryId territory) => byTerritory.TryGetValue(territory, out (int, int) found) ? found : null;
}
