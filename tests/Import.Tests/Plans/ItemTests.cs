using Bailiwick.Geography;
using Bailiwick.Import.Plans;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>Items of Salesforce rules and what they become, one by one.</summary>
public sealed class ItemTests
{
    private static readonly Atlas House = Atlas.Open();

    [Theory]
    [InlineData("BillingCountryCode", "equals", "US,CA", "country in (\"US\", \"CA\")")]
    [InlineData("BillingCountry", "equals", "Taiwan", "country = \"TW\"")]
    [InlineData("BillingState", "equals", "California", "subdivision = \"US-CA\"")]
    [InlineData("BillingStateCode", "notEqual", "CA", "not subdivision = \"US-CA\"")]
    [InlineData("BillingCity", "equals", "Oakland,\"San Jose, CA\"", "city in (\"Oakland\", \"San Jose, CA\")")]
    [InlineData("BillingCity", "equals", "", "city is unknown")]
    [InlineData("BillingCity", "notEqual", "", "city is known")]
    [InlineData("BillingCity", "equals", "Oakland,", "city = \"Oakland\" or city is unknown")]
    [InlineData("BillingPostalCode", "startsWith", "94,95", "postal starts with \"94\" or postal starts with \"95\"")]
    [InlineData("BillingPostalCode", "contains", "94105", "postal starts with \"94105\"")]
    [InlineData("BillingPostalCode", "lessThan", "94000", "postal is known and not postal between \"94000\" and \"Z\"")]
    [InlineData("NumberOfEmployees", "greaterOrEqual", "1,000", "employees >= 1000")]
    [InlineData("NumberOfEmployees", "equals", "10,20", "employees in (10, 20)")]
    [InlineData("AnnualRevenue", "greaterThan", "USD5000000", "revenue > 5000000 USD")]
    [InlineData("Type", "notEqual", "Competitor", "not stage = \"Competitor\"")]
    [InlineData("Segments__c", "includes", "A;B,C", "Segments__c has \"A\" and Segments__c has \"B\" or Segments__c has \"C\"")]
    [InlineData("Since__c", "lessThan", "2026-01-31", "Since__c < 2026-01-31")]
    [InlineData("Tier__c", "startsWith", "Go", "Tier__c starts with \"Go\"")]
    [InlineData("DISTANCE(BillingAddress, GEOLOCATION(37.7,-122.4), 'mi')", "within", "20", "within 20 mi of (-122.4, 37.7)")]
    public void An_item_becomes_a_condition(string field, string operation, string value, string rule)
    {
        (PlanImportResult result, string? where) = Read(field, operation, value);

        Assert.Equal(0, result.Problems.Errors);
        Assert.Equal(rule, where);
    }

    [Theory]
    [InlineData("Name", "contains", "Clinic", "plan-import.no-equivalent")]
    [InlineData("BillingStateCode", "equals", "ZZ", "plan-import.unknown-place", "plan-import.nothing-left")]
    [InlineData("NumberOfEmployees", "lessThan", "many", "plan-import.bad-value")]
    [InlineData("CurrencyIsoCode", "equals", "USD", "plan-import.no-field")]
    [InlineData("Industry", "sounds", "like", "plan-import.unknown-operation")]
    [InlineData("BillingPostalCode", "lessThan", "1,2", "plan-import.bad-value")]
    public void What_has_no_equivalent_is_an_error_with_its_line_and_the_territory_says_so(string field, string operation, string value, params string[] codes)
    {
        (PlanImportResult result, string? where) = Read(field, operation, value);

        Assert.Null(where);
        Assert.Equal(codes, result.Problems.All.Select(problem => problem.Code));
        Assert.All(result.Problems.All, problem => Assert.Equal(8, problem.Place.Line));
        Assert.Equal(codes.Length, result.Plan!.Layers[0].Territories[0].Remarks.Length);
    }

    [Fact]
    public void A_field_of_theirs_can_be_told_to_mean_one_of_ours()
    {
        using var folder = new Folder();
        new ModelFolder(folder.Path, "M").Territory("T", null, ("R", false)).Rule("R", null, ("Tier__c", "equals", "gold"));

        PlanImportResult result = PlanImport.Read([folder.Path], new PlanImportOptions { Fields = new PlanImportOptions().Fields.Add("tier__c", "tier") }, House);

        Assert.Equal("tier = \"gold\"", result.Plan!.Layers[0].Territories[0].Where);
        Assert.Empty(result.Plan.Fields);
    }

    private static (PlanImportResult Result, string? Where) Read(string field, string operation, string value)
    {
        using var folder = new Folder();
        new ModelFolder(folder.Path, "M").Territory("T", null, ("R", false)).Rule("R", null, (field, operation, value));
        PlanImportResult result = PlanImport.Read([folder.Path], new PlanImportOptions { Country = "US" }, House);
        return (result, result.Plan!.Layers[0].Territories[0].Where);
    }
}
