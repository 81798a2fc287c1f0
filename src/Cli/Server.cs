using System.Net;
using Bailiwick.Measures;
using Bailiwick.Web;
using Bailiwick.Workbench;

namespace Bailiwick.Cli;

/// <summary>The web server over one workspace.</summary>
internal static class Server
{
    /// <summary>On this machine only.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(1);

    /// <summary>Serves until the call is cancelled.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="addresses">Where to listen; port 0 is a free one.</param>
    /// <param name="started">Told the addresses as soon as pages can be asked for.</param>
    /// <param name="cancellation">Ends it: open requests get a second to finish.</param>
    /// <returns>Why it could not start; empty when it ran.</returns>
    public static async Task<IReadOnlyList<Problem>> RunAsync(Workspace workspace, string[] addresses, Action<IReadOnlyCollection<string>> started, CancellationToken cancellation)
    {
        await using WebApplication app = Build(workspace, addresses);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException trouble)
        {
            return [CannotListen(addresses, trouble.Message)];
        }

        started([.. app.Urls]);
        await app.WaitForShutdownAsync(cancellation);
        return [];
    }

    /// <summary>What is wrong with an address; null when one can listen there.</summary>
    public static Problem? Check(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath == "/"
            ? null
            : CannotListen([address], "it is not an address such as http://localhost:5080");

    /// <summary>Whether nobody but this machine reaches the address.</summary>
    public static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.IsLoopback;

    private static WebApplication Build(Workspace workspace, string[] addresses)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets().UseUrls(addresses).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LastAnswers);
        if (addresses.All(IsLoopback))
        {
            // A name that somebody else points at this machine must not open our pages to his.
            builder.Configuration["AllowedHosts"] = $"localhost;{IPAddress.Loopback};[{IPAddress.IPv6Loopback}]";
        }

        builder.Services.AddWeb(workspace);
        return builder.Build().MapWebEndpoints();
    }

    private static Problem CannotListen(string[] addresses, string why) => new(
        "cli.cannot-listen",
        Severity.Error,
        Place.None,
        new Text($"Bailiwick cannot listen on {string.Join(", ", addresses)}: {why}", $"Bailiwick 無法在 {string.Join("、", addresses)} 提供服務：{why}"),
        string.Join(";", addresses),
        new Text("Maybe it runs already, or another program has the port: try --urls http://localhost:5081.", "可能已在執行，或連接埠被其他程式占用：請改用 --urls http://localhost:5081。"));
}
