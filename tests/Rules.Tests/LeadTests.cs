using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Tests;

public sealed class LeadTests
{
    [Theory]
    [InlineData("product = \"p-1\"", true)]
    [InlineData("product in (\"P-2\", \"P-3\")", false)]
    [InlineData("products has \"P-1\"", false)] // bought by an account; leads have none
    [InlineData("products is unknown", true)]
    [InlineData("country = \"TW\" and employees >= 10", true)]
    [InlineData("owner is unknown", true)]
    public void Leads_are_asked_by_their_own_product(string rule, bool expected)
    {
        var lead = new MarketRow(Leads.Table, Place.None);
        lead[Leads.Id] = "L-1";
        lead[Leads.Country] = "TW";
        lead[Leads.Employees] = 12;
        lead[Leads.Product] = "P-1";
        Assert.Equal(expected, Holds(rule, lead));
    }

    [Fact]
    public void Opportunities_are_asked_by_theirs()
    {
        var deal = new MarketRow(Opportunities.Table, Place.None);
        deal[Opportunities.Id] = "O-1";
        deal[Opportunities.Product] = "P-1";
        Assert.True(Holds("product = \"P-1\" and country is unknown", deal));
    }

    [Fact]
    public void Product_is_text_and_no_set_and_no_name_of_a_custom_field()
    {
        Assert.Equal("rules.operator-not-for-field", Assert.Single(Rule.Parse("product has \"P-1\"", Account.Scope).Problems).Code);
        Assert.Equal("rules.operator-not-for-field", Assert.Single(Rule.Parse("product > \"P-1\"", Account.Scope).Problems).Code);
        Assert.False(Fields.CanBeCustom("Product"));
    }

    private static bool Holds(string rule, MarketRow row)
    {
        var table = new ColumnTableBuilder(row.Table);
        table.Add(row);
        RuleSpace space = RuleSpace.Compile([Rule.Parse(rule, Account.Scope).Rule!], Account.Scope, null);
        var classes = new int[space.Axes.Length];
        space.Classify(table.Build()).Row(0, classes);
        return space.Holds(0, classes);
    }
}
