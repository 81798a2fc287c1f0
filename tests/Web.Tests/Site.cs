using System.Diagnostics;
using System.Text.Json;

namespace Bailiwick.Web.Tests;

/// <summary>A company served as people get it: a real server on a free port, asked over HTTP.</summary>
public sealed class Site : IAsyncLifetime
{
    private WebApplication? app;

    /// <summary>The company with its plan in force.</summary>
    public Site()
        : this(hasMarket: true, hasPlan: true)
    {
    }

    internal Site(bool hasMarket, bool hasPlan) => Company = new SmallCompany(hasMarket, hasPlan);

    public HttpClient Browser { get; private set; } = null!;

    internal SmallCompany Company { get; }

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddWeb(Company.Workspace);
        app = builder.Build().MapWebEndpoints();
        await app.StartAsync();
        Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app!.DisposeAsync();
        Company.Dispose();
    }

    internal Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A page as a person reads it, when its figures have come: a busy machine answers first that it is reading.</summary>
    internal async Task<string> PageAsync(string address, params (string Name, string Value)[] headers)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            HttpResponseMessage answer = await GetAsync(address, headers);
            // The server writes letters beyond ASCII as character references; a person does not see the difference.
            string page = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (!page.Contains("<div class=\"notice\" role=\"status\">", StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"{address} is still loading after a minute");
        }
    }

    internal async Task<JsonElement> JsonAsync(string address) =>
        await Browser.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);
}
