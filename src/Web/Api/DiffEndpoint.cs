using System.ComponentModel;
using Bailiwick.Measures;
using Bailiwick.Web.Plan;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bailiwick.Web.Api;

/// <summary>Two plans side by side.</summary>
internal static class DiffEndpoint
{
    internal static Results<Ok<PlanDiffView>, ProblemHttpResult> Diff(
        [Description("The earlier plan.")] string id,
        [Description("The later plan.")] string later,
        Workspace workspace,
        Places places,
        HttpContext context,
        [Description("The day for which overrides, holdouts, sales and opportunities count; by default the later plan's effective day.")] DateOnly? asOf = null)
    {
        foreach (string asked in new[] { id, later })
        {
            if (workspace.Plans.Find(new PlanId(asked)) is null)
            {
                return Trouble.NotFound(Problems.NoSuchPlan(asked), context);
            }
        }

        PlanDiff diff = DiffPlans.Run(new DiffRequest(id, later, workspace.Clock) { Day = asOf, AreKept = true }, places.Atlas(), workspace, context.RequestAborted);
        return diff.IsSound && diff.Market is { } market
            ? TypedResults.Ok(new PlanDiffView(id, later, diff.Day, market.Accounts, market.Revenue, market.From, market.Until, [.. diff.Layers.Select(LayerDiffView.Of)]))
            : Trouble.Unprocessable(diff.Problems.First(problem => problem.Severity == Severity.Error), context);
    }
}
