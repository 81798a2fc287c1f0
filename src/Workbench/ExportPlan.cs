using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>The plan in force as a table: by territory with figures, or by area.</summary>
internal static class ExportPlan
{
    public static ExportResult Run(Workspace workspace, Atlas house, ExportRequest request, CancellationToken cancellation)
    {
        DateOnly day = request.Day ?? PlanReference.Today(workspace);
        if (workspace.Plans.InForce(day) is not { } plan)
        {
            return new ExportResult(null, null, [Problems.NoPlanInForce(day)]);
        }

        PlanReading reading = PlanFile.Parse(plan.Id.Value, plan.Source, plan.Files, workspace.Industries.Load());
        if (reading.Plan is not { } document)
        {
            return new ExportResult(null, null, reading.Problems);
        }

        int layer = PlanReference.LayerOf(document, request.Layer);
        if (layer < 0)
        {
            return new ExportResult(null, null, [Problems.NoSuchLayer(request.Layer, document)]);
        }

        Atlas atlas = WorkspaceAtlas.Of(workspace, house);
        var matcher = PlanMatcher.Compile(document, atlas);
        FiguresResult figures = TerritoryFigures.Of(workspace.Market.Load(cancellation), matcher, day, cancellation);
        BoundarySet? set = SetOf(request, matcher, atlas, layer);
        return request.Kind == ExportKind.Territories ? Territories(figures, matcher, set, layer)
            : set is null ? new ExportResult(null, null, [Problems.NoBoundaries(request.Boundaries, atlas)])
            : Areas(figures, matcher, set, layer);
    }

    // The set that the request names, else the one in which the plan is drawn.
    private static BoundarySet? SetOf(ExportRequest request, PlanMatcher matcher, Atlas atlas, int layer) =>
        request.Boundaries is not { } id ? DrawPlan.Run(matcher, atlas, layer)?.Set : atlas.Has(id) ? atlas.Set(id) : null;

    private static ExportResult Territories(FiguresResult figures, PlanMatcher matcher, BoundarySet? set, int layer)
    {
        TerritoryFigure[] all = [.. figures.Layers.SelectMany(each => each.Territories)];
        Currency[] currencies = [.. all.SelectMany(territory => territory.Revenue).Select(amount => amount.Currency).Distinct()];
        var sheet = new Sheet(
            "territories",
            [
                "layer", "territory", "name", "parent", "rep", "rep_name", "accounts", "customers",
                .. currencies.Select(currency => $"revenue_12_months_{currency}".TrimEnd('_')), "share", "balance",
            ],
            all.Select(territory => new SheetRow(
            [
                territory.Layer, territory.Territory.Value, territory.Name, territory.Parent?.Value, territory.Rep?.Value, territory.RepName,
                territory.Accounts, territory.Customers,
                .. currencies.Select(currency => (object?)territory.Revenue.Where(amount => amount.Currency == currency).Sum(amount => amount.Amount)),
                territory.Share?.Value, territory.Balance,
            ])));
        // Rows stand in the order of the matcher's territories: layer by layer, parents before children.
        return new ExportResult(sheet, set is null ? null : new SheetShapes(set, [.. PlanMap.TerritoriesOf(matcher, set, layer)]), figures.Problems);
    }

    private static ExportResult Areas(FiguresResult figures, PlanMatcher matcher, BoundarySet set, int layer)
    {
        int[] territories = PlanMap.TerritoriesOf(matcher, set, layer);
        Dictionary<string, TerritoryFigure> known = figures.Layers.SelectMany(each => each.Territories).ToDictionary(territory => territory.Territory.Value, StringComparer.Ordinal);
        var sheet = new Sheet(
            "areas",
            ["set", "area", "name", "name_zh", "territory", "territory_name", "rep", "rep_name"],
            Enumerable.Range(0, set.Areas.Length).Select(area => Row(set, set.Areas[area], territories[area] < 0 ? null : known[matcher.Territories[territories[area]].Id.Value])));
        return new ExportResult(sheet, new SheetShapes(set, [.. Enumerable.Range(0, set.Areas.Length)]), figures.Problems);
    }

    private static SheetRow Row(BoundarySet set, Area area, TerritoryFigure? territory) => new(
        [
            set.Id, area.Code.Value, area.Name.English, area.Name.Chinese,
            territory?.Territory.Value, territory?.Name, territory?.Rep?.Value, territory?.RepName,
        ]);
}
