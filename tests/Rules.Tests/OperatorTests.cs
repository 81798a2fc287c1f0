namespace Bailiwick.Rules.Tests;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("country = \"TW\"", "country=TW", true)]
    [InlineData("country = \"TW\"", "country=tw", true)]
    [InlineData("country = \" ＴＷ \"", "country=TW", true)] // wide letters and surrounding blanks
    [InlineData("city = \"ABC\"", "city=ａｂｃ", true)]
    [InlineData("city = \"ｱ\"", "city=ア", true)] // half-width kana
    [InlineData("city = \"台北\"", "city=臺北", false)] // two characters, not two widths of one
    [InlineData("city = \"New York\"", "city=NEW_YORK", true)]
    [InlineData("city = \"NewYork\"", "city=NEW_YORK", false)] // blanks inside count
    [InlineData("country = \"TW\"", "country=JP", false)]
    [InlineData("country = \"TW\"", "city=Taipei", false)]
    [InlineData("country != \"TW\"", "country=JP", true)]
    [InlineData("country != \"TW\"", "country=TW", false)]
    [InlineData("country != \"TW\"", "city=Taipei", false)]
    [InlineData("not country = \"TW\"", "city=Taipei", true)]
    [InlineData("not country != \"TW\"", "city=Taipei", true)]
    [InlineData("country in (\"TW\", \"JP\")", "country=JP", true)]
    [InlineData("country in (\"TW\", \"JP\")", "country=US", false)]
    [InlineData("country in (\"TW\", \"JP\")", "city=Taipei", false)]
    [InlineData("country not in (\"TW\", \"JP\")", "country=US", true)]
    [InlineData("country not in (\"TW\", \"JP\")", "city=Taipei", true)] // not of a false comparison
    [InlineData("name starts with \"台積\"", "name=台積電", true)]
    [InlineData("name starts with \"台積\"", "name=台塑", false)]
    [InlineData("name starts with \"台積\"", "country=TW", false)]
    [InlineData("subdivision = \"TW-TPE\"", "placed_subdivision=TW-TPE subdivision=TW-NWT", true)] // the place found goes before the place given
    [InlineData("subdivision = \"TW-NWT\"", "subdivision=TW-NWT", true)]
    public void Text(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Theory]
    [InlineData("employees = 500", "employees=500", true)]
    [InlineData("employees != 500", "employees=500", false)]
    [InlineData("employees != 500", "employees=499", true)]
    [InlineData("employees != 500", "country=TW", false)]
    [InlineData("employees < 500", "employees=499", true)]
    [InlineData("employees < 500", "employees=500", false)]
    [InlineData("employees <= 500", "employees=500", true)]
    [InlineData("employees <= 500", "employees=501", false)]
    [InlineData("employees > 500", "employees=500", false)]
    [InlineData("employees > 500", "employees=501", true)]
    [InlineData("employees >= 500", "employees=500", true)]
    [InlineData("employees >= 500", "employees=499", false)]
    [InlineData("employees >= 500", "country=TW", false)]
    [InlineData("not employees >= 500", "country=TW", true)]
    [InlineData("employees between 10 and 20", "employees=9", false)]
    [InlineData("employees between 10 and 20", "employees=10", true)]
    [InlineData("employees between 10 and 20", "employees=20", true)]
    [InlineData("employees between 10 and 20", "employees=21", false)]
    [InlineData("employees between 10 and 20", "country=TW", false)]
    [InlineData("employees in (1, 3)", "employees=3", true)]
    [InlineData("employees in (1, 3)", "employees=2", false)]
    [InlineData("employees >= 0", "employees=0", true)]
    [InlineData("fleet_size > 2.5", "fleet_size=3", true)]
    [InlineData("fleet_size > 2.5", "fleet_size=2.5", false)]
    [InlineData("fleet_size > 2.5", "fleet_size=many", false)] // no number is unknown
    [InlineData("fleet_size > -1", "fleet_size=-0.5", true)]
    [InlineData("since >= 2024-02-29", "since=2024-02-29", true)]
    [InlineData("since >= 2024-02-29", "since=2024-02-28", false)]
    [InlineData("since between 2024-01-01 and 2024-12-31", "since=2025-01-01", false)]
    [InlineData("signed = 2024-01-01", "signed=2024-01-01", true)]
    public void Numbers_and_days(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Theory]
    [InlineData("revenue >= 320", "revenue=320 currency=TWD", true)]
    [InlineData("revenue >= 320", "revenue=10 currency=USD", true)] // 10 × 32
    [InlineData("revenue >= 320", "revenue=9.99 currency=USD", false)]
    [InlineData("revenue >= 10 USD", "revenue=320 currency=TWD", true)]
    [InlineData("revenue >= 10 usd", "revenue=319.9999 currency=TWD", false)]
    [InlineData("revenue >= 1", "revenue=1000 currency=EUR", false)] // no rate: unknown
    [InlineData("revenue is known", "revenue=1000 currency=EUR", false)]
    [InlineData("revenue >= 320", "revenue=320", true)] // without a currency: the plan's own
    [InlineData("revenue is unknown", "country=TW", true)]
    public void Money_by_rates(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Theory]
    [InlineData("revenue >= 10 USD", "revenue=10 currency=USD", true)]
    [InlineData("revenue >= 10 USD", "revenue=1000 currency=TWD", false)]
    [InlineData("revenue >= 10 USD", "revenue=10", true)]
    [InlineData("revenue >= 10", "revenue=10 currency=JPY", true)]
    [InlineData("revenue between 1 USD and 9 USD", "revenue=5 currency=USD", true)]
    public void Money_without_rates(string rule, string account, bool expected) =>
        Assert.Equal(expected, Account.Holds(rule, account, RuleScope.Plain));

    [Theory]
    [InlineData("postal = \"SW1A 1AA\"", "postal=sw1a1aa", true)]
    [InlineData("postal = \"100-0001\"", "postal=1000001", true)]
    [InlineData("postal = \"00501\"", "postal=501", false)]
    [InlineData("postal starts with \"902\"", "postal=90210", true)]
    [InlineData("postal starts with \"902\"", "postal=9021", true)]
    [InlineData("postal starts with \"902\"", "postal=90", false)]
    [InlineData("postal between \"100\" and \"116\"", "postal=099", false)]
    [InlineData("postal between \"100\" and \"116\"", "postal=100", true)]
    [InlineData("postal between \"100\" and \"116\"", "postal=10", false)]
    [InlineData("postal between \"100\" and \"116\"", "postal=116", true)]
    [InlineData("postal between \"100\" and \"116\"", "postal=11699", true)] // the upper end includes what starts with it
    [InlineData("postal between \"100\" and \"116\"", "postal=117", false)]
    [InlineData("postal between \"90000\" and \"90210\"", "postal=90210-1234", true)]
    [InlineData("postal between \"100\" and \"116\"", "country=TW", false)]
    [InlineData("postal between \"K1A\" and \"K2B\"", "postal=k1z_9z9", true)]
    [InlineData("postal in list(\"zips.csv\")", "postal=100011234", true)]
    [InlineData("postal in list(\"zips.csv\")", "postal=101", false)]
    public void Postal_codes(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Theory]
    [InlineData("industry under \"Q\"", "industry=Q86", true)]
    [InlineData("industry under \"Q86\"", "industry=Q", false)]
    [InlineData("industry under \"Q86\"", "industry=q86", true)]
    [InlineData("industry under \"Q\"", "country=TW", false)]
    [InlineData("products has \"p-1\"", "products=P-1;P-2", true)]
    [InlineData("products has \"P-3\"", "products=P-1;P-2", false)]
    [InlineData("products has \"P-1\"", "country=TW", false)]
    [InlineData("not products has \"P-1\"", "country=TW", true)]
    [InlineData("products is known", "products=P-1", true)]
    [InlineData("products is unknown", "country=TW", true)]
    [InlineData("badges has \"gold\"", "badges=silver;gold", true)]
    [InlineData("within 1 km of (121.5654, 25.033)", "longitude=121.5654 latitude=25.033", true)]
    [InlineData("within 30 km of (121.5654, 25.033)", "placed_longitude=121.30 placed_latitude=24.99", true)] // 27.2 km
    [InlineData("within 27 km of (121.5654, 25.033)", "placed_longitude=121.30 placed_latitude=24.99", false)]
    [InlineData("within 17 mi of (121.5654, 25.033)", "placed_longitude=121.30 placed_latitude=24.99", true)] // 27.36 km
    [InlineData("within 27000 m of (121.5654, 25.033)", "placed_longitude=121.30 placed_latitude=24.99", false)]
    [InlineData("within 141070.5 m of (121.5654, 25.033)", "longitude=121.5 latitude=24", true)] // 115 km: metres may be many
    [InlineData("within 20000 km of (121.5, 25)", "country=TW", false)]
    [InlineData("not within 1 km of (121.5, 25)", "country=TW", true)]
    [InlineData("area of \"tw-towns\" = \"63000010\"", "placed_area=tw-towns/63000010", true)]
    [InlineData("area of \"tw-towns\" starts with \"630\"", "placed_area=tw-towns/63000010", true)]
    [InlineData("area of \"tw-towns\" is known", "placed_area=tw-villages/63000010001", false)] // another set, no point
    [InlineData("area = \"63000010\"", "area=63000010", true)]
    [InlineData("inside \"shapes/harbour.geojson\"", "placed_longitude=121.3 placed_latitude=25", true)]
    [InlineData("inside \"shapes/harbour.geojson\"", "longitude=121.2 latitude=25", true)] // the border belongs to it
    [InlineData("inside \"shapes/harbour.geojson\"", "longitude=121.1 latitude=25", false)]
    [InlineData("inside \"shapes/harbour.geojson\"", "country=TW", false)]
    [InlineData("not inside \"shapes/harbour.geojson\"", "country=TW", true)]
    public void Codes_sets_places(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Theory]
    [InlineData("industry under \"Q\"", "industry=8610 industry_scheme=TW-2021", true)] // the letter is no beginning of the code
    [InlineData("industry under \"q\"", "industry=861 industry_scheme=TW_2021", true)]
    [InlineData("industry under \"Q\"", "industry=Q industry_scheme=TW-2021", true)]
    [InlineData("industry under \"Q\"", "industry=8610", false)] // no scheme: by leading characters
    [InlineData("industry under \"86\"", "industry=8610", true)]
    [InlineData("industry under \"86\"", "industry=8610 industry_scheme=ISIC", true)] // a scheme that is not at hand
    [InlineData("industry under \"1\"", "industry=10 industry_scheme=TW-2021", false)] // no beginning that the scheme knows
    [InlineData("industry under \"Q\"", "industry=8619 industry_scheme=TW-2021", true)] // not a code of the scheme: where 861 is
    [InlineData("industry under \"8619\"", "industry=86191 industry_scheme=TW-2021", true)]
    [InlineData("industry under \"31-33\"", "industry=336 industry_scheme=naics-2017", true)]
    [InlineData("industry under \"33\"", "industry=336 industry_scheme=naics-2017", true)]
    [InlineData("industry under \"31\"", "industry=336 industry_scheme=naics-2017", false)]
    [InlineData("industry under \"31-33\"", "industry=325110 industry_scheme=naics-2017", true)]
    [InlineData("industry under \"31-33\"", "industry=72 industry_scheme=naics-2017", false)]
    [InlineData("industry under \"31-33\"", "industry=31-33 industry_scheme=naics-2017", true)]
    [InlineData("industry under \"3111\"", "industry=31_11 industry_scheme=naics-2017", false)]
    [InlineData("industry under \"72\"", "industry=722 industry_scheme=NAICS", true)] // without an edition the newest
    [InlineData("industry starts with \"8\"", "industry=8610 industry_scheme=TW-2021", true)]
    [InlineData("industry = \"Q\"", "industry=8610 industry_scheme=TW-2021", false)]
    public void Industry_codes_lie_in_the_tree_of_their_scheme(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Theory]
    [InlineData("country = \"TW\" or country = \"JP\" and employees > 5", "country=TW", true)] // and binds closer
    [InlineData("(country = \"TW\" or country = \"JP\") and employees > 5", "country=TW", false)]
    [InlineData("not country = \"TW\" and employees > 5", "employees=6", true)] // not binds closest
    [InlineData("not (country = \"TW\" and employees > 5)", "country=TW employees=6", false)]
    [InlineData("not not country = \"TW\"", "country=TW", true)]
    [InlineData("COUNTRY = 'TW' AND NOT employees IS KNOWN", "country=TW", true)]
    public void Logic(string rule, string account, bool expected) => Assert.Equal(expected, Account.Holds(rule, account));

    [Fact]
    public void Each_field_has_its_two_sides_known_and_unknown()
    {
        foreach (Field field in Fields.Table)
        {
            Assert.False(Account.Holds($"{field.Name} is known", "parent=none"), field.Name);
            Assert.True(Account.Holds($"{field.Name} is unknown", "parent=none"), field.Name);
        }
    }

    [Fact]
    public void The_examples_of_the_operator_table_are_rules_and_the_table_is_in_the_order_of_its_operators()
    {
        Assert.All(Operators.Table.SelectMany(row => row.Examples), example => Assert.Empty(Rule.Parse(example, Account.Scope).Problems));
        Assert.All(Operators.Table, row => Assert.Same(row, Operators.Of(row.Operator)));
    }
}
