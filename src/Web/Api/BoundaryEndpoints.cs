using Bailiwick.Geography;
using Bailiwick.Web.Plan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bailiwick.Web.Api;

/// <summary>Boundary sets: which there are, and their maps.</summary>
internal static class BoundaryEndpoints
{
    private const string GeoJson = "application/geo+json";

    public static void MapBoundaries(this RouteGroupBuilder api)
    {
        api.MapGet("/boundaries", List).WithTags("Boundaries")
            .WithSummary("The boundary sets at hand: the house's own, then the company's.");
        api.MapGet("/boundaries/{id}", Map).WithTags("Boundaries")
            .WithSummary("The map of a boundary set as GeoJSON: feature id = the area's index, with its code and names. Simplified for screens.")
            .Produces<byte[]>(StatusCodes.Status200OK, GeoJson)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static Ok<PageView<BoundarySetView>> List(Places places)
    {
        Atlas atlas = places.Atlas();
        return TypedResults.Ok(new PageView<BoundarySetView>([.. atlas.SetIds.Select(id => View(atlas.Set(id)))], null));
    }

    internal static Results<FileContentHttpResult, NotModified, ProblemHttpResult> Map(string id, HttpContext context, Places places, BoundaryMaps maps)
    {
        Atlas atlas = places.Atlas();
        if (!atlas.Has(id))
        {
            return Trouble.NotFound(Problems.NoSuchBoundaries(id), context);
        }

        BoundaryMap map = maps.Of(atlas.Set(id));
        context.Response.Headers.Vary = "Accept-Encoding";
        if (Tagged.IsKnown(context, map.Tag))
        {
            return new NotModified();
        }

        (string? encoding, byte[] content) = context.Request.Headers.AcceptEncoding.ToString() switch
        {
            var accepted when accepted.Contains("br", StringComparison.OrdinalIgnoreCase) => ("br", map.Brotli),
            var accepted when accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) => ("gzip", map.Gzip),
            _ => (null, map.Plain),
        };
        context.Response.Headers.ContentEncoding = encoding;
        return TypedResults.File(content, GeoJson);
    }

    private static BoundarySetView View(BoundarySet set) => new(set.Id, TextView.Of(set.Name), set.Areas.Length);
}
