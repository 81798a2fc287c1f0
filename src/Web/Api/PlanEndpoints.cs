using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Web.Plan;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bailiwick.Web.Api;

/// <summary>Plans, and what a plan's territories hold.</summary>
internal static class PlanEndpoints
{
    private const int UsualPage = 50;
    private const int LargestPage = 200;

    public static void MapPlans(this RouteGroupBuilder api)
    {
        api.MapGet("/plans", List).WithTags("Plans")
            .WithSummary("All plans, latest first.");
        api.MapGet("/plans/current", Current).WithTags("Plans")
            .WithSummary("The plan in force on a day; today by default.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/territories", Territories).WithTags("Plans")
            .WithSummary("A plan's territories with reps, accounts, revenue and balance.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/plans/{id}/accounts/{account}/explanation", ExplanationEndpoint.Explain).WithTags("Plans")
            .WithSummary("Why an account is where it is in a plan, who was next, and which single changes would move it.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/plans/{id}/diff/{later}", DiffEndpoint.Diff).WithTags("Plans")
            .WithSummary("What moves between two plans: accounts, revenue, open pipeline, quota, reps and relationships, and the edits that move them.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/plans/{id}/areas", Areas).WithTags("Plans")
            .WithSummary("Which territory each area of a boundary set belongs to.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static Ok<PageView<PlanView>> List(
        Workspace workspace,
        [Description("The id after which to go on.")] string? after = null,
        [Description("At most so many.")][Range(1, LargestPage)] int limit = UsualPage)
    {
        IReadOnlyList<Plans.Plan> all = workspace.Plans.List();
        int start = after is null ? 0 : 1 + all.TakeWhile(plan => plan.Id.Value != after).Count();
        PlanView[] items = [.. all.Skip(start).Take(limit).Select(PlanView.Of)];
        return TypedResults.Ok(new PageView<PlanView>(items, start + items.Length < all.Count ? items[^1].Id : null));
    }

    internal static Results<Ok<PlanView>, ProblemHttpResult> Current(Workspace workspace, Boards boards, HttpContext context, DateOnly? asOf = null)
    {
        DateOnly day = asOf ?? boards.Today;
        return workspace.Plans.InForce(day) is { } plan
            ? TypedResults.Ok(PlanView.Of(plan))
            : Trouble.NotFound(Problems.NoPlanInForce(day.ToString("O", CultureInfo.InvariantCulture)), context);
    }

    internal static async Task<Results<Ok<TerritoriesView>, NotModified, ProblemHttpResult>> Territories(
        string id,
        Workspace workspace,
        Boards boards,
        HttpContext context,
        [Description("The day for which overrides and sales count; today by default.")] DateOnly? asOf = null,
        [Description("The plan's first layer by default.")] string? layer = null)
    {
        if (workspace.Plans.Find(new PlanId(id)) is not { } plan)
        {
            return Trouble.NotFound(Problems.NoSuchPlan(id), context);
        }

        DateOnly day = asOf ?? boards.Today;
        DrawnBoard board = await boards.DrawAsync(plan, day, layer, context.RequestAborted);
        return Tagged.IsKnown(context, Tag(board)) ? new NotModified() : TypedResults.Ok(View(board, day));
    }

    internal static async Task<Results<Ok<AreasView>, NotModified, ProblemHttpResult>> Areas(
        string id,
        Workspace workspace,
        Boards boards,
        Places places,
        HttpContext context,
        [Description("A boundary set; by default the one that the plan's rules name, or that shows most of its territories.")] string? boundaries = null,
        [Description("The day for which the plan is read; today by default.")] DateOnly? asOf = null,
        [Description("The plan's first layer by default.")] string? layer = null)
    {
        if (workspace.Plans.Find(new PlanId(id)) is not { } plan)
        {
            return Trouble.NotFound(Problems.NoSuchPlan(id), context);
        }

        if (boundaries is not null && !places.Atlas().Has(boundaries))
        {
            return Trouble.NotFound(Problems.NoSuchBoundaries(boundaries), context);
        }

        DrawnBoard board = await boards.DrawAsync(plan, asOf ?? boards.Today, layer, context.RequestAborted);
        ColouredDrawing? map = boundaries is null || boundaries == board.Map?.Drawing.Set.Id
            ? board.Map
            : ColouredDrawing.Of(DrawPlan.Over(board.Matcher, places.Atlas().Set(boundaries), board.Layer));
        if (map is null)
        {
            return Trouble.NotFound(Problems.NoMap(id), context);
        }

        return Tagged.IsKnown(context, $"{Tag(board)}.{map.Drawing.Set.Id}") ? new NotModified() : TypedResults.Ok(View(board, map));
    }

    // A tag goes into a header: ids may hold any letter.
    private static string Tag(DrawnBoard board) => Uri.EscapeDataString(board.Plan.Version);

    private static TerritoriesView View(DrawnBoard board, DateOnly day) => new(
        board.Plan.Id.Value,
        day,
        board.Plan.Layer,
        board.Plan.Layers,
        board.Plan.Currency,
        board.Plan.GapAccounts,
        board.Plan.OutOfScopeAccounts,
        [.. board.Figures.Territories.Select(figure => View(figure, board))]);

    private static TerritoryView View(TerritoryFigure figure, DrawnBoard board) => new(
        figure.Territory.Value,
        figure.Name,
        figure.Parent?.Value,
        figure.IsLeaf,
        figure.Rep is { } rep ? new RepNameView(rep.Value, figure.RepName ?? rep.Value) : null,
        figure.Accounts,
        figure.Customers,
        DrawnBoard.RevenueIn(figure, board.Plan.Currency),
        figure.Share?.Value,
        figure.Balance,
        board.Map?.Find(figure.Territory)?.Areas ?? 0);

    private static AreasView View(DrawnBoard board, ColouredDrawing map) => new(
        board.Plan.Id.Value,
        board.Plan.Layer,
        map.Drawing.Set.Id,
        [.. map.Drawing.Territories.Select((territory, at) => new ColouredTerritoryView(territory.Id.Value, map.Colours[at]))],
        map.Drawing.TerritoryOf);
}
