using System.ComponentModel;
using Bailiwick.Measures;
using Bailiwick.Web.Plan;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bailiwick.Web.Api;

/// <summary>One account and one plan.</summary>
internal static class ExplanationEndpoint
{
    internal static Results<Ok<ExplanationView>, ProblemHttpResult> Explain(
        string id,
        [Description("The account.")] string account,
        Workspace workspace,
        Places places,
        HttpContext context,
        [Description("The day for which overrides and holdouts count; by default the plan's effective day.")] DateOnly? asOf = null)
    {
        if (workspace.Plans.Find(new PlanId(id)) is null)
        {
            return Trouble.NotFound(Problems.NoSuchPlan(id), context);
        }

        AccountExplanation told = ExplainAccount.Run(workspace, places.Atlas(), new ExplainRequest(new AccountId(account), workspace.Clock, id) { Day = asOf, IsKept = true }, context.RequestAborted);
        return told.Plan is not null ? TypedResults.Ok(ExplanationView.Of(told, id))
            : told.Problems[0].Code == "workbench.unknown-account" ? Trouble.NotFound(told.Problems[0], context)
            : Trouble.Unprocessable(told.Problems[0], context);
    }
}
