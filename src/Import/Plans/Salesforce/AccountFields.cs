using System.Collections.Frozen;
using System.Globalization;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>Which field of a plan a field of Salesforce is. What is no standard field becomes a custom field of the same API name.</summary>
/// <remarks>The same as an import of accounts does (layouts.yaml): there too <c>Type</c> is the stage.</remarks>
internal sealed class AccountFields
{
    public const string Country = "country";
    public const string Subdivision = "subdivision";
    public const string Postal = "postal";

    private static readonly FrozenDictionary<string, string> OfAccounts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["BillingCountryCode"] = Country,
        ["BillingCountry"] = Country,
        ["BillingStateCode"] = Subdivision,
        ["BillingState"] = Subdivision,
        ["BillingCity"] = "city",
        ["BillingPostalCode"] = Postal,
        ["BillingZip"] = Postal,
        ["Industry"] = "industry",
        ["NumberOfEmployees"] = "employees",
        ["AnnualRevenue"] = "revenue",
        ["Type"] = "stage",
        ["Name"] = "name",
        ["OwnerId"] = "owner",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> OfLeads = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["CountryCode"] = Country,
        ["Country"] = Country,
        ["StateCode"] = Subdivision,
        ["State"] = Subdivision,
        ["City"] = "city",
        ["PostalCode"] = Postal,
        ["Industry"] = "industry",
        ["NumberOfEmployees"] = "employees",
        ["AnnualRevenue"] = "revenue",
        ["Status"] = "stage",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Columns that an import takes and no rule can ask: a custom field of their name would never have a value.
    private static readonly FrozenSet<string> Unasked = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Id", "ParentId", "CurrencyIsoCode", "CreatedDate");

    private readonly PlanImportOptions options;
    private readonly Dictionary<string, FieldKind> kinds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kinds of custom fields are found from how all rules ask them.</summary>
    public AccountFields(PlanImportOptions options, IEnumerable<ModelItem> items)
    {
        this.options = options;
        foreach (IGrouping<string, ModelItem> field in items.Where(item => IsCustom(item.Field)).GroupBy(item => item.Field, StringComparer.OrdinalIgnoreCase))
        {
            kinds[field.Key] = KindOf([.. field]);
        }
    }

    /// <summary>Custom fields that rules ask, with their kinds.</summary>
    public IReadOnlyDictionary<string, FieldKind> Custom => kinds;

    /// <summary>The field of a plan and its kind; null when there is none.</summary>
    public (string Field, FieldKind Kind)? Find(string field)
    {
        if (Standard(field) is { } ours)
        {
            return Fields.Table.FirstOrDefault(known => known.Name == ours) is { } known ? (ours, known.Kind) : null;
        }

        return kinds.TryGetValue(field, out FieldKind kind) ? (field, kind) : null;
    }

    /// <summary>The standard field of accounts that a field of a plan is written as; null without.</summary>
    public static string? NameOf(string field) => field switch
    {
        Country => "BillingCountryCode",
        Subdivision => "BillingStateCode",
        Postal => "BillingPostalCode",
        _ => OfAccounts.FirstOrDefault(pair => pair.Value == field).Key,
    };

    private string? Standard(string field) =>
        options.Fields.TryGetValue(field, out string? own) ? own : (options.Object == PlanImportOptions.Lead ? OfLeads : OfAccounts).GetValueOrDefault(field);

    private bool IsCustom(string field) => Standard(field) is null && !Unasked.Contains(field) && Fields.CanBeCustom(field);

    private static FieldKind KindOf(IReadOnlyList<ModelItem> items)
    {
        if (items.Any(item => item.Operation is Operations.Includes or Operations.Excludes))
        {
            return FieldKind.Set;
        }

        if (!items.Any(item => Operations.IsOrder(item.Operation)))
        {
            return FieldKind.Text;
        }

        string[] values = [.. items.SelectMany(item => ItemValues.Split(item.Value)).Where(value => value.Length > 0)];
        return values.All(value => ItemValues.NumberOf(value) is not null) ? FieldKind.Number
            : values.All(value => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? FieldKind.Date
            : FieldKind.Text;
    }
}
