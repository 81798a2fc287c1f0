using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Rules;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories.Reading;

/// <summary>Reads the imagined account of an expectation: <c>with: { country: TW, employees: 12 }</c>.</summary>
internal sealed class AccountReader(PlanReader plan)
{
    public MarketRow Read(YamlMap map)
    {
        var row = new MarketRow(Accounts.Table, Problems.At(plan.File, map.Start));
        string[] known = [.. Accounts.Table.Columns.Select(column => column.Name), .. plan.Scope.CustomFields.Keys, Fields.Product.Name];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlScalar key, YamlNode value) in map.Entries)
        {
            if (!seen.Add(key.Value))
            {
                plan.Add(Problems.RepeatedKey(plan.File, key));
            }

            string text = value switch { YamlScalar scalar => scalar.Value, YamlList list => string.Join(SetColumn.Separator, list.Items.OfType<YamlScalar>().Select(item => item.Value)), _ => "" };
            if (Accounts.Table.Find(key.Value) is { } column)
            {
                if (!Set(row, column, text))
                {
                    plan.Add(Problems.WrongShape(plan.File, value.Start, key.Value, new("a value of this column", "此欄位的值"), text));
                }
            }
            else if (plan.Scope.CustomFields.ContainsKey(key.Value) || key.Value == Fields.Product.Name)
            {
                row.Custom = row.Custom.SetItem(key.Value, text);
            }
            else
            {
                plan.Add(Problems.UnknownKey(plan.File, key, new("an account", "客戶"), NearestName.To(key.Value, known)));
            }
        }

        return row;
    }

    private static bool Set(MarketRow row, Column column, string text)
    {
        switch (column)
        {
            case TextColumn words: row[words] = text; return text.Length > 0;
            case IntegerColumn whole: row[whole] = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null; return row[whole] is not null;
            case NumberColumn number: row[number] = (double?)KeyReader.NumberOf(text); return row[number] is not null;
            case MoneyColumn money: row[money] = KeyReader.NumberOf(text); return row[money] is not null;
            case DateColumn date: row[date] = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null; return row[date] is not null;
            case SetColumn set: row[set] = [.. text.Split(SetColumn.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]; return row[set].Length > 0;
            default: throw new InvalidOperationException($"no reading of {column.GetType().Name}");
        }
    }
}
