using System.Net;
using System.Text.Json;

namespace Bailiwick.Web.Tests;

public class ApiTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Boundary_sets_are_listed_with_both_names()
    {
        JsonElement sets = await site.JsonAsync("/api/v1/boundaries");

        JsonElement counties = sets.GetProperty("items").EnumerateArray().Single(set => set.GetProperty("id").GetString() == "tw-counties");
        Assert.Equal(22, counties.GetProperty("areas").GetInt32());
        Assert.Equal(["en", "zh-TW"], counties.GetProperty("name").EnumerateObject().Select(name => name.Name));
    }

    [Fact]
    public async Task A_map_numbers_its_areas_from_zero()
    {
        JsonElement map = await site.JsonAsync("/api/v1/boundaries/tw-counties");

        Assert.Equal(Enumerable.Range(0, 22), map.GetProperty("features").EnumerateArray().Select(area => area.GetProperty("id").GetInt32()));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_map_travels_compressed(string encoding)
    {
        HttpResponseMessage answer = await site.GetAsync("/api/v1/boundaries/tw-counties", ("Accept-Encoding", encoding));

        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/boundaries/tw-counties")]
    [InlineData("/api/v1/plans/plan-1/territories?asOf=2027-03-01")]
    [InlineData("/api/v1/plans/plan-1/areas?asOf=2027-03-01")]
    [InlineData("/api/v1/reps")]
    public async Task What_one_has_is_not_sent_again(string address)
    {
        string tag = (await site.GetAsync(address)).Headers.ETag!.ToString();

        HttpResponseMessage again = await site.GetAsync(address, ("If-None-Match", tag));
        HttpResponseMessage other = await site.GetAsync(address, ("If-None-Match", "W/\"other\""));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task Two_plans_are_compared_with_what_moves_and_why()
    {
        Plans.Plan draft = site.Company.Draft("plan-2", "FY2028 Taiwan");
        Assert.Empty(site.Company.Workspace.Plans.Save(draft with { Source = draft.Source.Replace("\"66000\", ", "", StringComparison.Ordinal) }));

        JsonElement diff = await site.JsonAsync("/api/v1/plans/plan-1/diff/plan-2?asOf=2027-03-01");

        // Taichung leaves the centre: A-4 and its 200.
        JsonElement core = diff.GetProperty("layers")[0];
        JsonElement group = Assert.Single(core.GetProperty("groups").EnumerateArray());
        Assert.Equal(("tw-centre", "tw-rest", "A-4"), (group.GetProperty("from").GetString(), group.GetProperty("to").GetString(), group.GetProperty("example").GetString()));
        Assert.Equal(200, group.GetProperty("stake").GetProperty("revenue")[0].GetProperty("amount").GetDecimal());
        JsonElement edit = Assert.Single(Assert.Single(group.GetProperty("causes").EnumerateArray()).GetProperty("edits").EnumerateArray());
        Assert.Equal(("where", "tw-centre"), (edit.GetProperty("kind").GetString(), edit.GetProperty("territory").GetString()));
        Assert.Equal(["", "rep-2"], core.GetProperty("reps").EnumerateArray().Where(rep => rep.GetProperty("flow").GetProperty("in").GetProperty("accounts").GetInt32() + rep.GetProperty("flow").GetProperty("out").GetProperty("accounts").GetInt32() > 0).Select(rep => rep.GetProperty("rep").GetString() ?? "").Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/api/v1/plans/plan-1/diff/none")).StatusCode);
    }

    [Fact]
    public async Task An_account_is_explained_with_its_walk_and_what_would_move_it()
    {
        JsonElement told = await site.JsonAsync("/api/v1/plans/plan-1/accounts/A-4/explanation?asOf=2027-03-01");

        JsonElement[] layers = [.. told.GetProperty("layers").EnumerateArray()];
        Assert.Equal(("Company A-4", "tw-centre", "rep-2"), (told.GetProperty("name").GetString(), layers[0].GetProperty("answer").GetProperty("territory").GetString(), layers[0].GetProperty("rep").GetString()));
        Assert.Equal(["scope", "where", "where"], layers[0].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString()));
        Assert.Equal("tw-rest", layers[0].GetProperty("runnerUp").GetProperty("territory").GetString());
        JsonElement move = layers[1].GetProperty("moves").EnumerateArray().First();
        Assert.Equal(("employees", "500", "key-accounts"), (move.GetProperty("field").GetString(), move.GetProperty("to").GetString(), move.GetProperty("answer").GetProperty("territory").GetString()));
        Assert.Equal(["en", "zh-TW"], move.GetProperty("words").EnumerateObject().Select(words => words.Name));
    }

    [Theory]
    [InlineData("/api/v1/plans/none/accounts/A-4/explanation", "web.no-such-plan")]
    [InlineData("/api/v1/plans/plan-1/accounts/a-4/explanation", "workbench.unknown-account")]
    [InlineData("/api/v1/plans/none/diff/plan-1", "web.no-such-plan")]
    public async Task What_is_not_there_is_a_problem_with_its_code(string address, string code)
    {
        HttpResponseMessage answer = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_plan_in_force_is_told_as_of_a_day()
    {
        Assert.Equal("plan-1", (await site.JsonAsync("/api/v1/plans/current")).GetProperty("id").GetString());
        Assert.Equal("published", (await site.JsonAsync("/api/v1/plans/current?asOf=2027-01-01")).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/api/v1/plans/current?asOf=2026-12-31")).StatusCode);
    }

    [Fact]
    public async Task Territories_carry_the_figures_of_the_napkin()
    {
        JsonElement answer = await site.JsonAsync("/api/v1/plans/plan-1/territories");

        Assert.Equal("TWD", answer.GetProperty("currency").GetString());
        Assert.Equal((0, 1), (answer.GetProperty("gapAccounts").GetInt32(), answer.GetProperty("outOfScopeAccounts").GetInt32()));
        Assert.Equal(
            [
                "tw-north 林美華: 3 accounts, 300, balance 1.5, 4 areas",
                "tw-centre Chen Wei: 2 accounts, 200, balance 1, 3 areas",
                "tw-rest vacant: 1 accounts, 100, balance 0.5, 15 areas",
            ],
            answer.GetProperty("territories").EnumerateArray().Select(Line));
    }

    [Fact]
    public async Task Every_area_has_the_territory_that_its_rule_says_and_neighbours_differ_in_colour()
    {
        JsonElement answer = await site.JsonAsync("/api/v1/plans/plan-1/areas");

        Assert.Equal("tw-counties", answer.GetProperty("boundaries").GetString());
        Assert.Equal([4, 3, 15], answer.GetProperty("areas").EnumerateArray().CountBy(area => area.GetInt32()).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(3, answer.GetProperty("territories").EnumerateArray().Select(territory => territory.GetProperty("colour").GetInt32()).Distinct().Count());
    }

    [Fact]
    public async Task A_plan_can_be_asked_over_another_boundary_set()
    {
        JsonElement answer = await site.JsonAsync("/api/v1/plans/plan-1/areas?boundaries=us-states");

        Assert.All(answer.GetProperty("areas").EnumerateArray(), area => Assert.Equal(-1, area.GetInt32()));
    }

    [Fact]
    public async Task A_layer_that_is_not_about_places_has_no_map_of_its_own()
    {
        HttpResponseMessage answer = await site.GetAsync("/api/v1/plans/plan-1/areas?layer=key");

        Assert.Equal("web.no-map", await CodeAsync(answer));
    }

    [Theory]
    [InlineData("/api/v1/plans/nothing/territories", 404, "web.no-such-plan")]
    [InlineData("/api/v1/plans/plan-1/areas?boundaries=mars", 404, "web.no-such-boundaries")]
    [InlineData("/api/v1/boundaries/mars", 404, "web.no-such-boundaries")]
    [InlineData("/api/v1/plans/current?asOf=2026-01-01", 404, "web.no-plan-in-force")]
    public async Task Trouble_is_told_as_problem_details_with_a_code(string address, int status, string code)
    {
        HttpResponseMessage answer = await site.GetAsync(address);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(code, await CodeAsync(answer));
    }

    [Theory]
    [InlineData("/api/v1/plans/current?asOf=yesterday", 400)]
    [InlineData("/api/v1/plans?limit=0", 400)]
    [InlineData("/api/v1/nothing", 404)]
    public async Task What_does_not_fit_is_refused_with_problem_details(string address, int status)
    {
        HttpResponseMessage answer = await site.GetAsync(address);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Trouble_speaks_the_language_of_the_one_who_asks()
    {
        HttpResponseMessage answer = await site.GetAsync("/api/v1/boundaries/mars", ("Accept-Language", "zh-TW,zh;q=0.9"));

        Assert.Contains("沒有邊界集", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_come_in_pages()
    {
        foreach (string id in new[] { "a", "b" })
        {
            site.Company.Workspace.Plans.Save(site.Company.Draft(id, "Draft " + id));
        }

        JsonElement first = await site.JsonAsync("/api/v1/plans?limit=2");
        JsonElement second = await site.JsonAsync($"/api/v1/plans?limit=2&after={first.GetProperty("next").GetString()}");

        Assert.Equal(
            site.Company.Workspace.Plans.List().Select(plan => plan.Id.Value),
            new[] { first, second }.SelectMany(page => page.GetProperty("items").EnumerateArray()).Select(plan => plan.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Reps_are_told_with_their_homes_where_known()
    {
        JsonElement[] reps = [.. (await site.JsonAsync("/api/v1/reps")).GetProperty("items").EnumerateArray()];

        Assert.Equal(121.56, reps[0].GetProperty("home").GetProperty("longitude").GetDouble());
        Assert.Equal(JsonValueKind.Null, reps[2].GetProperty("home").ValueKind);
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        JsonElement description = await site.JsonAsync("/openapi/v1.json");

        Assert.Equal(
            ["/api/v1/boundaries", "/api/v1/boundaries/{id}", "/api/v1/plans", "/api/v1/plans/current", "/api/v1/plans/{id}/accounts/{account}/explanation", "/api/v1/plans/{id}/areas", "/api/v1/plans/{id}/diff/{later}", "/api/v1/plans/{id}/territories", "/api/v1/reps"],
            description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    private static string Line(JsonElement territory)
    {
        string rep = territory.GetProperty("rep") is { ValueKind: JsonValueKind.Object } known ? known.GetProperty("name").GetString()! : "vacant";
        return $"{territory.GetProperty("id")} {rep}: {territory.GetProperty("accounts")} accounts, {territory.GetProperty("revenue").GetDecimal():0.##}, balance {territory.GetProperty("balance").GetDouble():0.##}, {territory.GetProperty("areas")} areas";
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("code").GetString();
}
