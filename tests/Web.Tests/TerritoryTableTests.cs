using Bailiwick.Measures;
using Bailiwick.Web.Frame;
using Bailiwick.Web.Plan;
using Bunit;
using MudBlazor.Services;

namespace Bailiwick.Web.Tests;

public sealed class TerritoryTableTests : IAsyncDisposable
{
    private static readonly PlanOnBoard Plan = new(
        new PlanId("p"),
        "Napkin",
        new DateOnly(2027, 1, 1),
        ["core"],
        "core",
        "tw-counties",
        "TWD",
        [
            new BoardLine("a", "Area 10", null, "Ångström", 5, 4, 300, 0.5, 1.5, 3, 0),
            new BoardLine("b", "Area 9", null, null, 7, 1, 100, 0.2, 0.5, 1, 1),
            new BoardLine("c", "Harbour", "Area 9", "Bo", 6, 2, 200, 0.3, 1.0, 2, 2),
        ],
        4,
        0,
        "1");

    private readonly BunitContext context = new();
    private string? chosen;

    public TerritoryTableTests()
    {
        context.Services.AddMudServices();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void It_starts_in_the_plan_s_order() => Assert.Equal(["a", "b", "c"], Rows(Table()));

    [Theory]
    [InlineData(0, "b a c", "c a b")] // names by their numbers: 9 before 10
    [InlineData(1, "b a c", "c a b")] // nobody first, then by letters: Å is an A
    [InlineData(2, "b c a", "a c b")] // figures start at the largest
    [InlineData(3, "a c b", "b c a")]
    [InlineData(4, "a c b", "b c a")]
    public void A_heading_sorts_then_turns_round_then_gives_the_plan_s_order_back(int column, string first, string second)
    {
        IRenderedComponent<TerritoryTable> table = Table();
        string[] seen = [.. Enumerable.Range(0, 3).Select(_ =>
        {
            table.FindAll("thead button")[column].Click();
            return string.Join(' ', Rows(table));
        })];

        Assert.Equal([first, second, "a b c"], seen);
    }

    [Theory]
    [InlineData("harb", "c")]
    [InlineData("angstrom", "a")]
    [InlineData("ＡＲＥＡ 9", "b c")] // width and case do not count; a parent's name finds its children
    [InlineData(" ", "a b c")]
    public void Finding_looks_at_names_reps_and_parents(string words, string expected)
    {
        IRenderedComponent<TerritoryTable> table = Table();

        table.Find("input").Input(words);

        Assert.Equal(expected, string.Join(' ', Rows(table)));
    }

    [Fact]
    public void Finding_nothing_says_so_and_offers_all()
    {
        IRenderedComponent<TerritoryTable> table = Table();
        table.Find("input").Input("zzz");

        Assert.Contains("zzz", table.Find(".none-found").TextContent, StringComparison.Ordinal);
        table.Find(".none-found button").Click();

        Assert.Equal(3, Rows(table).Length);
    }

    [Fact]
    public void A_row_chooses_its_territory_and_a_second_click_gives_it_up()
    {
        Table().Find("tr[data-territory=c]").Click();
        Assert.Equal("c", chosen);

        Table("c").Find("tr[data-territory=c]").Click();
        Assert.Null(chosen);
    }

    [Fact]
    public void What_needs_attention_is_said_in_words()
    {
        string foot = Table().Find(".territories-foot").TextContent;

        Assert.Contains("4 accounts reach no territory", foot, StringComparison.Ordinal);
        Assert.Contains("1 vacant", foot, StringComparison.Ordinal);
        Assert.Contains("2 out of balance", foot, StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_Chinese()
    {
        IRenderedComponent<TerritoryTable> table = Table(null, new Speech(Language.Chinese, "zh-TW"));

        Assert.Contains("懸缺", table.Markup, StringComparison.Ordinal);
        Assert.Contains("4 個客戶不屬於任何業務轄區", table.Markup, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private IRenderedComponent<TerritoryTable> Table(string? current = null, Speech? speech = null) => context.Render<TerritoryTable>(table => table
        .AddCascadingValue(speech ?? new Speech(Language.English, "en-US"))
        .Add(component => component.Plan, Plan)
        .Add(component => component.Chosen, current)
        .Add(component => component.OnChoose, territory => chosen = territory));

    private static string[] Rows(IRenderedComponent<TerritoryTable> table) => [.. table.FindAll("tbody tr").Select(row => row.GetAttribute("data-territory")!)];
}
