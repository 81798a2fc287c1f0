using System.Net;
using System.Text.RegularExpressions;

namespace Bailiwick.Web.Tests;

public partial class GuardTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/plans/nothing/territories")]
    [InlineData("/nowhere")]
    [InlineData("/_content/Bailiwick.Web/css/look.css")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string address)
    {
        HttpResponseMessage answer = await site.GetAsync(address);

        string rules = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", rules, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", rules, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server") && answer.Headers.Server.ToString().Contains('/'));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/v1/plans", HttpStatusCode.OK)]
    [InlineData("/_content/Bailiwick.Web/css/look.css", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task HEAD_is_answered_as_GET_without_its_content(string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        HttpResponseMessage answer = await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal((await site.GetAsync(address)).Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/scalar")]
    public async Task No_page_names_another_server(string address)
    {
        HttpResponseMessage answer = await site.GetAsync(address);
        answer = answer.Headers.Location is { } next ? await site.GetAsync(next.OriginalString) : answer;
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(OtherServer().Matches(page).Select(match => match.Value));
    }

    [Fact]
    public async Task Pages_have_no_script_of_their_own()
    {
        string page = await site.PageAsync("/");

        Assert.All(Script().Matches(page), script => Assert.Contains("src=", script.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task A_page_of_another_site_cannot_connect(string origin)
    {
        HttpResponseMessage answer = await site.GetAsync(
            "/_blazor?id=1",
            ("Connection", "Upgrade"),
            ("Upgrade", "websocket"),
            ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_change_anything()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://elsewhere.example" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Our_own_page_connects()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", site.Browser.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await site.Browser.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [GeneratedRegex(@"(?:src|href|url)\s*[=(:]\s*[""']?(?:https?:)?//[^""'\s)>]+", RegexOptions.IgnoreCase)]
    private static partial Regex OtherServer();

    [GeneratedRegex(@"<script\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
