namespace Bailiwick.Journeys.Tests;

public class UnitedStatesJourneys(AdventureWorksCompany company, Chromium chromium) : IClassFixture<AdventureWorksCompany>
{
    [Theory]
    [InlineData(1280, "en-US", false)]
    [InlineData(1280, "zh-TW", true)]
    [InlineData(390, "en-US", false)]
    public async Task Six_territories_of_counties_stand_on_the_map(int width, string language, bool isDark)
    {
        Assert.SkipWhen(company.Missing is not null, company.Missing ?? "");
        var visitor = new Visitor(width, width == 390 ? 844 : 720, language, isDark);
        await using Visit visit = await (await chromium.VisitAsync(company.Address, visitor)).OpenAsync();
        await visit.PictureAsync($"us-{visitor}");

        Assert.Equal(6, await visit.Rows.CountAsync());
        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Troubles);
    }
}
