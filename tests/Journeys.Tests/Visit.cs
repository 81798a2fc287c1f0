using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bailiwick.Journeys.Tests;

/// <summary>One person's window, and what went wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri site;
    private readonly List<string> troubles = [];

    public Visit(IBrowserContext context, IPage page, Uri site)
    {
        (this.context, Page, this.site) = (context, page, site);
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != site.Authority, $"asked {request.Url}");
    }

    public IPage Page { get; }

    public ILocator Map => Page.Locator(".map");

    public ILocator Rows => Page.Locator(".territories tbody tr");

    public ILocator Panel => Page.Locator(".panel");

    /// <summary>Errors of the page, and requests to other servers.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    /// <summary>Opens the plan page and waits until the map stands and the page answers.</summary>
    public async Task<Visit> OpenAsync(string address = "/")
    {
        await Page.GotoAsync(new Uri(site, address).ToString());
        await MapAsync();
        return this;
    }

    /// <summary>Waits until the map is drawn.</summary>
    public Task MapAsync() => Page.Locator(".map[data-state=ready]").WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });

    /// <summary>Keeps a picture for people to look at.</summary>
    public Task PictureAsync(string name)
    {
        string path = Path.Combine(CalledProgram.Top, "artifacts/screenshots", name + ".png");
        return Page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
    }

    /// <summary>What axe finds serious or worse.</summary>
    public async Task<IEnumerable<string>> BarriersAsync()
    {
        AxeResult result = await Page.RunAxe();
        return result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Html}"));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isTrouble, string words)
    {
        if (isTrouble)
        {
            troubles.Add(words);
        }
    }
}
