using Bailiwick.Market;
using Bailiwick.Web.Plan;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bailiwick.Web.Api;

/// <summary>Reps, and where they live.</summary>
internal static class RepEndpoints
{
    public static void MapReps(this RouteGroupBuilder api) =>
        api.MapGet("/reps", List).WithTags("Reps").WithSummary("The reps who are there on a day (today by default), and their homes.");

    internal static Results<Ok<PageView<RepView>>, NotModified> List(Workspace workspace, Boards boards, HttpContext context, DateOnly? asOf = null)
    {
        MarketSnapshot market = workspace.Market.Load(context.RequestAborted);
        DateOnly day = asOf ?? boards.Today;
        return Tagged.IsKnown(context, $"{market.Version}.{day.DayNumber}")
            ? new NotModified()
            : TypedResults.Ok(new PageView<RepView>([.. MarketReps.On(market.Reps, day).Select(row => View(market.Reps, row))], null));
    }

    private static RepView View(ColumnTable reps, int row)
    {
        string id = reps[Reps.Id][row]!;
        return new RepView(
            id,
            reps[Reps.Name][row] ?? id,
            MarketReps.HomeOf(reps, row) is { } home ? new PointView(home.Longitude, home.Latitude) : null);
    }
}
