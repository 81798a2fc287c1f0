namespace Bailiwick.Journeys.Tests;

/// <summary>Takes the pictures of the READMEs anew, when asked: <c>dotnet run --project tests/Journeys.Tests -c Release -- -explicit only</c>.</summary>
public class ReadmePictures(Chromium chromium)
{
    [Theory(Explicit = true)]
    [InlineData("en", "en-US", "map-en")]
    [InlineData("zh-TW", "zh-TW", "map-zh")]
    public async Task The_demo_as_a_reader_will_see_it(string language, string browser, string name)
    {
        await using var demo = new DemoCompany(language);
        await demo.InitializeAsync();
        await using Visit visit = await (await chromium.VisitAsync(demo.Address, new Visitor(Language: browser))).OpenAsync();

        await visit.Page.ScreenshotAsync(new Microsoft.Playwright.PageScreenshotOptions { Path = Path.Combine(CalledProgram.Top, "docs/images", name + ".png") });
    }

    private sealed class DemoCompany(string language) : ServedCompany
    {
        protected override Task MakeAsync() => CalledProgram.RunAsync("demo", "--no-serve", "--lang", language, "--workspace", Workspace);
    }
}
