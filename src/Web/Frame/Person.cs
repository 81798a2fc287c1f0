using System.Globalization;
using Bailiwick.Measures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bailiwick.Web.Frame;

/// <summary>Who looks at a page: the language, how figures are written, light or dark.</summary>
/// <param name="Language">The language of the words.</param>
/// <param name="Culture">How numbers, money and dates are written: <c>en-GB</c>, <c>zh-TW</c>.</param>
/// <param name="Look"><c>light</c>, <c>dark</c>, or empty: as the system says.</param>
internal sealed record Person(Language Language, string Culture, string Look)
{
    public const string LanguageCookie = "bailiwick.language";
    public const string LookCookie = "bailiwick.look";

    private const string DefaultCulture = "en-US";
    private const string ChineseCulture = "zh-TW";

    /// <summary>The language as browsers name it.</summary>
    public string LanguageTag => TagOf(Language);

    /// <summary>The person behind a request: what was chosen before, else what the browser asks for, else English.</summary>
    public static Person Of(HttpContext context)
    {
        string[] wanted = [.. AcceptedBy(context.Request.Headers.AcceptLanguage)];
        Language language = LanguageOf(context.Request.Cookies[LanguageCookie])
            ?? wanted.Select(LanguageOf).FirstOrDefault(known => known is not null)
            ?? Language.English;
        string? look = context.Request.Cookies[LookCookie];
        return new Person(language, CultureOf(language, wanted), look is "light" or "dark" ? look : "");
    }

    public static string TagOf(Language language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh-TW",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "not a language of the house"),
    };

    /// <summary>The language of a tag such as <c>zh-Hant-TW</c> or <c>en-GB</c>; null when the house does not speak it.</summary>
    public static Language? LanguageOf(string? tag) => tag?.Split('-')[0].ToUpperInvariant() switch
    {
        "EN" => Language.English,
        "ZH" => Language.Chinese,
        _ => null,
    };

    // Someone in London who reads English wants 25/12/2027 and not 12/25/2027.
    private static string CultureOf(Language language, string[] wanted) => language switch
    {
        Language.Chinese => ChineseCulture,
        Language.English => wanted.FirstOrDefault(tag => LanguageOf(tag) == Language.English && tag.Contains('-') && IsKnown(tag)) ?? DefaultCulture,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "not a language of the house"),
    };

    private static bool IsKnown(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static IEnumerable<string> AcceptedBy(StringValues header) =>
        StringWithQualityHeaderValue.TryParseList(header, out IList<StringWithQualityHeaderValue>? accepted)
            ? accepted.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString())
            : [];
}
