using Microsoft.Playwright;

namespace Bailiwick.Journeys.Tests;

public class TroubleJourneys(TaiwanCompany company, Chromium chromium) : IClassFixture<TaiwanCompany>
{
    [Fact]
    public async Task On_a_phone_a_row_opens_the_figures_between_map_and_table()
    {
        await using Visit visit = await (await chromium.VisitAsync(company.Address, new Visitor(390, 844))).OpenAsync();

        await visit.Rows.First.ClickAsync();
        await Assertions.Expect(visit.Panel).ToBeVisibleAsync();
        await visit.Panel.ScrollIntoViewIfNeededAsync();
        await visit.PictureAsync("phone-chosen");

        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task When_the_map_cannot_be_drawn_the_page_says_so_and_the_table_still_works()
    {
        await using Visit visit = await chromium.VisitAsync(company.Address, new Visitor());
        await visit.Page.RouteAsync("**/api/v1/boundaries/**", route => route.AbortAsync());
        await visit.Page.GotoAsync(company.Address.ToString());

        await Assertions.Expect(visit.Page.Locator(".map-failed")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        await visit.Rows.First.ClickAsync();
        await Assertions.Expect(visit.Panel).ToBeVisibleAsync();
        await visit.PictureAsync("map-failed");
    }
}

public class GoneServerJourneys(GoneServerJourneys.OwnCompany company, Chromium chromium) : IClassFixture<GoneServerJourneys.OwnCompany>
{
    [Fact]
    public async Task When_the_server_is_gone_the_page_says_so()
    {
        await using Visit visit = await chromium.VisitAsync(company.Address, new Visitor(Language: "zh-TW"));
        Task isLive = DrawnByTheServer(visit.Page);
        await visit.Page.GotoAsync(company.Address.ToString());
        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("bailiwick demo");
        await isLive.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        company.Stop();

        await Assertions.Expect(visit.Page.GetByText("與 Bailiwick 的連線中斷")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        await visit.PictureAsync("server-gone");
    }

    // The page is live when the server has drawn it over its own connection: before that there is none that could be lost.
    private static Task DrawnByTheServer(IPage page)
    {
        var drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Binary?.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0)
            {
                drawn.TrySetResult();
            }
        };
        return drawn.Task;
    }

    public sealed class OwnCompany : ServedCompany
    {
        protected override Task MakeAsync() => Task.CompletedTask;
    }
}
