using Microsoft.Playwright;

namespace Bailiwick.Journeys.Tests;

public class PlanPageJourneys(TaiwanCompany company, Chromium chromium) : IClassFixture<TaiwanCompany>
{
    [Theory]
    [InlineData(1280, "en-US", false)]
    [InlineData(1280, "zh-TW", true)]
    [InlineData(1280, "en-US", true)]
    [InlineData(1280, "zh-TW", false)]
    [InlineData(390, "en-US", false)]
    [InlineData(390, "zh-TW", true)]
    public async Task Everyone_can_read_the_page(int width, string language, bool isDark)
    {
        var visitor = new Visitor(width, width == 390 ? 844 : 720, language, isDark);
        await using Visit visit = await (await chromium.VisitAsync(company.Address, visitor)).OpenAsync();
        await visit.PictureAsync($"plan-{visitor}");

        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Troubles);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");
    }

    [Fact]
    public async Task A_look_and_a_click_on_the_map_tell_and_choose_a_territory()
    {
        await using Visit visit = await (await chromium.VisitAsync(company.Address, new Visitor())).OpenAsync();
        await visit.Map.HoverAsync();
        string name = (await visit.Page.Locator(".map-tip strong").TextContentAsync())!;
        await visit.PictureAsync("plan-hover");

        await visit.Map.ClickAsync();

        await Assertions.Expect(visit.Panel.Locator("h2")).ToHaveTextAsync(name);
        await Assertions.Expect(visit.Rows.And(visit.Page.Locator("[aria-current]"))).ToContainTextAsync(name);
        await visit.MapAsync();
        await visit.PictureAsync("plan-chosen");
        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task A_row_chooses_its_territory_on_the_map_and_the_address_keeps_it()
    {
        await using Visit visit = await (await chromium.VisitAsync(company.Address, new Visitor())).OpenAsync();
        ILocator row = visit.Rows.Nth(2);
        string id = (await row.GetAttributeAsync("data-territory"))!;

        await row.ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-chosen", id);
        await visit.OpenAsync(new Uri(visit.Page.Url).PathAndQuery);
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-chosen", id);
        await visit.Panel.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-chosen", "");
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task A_person_without_a_mouse_reaches_and_chooses_a_territory()
    {
        await using Visit visit = await (await chromium.VisitAsync(company.Address, new Visitor())).OpenAsync();

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("territories", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
        await visit.Rows.First.GetByRole(AriaRole.Button).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Panel).ToBeVisibleAsync();
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task Language_and_look_are_switched_and_remembered()
    {
        await using Visit visit = await (await chromium.VisitAsync(company.Address, new Visitor())).OpenAsync("/?territory=t-03");

        await visit.Page.GetByText("中文").ClickAsync();
        await visit.MapAsync();
        await visit.Page.Locator("[data-look-switch]").ClickAsync();
        await visit.OpenAsync("/");

        Assert.Equal(("zh-TW", "dark"), (await visit.Page.Locator("html").GetAttributeAsync("lang"), await visit.Page.Locator("html").GetAttributeAsync("data-look")));
        await Assertions.Expect(visit.Page.Locator(".territories")).ToContainTextAsync("業務代表");
        Assert.Equal("true", await visit.Page.Locator("[data-look-switch]").GetAttributeAsync("aria-pressed"));
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task The_table_sorts_and_finds()
    {
        await using Visit visit = await (await chromium.VisitAsync(company.Address, new Visitor())).OpenAsync();

        await visit.Page.Locator("thead").GetByRole(AriaRole.Button).Nth(3).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("th[aria-sort=descending]")).ToHaveCountAsync(1);
        string first = (await visit.Rows.First.Locator(".choose").InnerTextAsync()).Trim();
        await visit.Page.Locator("input[type=search]").FillAsync(first);

        await Assertions.Expect(visit.Rows).ToHaveCountAsync(1);
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task A_day_before_any_plan_says_what_to_do()
    {
        await using Visit visit = await chromium.VisitAsync(company.Address, new Visitor());
        await visit.Page.GotoAsync(new Uri(company.Address, "/?asOf=2020-01-01").ToString());

        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("No plan is in force on 1/1/2020");
        await visit.PictureAsync("unplanned");
        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Troubles);
    }

    [Fact]
    public async Task The_API_reference_works_without_any_other_server()
    {
        await using Visit visit = await chromium.VisitAsync(company.Address, new Visitor());
        await visit.Page.GotoAsync(new Uri(company.Address, "/scalar").ToString());

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The plan in force on a day" })).ToBeVisibleAsync();
        await visit.PictureAsync("api-reference");
        Assert.Empty(visit.Troubles);
    }
}
