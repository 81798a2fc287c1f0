using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Tests;

/// <summary>One account written as people write it: <c>country=TW employees=12 products=P1;P2</c>. What is not written is unknown.</summary>
internal static class Account
{
    public static readonly RuleScope Scope = RuleScope.Plain with
    {
        CustomFields = RuleScope.Plain.CustomFields.Add("fleet_size", FieldKind.Number).Add("channel", FieldKind.Text).Add("signed", FieldKind.Date).Add("badges", FieldKind.Set),
        Rates = RuleScope.Plain.Rates.Add("TWD", 1).Add("USD", 32),
        Lists = path => path == "zips.csv"
            ? new ListReading([new ListValue(1, "100"), new ListValue(3, "10001-1234")])
            : new ListReading([], new("is not there.", "不存在。")),
        Shapes = path => path switch
        {
            "shapes/harbour.geojson" => new ShapeFile(Shape.Parse(path, """{ "type": "Polygon", "coordinates": [[[121.2, 24.9], [121.6, 24.9], [121.6, 25.1], [121.2, 25.1], [121.2, 24.9]]] }""")),
            "shapes/broken.geojson" => new ShapeFile(Shape.Parse(path, """{ "type": "Polygon", "coordinates": [[[121.2, 24.9]], [[25, 121], [1, 1], [2, 2], [25, 121]]] }""")),
            _ => new ShapeFile(null, new("is not there.", "不存在。")),
        },
        Schemes = IndustrySchemes.Of(
            SchemeOf("tw-2021", "Q", "86 Q", "861 86", "8610 861", "10 Q"),
            SchemeOf("naics-2017", "31-33", "311 31-33", "3111 311", "336 31-33", "72"),
            SchemeOf("naics-2022", "31-33", "311 31-33", "722 72", "72")),
    };

    private static IndustryScheme SchemeOf(string id, params string[] codes) =>
        new(id, codes.Select(code => code.Split(' ')).Select(code => new IndustryCode(code[0], code.ElementAtOrDefault(1), Text.Same(code[0]))));

    public static ColumnTable Of(params string[] accounts)
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach (string account in accounts)
        {
            table.Add(Row(account));
        }

        return table.Build();
    }

    /// <summary>A table of one account as a file writes it: column → value.</summary>
    public static ColumnTable Table(IEnumerable<KeyValuePair<string, string>> columns)
    {
        var row = new MarketRow(Accounts.Table, Place.None);
        foreach ((string name, string value) in columns)
        {
            Set(row, name, value);
        }

        var table = new ColumnTableBuilder(Accounts.Table);
        table.Add(row);
        return table.Build();
    }

    public static bool Holds(string rule, string account, RuleScope? scope = null)
    {
        RuleReading reading = Rule.Parse(rule, scope ?? Scope);
        Assert.Empty(reading.Problems);
        var space = RuleSpace.Compile([reading.Rule!], scope ?? Scope, null);
        return space.Holds(0, space.Classify(Of(account)))[0];
    }

    private static MarketRow Row(string account)
    {
        var row = new MarketRow(Accounts.Table, Place.None);
        foreach (string[] pair in account.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')))
        {
            Set(row, pair[0], pair[1].Replace('_', ' '));
        }

        return row;
    }

    private static void Set(MarketRow row, string name, string value)
    {
        switch (Accounts.Table.Find(name))
        {
            case TextColumn text: row[text] = value; break;
            case IntegerColumn whole: row[whole] = long.Parse(value, CultureInfo.InvariantCulture); break;
            case NumberColumn number: row[number] = double.Parse(value, CultureInfo.InvariantCulture); break;
            case MoneyColumn money: row[money] = decimal.Parse(value, CultureInfo.InvariantCulture); break;
            case DateColumn date: row[date] = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
            case SetColumn set: row[set] = [.. value.Split(';').Order(StringComparer.Ordinal)]; break;
            default: row.Custom = row.Custom.SetItem(name, value); break;
        }
    }
}
