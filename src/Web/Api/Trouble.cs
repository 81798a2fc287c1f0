using Bailiwick.Measures;
using Bailiwick.Web.Frame;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bailiwick.Web.Api;

/// <summary>Problems as the API tells them (RFC 9457), in the language of the one who asks.</summary>
internal static class Trouble
{
    public static ProblemHttpResult NotFound(Problem problem, HttpContext context) => TypedResults.Problem(Details(problem, StatusCodes.Status404NotFound, context));

    /// <summary>What was asked for is there, and cannot be made sense of.</summary>
    public static ProblemHttpResult Unprocessable(Problem problem, HttpContext context) => TypedResults.Problem(Details(problem, StatusCodes.Status422UnprocessableEntity, context));

    private static ProblemDetails Details(Problem problem, int status, HttpContext context)
    {
        Language language = Person.Of(context).Language;
        return new ProblemDetails
        {
            Status = status,
            Title = problem.Message.In(language),
            Detail = problem.Advice?.In(language),
            Extensions = { ["code"] = problem.Code, ["value"] = problem.Value },
        };
    }

    /// <summary>A workspace that cannot be read: its problem, and not a stack of calls.</summary>
    internal sealed class OfWorkspace(IProblemDetailsService writer) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not WorkspaceException trouble)
            {
                return false;
            }

            httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return await writer.TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = Details(trouble.Problem, StatusCodes.Status503ServiceUnavailable, httpContext),
            });
        }
    }
}
