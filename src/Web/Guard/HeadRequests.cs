using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bailiwick.Web.Guard;

/// <summary>Answers HEAD as GET without its content, at every address: pages and the API take GET only.</summary>
internal static class HeadRequests
{
    /// <summary>Stands before routing. The server itself remembers that it was HEAD and sends no content.</summary>
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Features.GetRequiredFeature<IHttpRequestFeature>().Method = HttpMethods.Get;
        }

        return next(context);
    });
}
