using Bailiwick.Journeys.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Bailiwick.Journeys.Tests;

/// <summary>One real browser for all journeys; each gets a window of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Program), $"{Program} is not there: run eng/install-for-tests.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
    }

    /// <summary>A new window of a person.</summary>
    internal async Task<Visit> VisitAsync(Uri address, Visitor visitor)
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = visitor.Width, Height = visitor.Height },
            Locale = visitor.Language,
            ColorScheme = visitor.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visit(context, await context.NewPageAsync(), address);
    }
}

/// <summary>Who looks, and on what.</summary>
/// <param name="Width">Of the window, in pixels.</param>
/// <param name="Height">Of the window, in pixels.</param>
/// <param name="Language">As the browser asks for it.</param>
/// <param name="IsDark">Whether the system is dark.</param>
internal sealed record Visitor(int Width = 1280, int Height = 720, string Language = "en-US", bool IsDark = false)
{
    public override string ToString() => $"{Width}-{Language[..2]}-{(IsDark ? "dark" : "light")}";
}
