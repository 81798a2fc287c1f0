using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bailiwick.Web.Guard;

/// <summary>What the browser is told to allow: nothing from elsewhere, no script in a page, no frame around us.</summary>
internal static class BrowserRules
{
    // Style attributes carry figures (the length of a bar), and the component library writes its own style element.
    // The map draws tiles in a worker.
    private const string ForPages =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self' blob:; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // The interactive reference starts itself with a script in its page.
    private const string ForReference =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Set as the answer starts: a failure clears what was set before.
    public static void UseBrowserRules(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Set, context);
        return next(context);
    });

    private static Task Set(object request)
    {
        var context = (HttpContext)request;
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(WebDoor.Reference, StringComparison.Ordinal) ? ForReference : ForPages;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
