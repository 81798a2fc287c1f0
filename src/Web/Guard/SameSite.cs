using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bailiwick.Web.Guard;

/// <summary>Refuses what another site's page sends here through the person's browser: changes, and the connection of a page.</summary>
/// <remarks>Reading is guarded by the browser itself; a connection (web socket) is not, so its origin is asked here.</remarks>
internal static class SameSite
{
    public static void UseSameSite(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsGuarded(context) && IsFromElsewhere(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = context,
                ProblemDetails = { Status = StatusCodes.Status403Forbidden, Title = "This request came from a page of another site.", Detail = context.Request.Headers.Origin },
            });
            return;
        }

        await next(context);
    });

    private static bool IsGuarded(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    // Programs send no Origin; browsers send it with every request that is guarded here.
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
        && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
