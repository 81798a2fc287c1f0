using System.Net;

namespace Bailiwick.Web.Tests;

public class PageTests(Site site) : IClassFixture<Site>
{
    private static readonly (string, string) Chinese = ("Accept-Language", "zh-TW");

    [Fact]
    public async Task The_page_holds_the_table_before_any_script_runs()
    {
        string page = await site.PageAsync("/");

        Assert.Contains("<h1>FY2027 Taiwan</h1>", page, StringComparison.Ordinal);
        Assert.Contains("林美華", page, StringComparison.Ordinal);
        Assert.Contains("South and east", page, StringComparison.Ordinal);
        Assert.Contains("150%", page, StringComparison.Ordinal);
        Assert.Contains("1 vacant", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_holds_the_chosen_territory()
    {
        Assert.Contains("aria-label=\"Details of Centre\"", await site.PageAsync("/?territory=tw-centre"), StringComparison.Ordinal);
        Assert.DoesNotContain("Details of", await site.PageAsync("/?territory=nothing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_the_plan_says_what_to_do()
    {
        string page = await site.PageAsync("/?asOf=2026-12-31", ("Accept-Language", "en-GB"));

        Assert.Contains("No plan is in force on 31/12/2026", page, StringComparison.Ordinal);
        Assert.Contains("bailiwick plan publish", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_without_places_has_a_table_and_no_map()
    {
        string page = await site.PageAsync("/?layer=key");

        Assert.Contains("Key accounts", page, StringComparison.Ordinal);
        Assert.Contains("This layer is not about places", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_s_language_counts_until_the_person_chooses()
    {
        Assert.Contains("<html lang=\"zh-TW\"", await site.PageAsync("/", Chinese), StringComparison.Ordinal);
        Assert.Contains("業務代表", await site.PageAsync("/", Chinese), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await site.PageAsync("/", Chinese, ("Cookie", "bailiwick.language=en")), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await site.PageAsync("/", ("Accept-Language", "fr, de;q=0.5")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/language/zh-TW?back=%2F%3Fterritory%3Dtw-north", "/?territory=tw-north")]
    [InlineData("/language/en", "/")]
    [InlineData("/language/en?back=https%3A%2F%2Felsewhere.example", "/")]
    [InlineData("/language/en?back=%2F%2Felsewhere.example", "/")]
    [InlineData("/language/en?back=%2F%5Celsewhere.example", "/")]
    public async Task Switching_the_language_comes_back_to_this_server_and_no_other(string address, string back)
    {
        HttpResponseMessage answer = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.Redirect, back), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task The_look_is_in_the_first_answer_so_that_nothing_flashes()
    {
        Assert.Contains("data-look=\"dark\"", await site.PageAsync("/", ("Cookie", "bailiwick.look=dark")), StringComparison.Ordinal);
        Assert.Contains("data-look=\"\"", await site.PageAsync("/", ("Cookie", "bailiwick.look=\"><script>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_told_in_words()
    {
        HttpResponseMessage answer = await site.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no page at this address.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_workspace_says_what_to_do_first()
    {
        await using var empty = new Site(hasMarket: false, hasPlan: false);
        await empty.InitializeAsync();

        Assert.Contains("bailiwick demo", await empty.PageAsync("/"), StringComparison.Ordinal);
        Assert.Contains("這個工作區還沒有資料", await empty.PageAsync("/", Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_market_without_a_plan_names_its_drafts()
    {
        await using var unplanned = new Site(hasMarket: true, hasPlan: false);
        await unplanned.InitializeAsync();
        unplanned.Company.Workspace.Plans.Save(unplanned.Company.Draft("d", "FY2028 idea"));

        string page = await unplanned.PageAsync("/");

        Assert.Contains("No plan is in force on", page, StringComparison.Ordinal);
        Assert.Contains("FY2028 idea", page, StringComparison.Ordinal);
    }
}
