using Bailiwick.Measures;
using Bailiwick.Web.Api;
using Bailiwick.Web.Frame;
using Bailiwick.Web.Guard;
using Bailiwick.Web.Plan;
using Bailiwick.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Scalar.AspNetCore;

namespace Bailiwick.Web;

/// <summary>The front of the door: what a host adds, and what it maps.</summary>
public static class WebDoor
{
    /// <summary>The address of the interactive API reference.</summary>
    internal const string Reference = "/scalar";

    private const string Version = "v1";

    /// <summary>Adds the pages and the API over one workspace. Today's board is read as soon as the host runs.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="workspace">The workspace; the caller disposes it after the host.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, Workspace workspace)
    {
        // Nothing here outlives the process yet (no sign-in), so its keys need not either.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddResponseCompression(options => options.EnableForHttps = false);
        services.AddProblemDetails();
        services.AddExceptionHandler<Trouble.OfWorkspace>();
        services.AddValidation();
        services.AddOpenApi(Version, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = Words.ApiTitle.In(Language.English);
            return Task.CompletedTask;
        }));
        return services
            .AddSingleton(workspace)
            .AddSingleton<Places>()
            .AddSingleton<Boards>()
            .AddSingleton<BoundaryMaps>()
            .AddHostedService<WarmUp>();
    }

    /// <summary>Maps the guards, the pages, the API and the files of the browser's side, in this order.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication MapWebEndpoints(this WebApplication app)
    {
        app.UseHeadRequests();
        app.UseRouting();
        app.UseBrowserRules();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Addressing.Root, StringComparison.Ordinal), inApi => inApi.UseStatusCodePages());
        app.UseSameSite();
        app.UseAntiforgery();

        RouteGroupBuilder api = app.MapGroup(Addressing.Root);
        api.MapBoundaries();
        api.MapPlans();
        api.MapReps();
        app.MapOpenApi();
        app.MapScalarApiReference(Reference, OffLine);

        app.MapLanguageSwitch();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    // The reference as it comes asks for fonts, an agent and a proxy elsewhere.
    private static void OffLine(ScalarOptions options)
    {
        options.Title = Words.ApiTitle.In(Language.English);
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.HideClientButton = true;
        options.DefaultOpenAllTags = true;
        options.ProxyUrl = null;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.Mcp = new ScalarMcpOptions { Disabled = true };
    }
}
