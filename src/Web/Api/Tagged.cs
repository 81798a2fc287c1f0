using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Bailiwick.Web.Api;

/// <summary>The one who asks has this answer already (304).</summary>
internal sealed class NotModified : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status304NotModified;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}

/// <summary>Answers that carry a tag: whoever has the answer of that tag need not get it again.</summary>
internal static class Tagged
{
    /// <summary>Marks the answer with its tag, to be asked for anew each time.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <param name="tag">Another one whenever the answer is another; letters, digits, hyphens and dots.</param>
    /// <returns>Whether the one who asks has it already.</returns>
    public static bool IsKnown(HttpContext context, string tag)
    {
        var mine = new EntityTagHeaderValue($"\"{tag}\"", isWeak: true);
        context.Response.Headers.ETag = mine.ToString();
        context.Response.Headers.CacheControl = "private, no-cache";
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
            && known.Any(theirs => theirs.Equals(EntityTagHeaderValue.Any) || theirs.Compare(mine, useStrongComparison: false));
    }
}
