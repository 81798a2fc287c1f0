using Bailiwick.Measures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bailiwick.Web.Frame;

/// <summary>Remembers a person's language in a cookie and goes back to the page.</summary>
internal static class LanguageSwitch
{
    private const string Path = "/language";

    /// <summary>The address that switches to a language and comes back.</summary>
    /// <param name="language">The language.</param>
    /// <param name="back">A path of this server.</param>
    public static string AddressOf(Language language, string back) => $"{Path}/{Person.TagOf(language)}?back={Uri.EscapeDataString(back)}";

    public static void MapLanguageSwitch(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{tag}", Switch).ExcludeFromDescription();

    internal static Results<RedirectHttpResult, NotFound> Switch(string tag, string? back, HttpContext context)
    {
        if (Person.LanguageOf(tag) is not { } language)
        {
            return TypedResults.NotFound();
        }

        context.Response.Cookies.Append(Person.LanguageCookie, Person.TagOf(language), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
        });
        return TypedResults.LocalRedirect(IsOurs(back) ? back! : "/");
    }

    // "//elsewhere.example" and "/\elsewhere.example" are addresses of other servers.
    private static bool IsOurs(string? back) => back is ['/', ..] && !(back.Length > 1 && back[1] is '/' or '\\') && !back.Any(char.IsControl);
}
