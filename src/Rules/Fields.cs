using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>What the values of a field are, and so what may be asked of it.</summary>
public enum FieldKind
{
    /// <summary>Text, compared without case, width and surrounding blanks.</summary>
    Text,

    /// <summary>Codes of a hierarchy: text that also knows <c>under</c>.</summary>
    Code,

    /// <summary>Postal codes: compared character by character, without blanks and hyphens.</summary>
    Postal,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Amounts with a currency.</summary>
    Money,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Several values at once.</summary>
    Set,

    /// <summary>The account's point on the map.</summary>
    Point,
}

/// <summary>A field of an account that rules may ask.</summary>
/// <param name="Name">How rules name it.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Columns">The market columns that answer, the first that knows; empty for a custom field and for what is found by place.</param>
/// <param name="Meaning">What it holds.</param>
public sealed record Field(string Name, FieldKind Kind, ImmutableArray<Column> Columns, Text Meaning)
{
    /// <summary>Whole numbers only: 12.5 is a mistake.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a plan declared it (<c>fields:</c>).</summary>
    public bool IsCustom { get; init; }
}

/// <summary>The table of fields. What a plan declares comes on top.</summary>
public static class Fields
{
    internal static readonly Field Point = new("", FieldKind.Point, [], new("the account's point on the map", "客戶在地圖上的位置"));
    internal static readonly Field Area = new("area", FieldKind.Code, [Accounts.Area], new("the area code as given; area of \"set\" asks in which area of a boundary set the account lies", "所給的區域代碼；area of \"集合\" 則問客戶位於該界線集合的哪一區"));

    internal static readonly Field Industry = new("industry", FieldKind.Code, [Accounts.Industry], new("industry code; what it lies under is told by its scheme (column industry_scheme)", "行業代碼；上下層關係依其行業分類（industry_scheme 欄）"));

    /// <summary>The product that a row itself is about.</summary>
    public static readonly Field Product = new("product", FieldKind.Text, [Leads.Product], new("product of the lead or opportunity; of an account its own column product", "潛在客戶或商機的產品；客戶資料則為其自有的 product 欄"));

    /// <summary>The fields of every account.</summary>
    public static ImmutableArray<Field> Table { get; } =
    [
        new("country", FieldKind.Text, [Accounts.Country], new("country, ISO 3166-1 alpha-2", "國家（ISO 3166-1 兩碼）")),
        new("subdivision", FieldKind.Text, [Accounts.PlacedSubdivision, Accounts.Subdivision], new("state, province, county or city, ISO 3166-2", "州、省、縣市（ISO 3166-2）")),
        new("city", FieldKind.Text, [Accounts.City], new("city or town", "城市或鄉鎮市區")),
        new("postal", FieldKind.Postal, [Accounts.Postal], new("postal code", "郵遞區號")),
        Area,
        new("type", FieldKind.Text, [Accounts.Type], new("B2B or B2C", "B2B 或 B2C")),
        new("employees", FieldKind.Number, [Accounts.Employees], new("head count", "員工人數")) { IsWhole = true },
        new("revenue", FieldKind.Money, [Accounts.Revenue], new("yearly revenue of the account", "客戶年營收")),
        new("tier", FieldKind.Text, [Accounts.Tier], new("subscription tier", "方案等級")),
        new("stage", FieldKind.Text, [Accounts.Stage], new("life-cycle stage", "生命週期階段")),
        Industry,
        new("products", FieldKind.Set, [Accounts.Products], new("products bought", "已購產品")),
        Product,
        new("interests", FieldKind.Set, [Accounts.Interests], new("products of interest", "感興趣的產品")),
        new("tags", FieldKind.Set, [Accounts.Tags], new("tags", "標籤")),
        new("name", FieldKind.Text, [Accounts.Name], new("name of the account", "客戶名稱")),
        new("owner", FieldKind.Text, [Accounts.Owner], new("the rep who owns the account today", "目前負責的業務代表")),
        new("since", FieldKind.Date, [Accounts.Since], new("customer since", "成為客戶的日期")),
    ];

    /// <summary>The kinds that a plan may give to a custom field, by the word for it.</summary>
    public static ImmutableSortedDictionary<string, FieldKind> CustomKinds { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("text", FieldKind.Text), KeyValuePair.Create("code", FieldKind.Code), KeyValuePair.Create("number", FieldKind.Number),
            KeyValuePair.Create("date", FieldKind.Date), KeyValuePair.Create("set", FieldKind.Set),
        ]);

    /// <summary>Whether a plan may declare a field of this name: it is a word, not a field of every account and not a word of the language.</summary>
    public static bool CanBeCustom(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(each => char.IsLetterOrDigit(each) || each == '_')
        && !Table.Any(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
        && !Operators.Keywords.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A custom field.</summary>
    public static Field Custom(string name, FieldKind kind) => new(name, kind, [], Text.Same(name)) { IsCustom = true };
}
