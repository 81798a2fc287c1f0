using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Ledger;

/// <summary>A way to group accounts: by industry, by place, by size.</summary>
/// <param name="Name">Its name for machines: <c>industry</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Group">Groups the accounts of a market.</param>
internal sealed record Dimension(string Name, Text Title, Func<MarketSnapshot, AskOptions, Groups> Group)
{
    private static readonly ImmutableArray<Figure.Label> Sizes =
    [
        Size("0"), Size("1-9"), Size("10-49"), Size("50-249"), Size("250-999"), Size("1000-4999"), Size("5000+"),
    ];

    /// <summary>The section of the industry, by the account's scheme.</summary>
    public static Dimension Industry { get; } = new(
        "industry",
        new Text("industry", "行業"),
        (market, _) => Groups.By(market.Accounts[Accounts.Industry], market.Accounts[Accounts.IndustryScheme], IndustryScheme.SectionOf));

    /// <summary>Size by number of employees; the steps 10, 50 and 250 are those of the EU's recommendation 2003/361/EC.</summary>
    public static Dimension BySize { get; } = new(
        "size",
        new Text("size (employees)", "規模（員工數）"),
        (market, _) => Groups.By(market.Accounts[Accounts.Employees], Sizes, SizeStep));

    /// <summary>Business or consumer.</summary>
    public static Dimension Type { get; } = new("type", new Text("type", "類型"), (market, _) => Groups.By(market.Accounts[Accounts.Type], Groups.Itself));

    /// <summary>Subscription tier.</summary>
    public static Dimension Tier { get; } = new("tier", new Text("tier", "等級"), (market, _) => Groups.By(market.Accounts[Accounts.Tier], Groups.Itself));

    /// <summary>Country.</summary>
    public static Dimension Country { get; } = new(
        "country",
        new Text("country", "國家"),
        (market, options) => Groups.By(market.Accounts[Accounts.Country], code => Place(code, options)));

    /// <summary>Subdivision: as found by its place, else as given.</summary>
    public static Dimension Subdivision { get; } = new(
        "subdivision",
        new Text("subdivision", "縣市／州"),
        (market, options) => Groups.By(market.Accounts[Accounts.PlacedSubdivision].Else(market.Accounts[Accounts.Subdivision]), code => Place(code, options)));

    /// <summary>The territory in which an account stands today, before any plan.</summary>
    public static Dimension Territory { get; } = new(
        "territory",
        new Text("existing territory", "現有轄區"),
        (market, _) => Groups.By(market.Accounts[Accounts.Territory], Names(market.Territories, Territories.Id, Territories.Name)));

    /// <summary>All ways to group accounts, in reading order.</summary>
    public static ImmutableArray<Dimension> All { get; } = [Industry, BySize, Type, Tier, Country, Subdivision, Territory];

    /// <summary>Keys with the names that a table gives them.</summary>
    public static Func<string, Figure.Label?> Names(ColumnTable table, TextColumn key, TextColumn name)
    {
        IReadOnlyDictionary<string, string> names = table.ValuesBy(key, name);
        return id => new Figure.Label(id, Text.Same(names.GetValueOrDefault(id, id)));
    }

    private static Figure.Label Place(string code, AskOptions options) =>
        new(code, options.PlaceName(code) is { } name ? new Text($"{name.English} ({code})", $"{name.Chinese}（{code}）") : Text.Same(code));

    private static int SizeStep(long employees) => employees switch
    {
        < 1 => 0,
        < 10 => 1,
        < 50 => 2,
        < 250 => 3,
        < 1000 => 4,
        < 5000 => 5,
        _ => 6,
    };

    private static Figure.Label Size(string range) => new(range, Text.Same(range.Replace('-', '–')));
}
