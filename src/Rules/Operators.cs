using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>What a condition asks of a field.</summary>
internal enum Operator
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
    In,
    Between,
    StartsWith,
    Under,
    Has,
    Within,
    Inside,
    IsKnown,
    IsUnknown,
}

/// <summary>One line of the table of operators: the parser, the check, the messages and the reference page read it.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Words">How it is written.</param>
/// <param name="Examples">Conditions that use it, at least one.</param>
/// <param name="Kinds">The kinds of fields that may stand before it.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record OperatorRow(Operator Operator, string Words, ImmutableArray<string> Examples, ImmutableArray<FieldKind> Kinds, Text Meaning);

/// <summary>The table of operators.</summary>
internal static class Operators
{
    private static readonly ImmutableArray<FieldKind> Single = [FieldKind.Text, FieldKind.Code, FieldKind.Postal, FieldKind.Number, FieldKind.Money, FieldKind.Date];
    private static readonly ImmutableArray<FieldKind> Ordered = [FieldKind.Number, FieldKind.Money, FieldKind.Date];

    public static ImmutableArray<OperatorRow> Table { get; } =
    [
        new(Operator.Equal, "=", ["country = \"TW\"", "employees = 12", "since = 2024-02-29"], Single, new("is this value", "等於此值")),
        new(Operator.NotEqual, "!=", ["stage != \"lost\""], Single, new("is known and another value", "有值且不等於此值")),
        new(Operator.Less, "<", ["employees < 50"], Ordered, new("is less", "小於")),
        new(Operator.AtMost, "<=", ["employees <= 50"], Ordered, new("is at most", "小於或等於")),
        new(Operator.More, ">", ["revenue > 1000000 USD"], Ordered, new("is more", "大於")),
        new(Operator.AtLeast, ">=", ["since >= 2024-01-01"], Ordered, new("is at least", "大於或等於")),
        new(Operator.In, "in", ["city in (\"Taipei\", \"Keelung\")", "employees in (1, 2)", "postal in list(\"zips.csv\")", "area of \"tw-towns\" in (\"63000010\", \"63000020\")"], Single, new("is one of the values, written here or in a file: in list(\"zips.csv\")", "是所列的值之一；值可寫在規則內或放在檔案：in list(\"zips.csv\")")),
        new(Operator.Between, "between", ["employees between 10 and 49", "revenue between 1000000 USD and 5000000 USD", "postal between \"100\" and \"116\""], [FieldKind.Postal, .. Ordered], new("lies between the two, both included; for postal codes the upper end includes codes that start with it", "介於兩值之間（含兩端）；郵遞區號的上限包含以其開頭的代碼")),
        new(Operator.StartsWith, "starts with", ["postal starts with \"90\"", "name starts with \"台積\""], [FieldKind.Text, FieldKind.Code, FieldKind.Postal], new("begins with these characters", "以這些字元開頭")),
        new(Operator.Under, "under", ["industry under \"31-33\""], [FieldKind.Code], new("is this code or one below it in the hierarchy", "是此代碼或其下層代碼")),
        new(Operator.Has, "has", ["products has \"P-1\""], [FieldKind.Set], new("has this value among its values", "所含的值中有此值")),
        new(Operator.Within, "within", ["within 30 km of (121.56, 25.03)", "within 20 mi of (-73.98, 40.75)"], [FieldKind.Point], new("lies at most this far from the point (longitude, latitude), as the crow flies", "與該點（經度、緯度）的直線距離不超過此值")),
        new(Operator.Inside, "inside", ["inside \"shapes/harbour.geojson\""], [FieldKind.Point], new("lies in the shape of a GeoJSON file, or on its border; the path is relative to the plan", "位於 GeoJSON 檔案的形狀之內或邊界上；路徑以方案檔案所在資料夾為準")),
        new(Operator.IsKnown, "is known", ["employees is known"], [.. Single, FieldKind.Set], new("has a value", "有值")),
        new(Operator.IsUnknown, "is unknown", ["products is unknown"], [.. Single, FieldKind.Set], new("has no value", "沒有值")),
    ];

    /// <summary>Words that a custom field cannot be named.</summary>
    public static ImmutableArray<string> Keywords { get; } =
        ["and", "or", "not", "in", "list", "between", "starts", "with", "under", "has", "is", "known", "unknown", "within", "of", "otherwise", "inside"];

    public static OperatorRow Of(Operator wanted) => Table[(int)wanted];
}
