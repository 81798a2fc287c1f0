using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>The accounts of a small world as a file, and as the table that an import of that file makes.</summary>
public static class AccountFile
{
    /// <summary>The accounts as CSV: the columns that some account fills.</summary>
    public static string Csv(World world)
    {
        string[] columns = ["id", .. world.Accounts.SelectMany(account => account.Cells.Keys).Distinct(StringComparer.Ordinal).Where(column => column != "id").Order(StringComparer.Ordinal)];
        return string.Concat(world.Accounts.Select(account => Line(columns.Select(column => account[column] ?? ""))).Prepend(Line(columns)));
    }

    /// <summary>The accounts as a table with their places found.</summary>
    public static ColumnTable Table(IEnumerable<AccountModel> accounts)
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach (AccountModel account in accounts)
        {
            table.Add(Row(account));
        }

        return table.Build();
    }

    /// <summary>An account as a row with its place found.</summary>
    public static MarketRow Row(AccountModel account)
    {
        var row = new MarketRow(Accounts.Table, Place.None);
        foreach ((string name, string value) in account.Cells)
        {
            switch (Accounts.Table.Find(name))
            {
                case TextColumn text: row[text] = value; break;
                case IntegerColumn whole: row[whole] = long.Parse(value, CultureInfo.InvariantCulture); break;
                case NumberColumn number: row[number] = double.Parse(value, CultureInfo.InvariantCulture); break;
                case MoneyColumn money: row[money] = decimal.Parse(value, CultureInfo.InvariantCulture); break;
                case DateColumn date: row[date] = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
                case SetColumn set: row[set] = [.. value.Split(SetColumn.Separator).Select(each => each.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]; break;
                default: row.Custom = row.Custom.SetItem(name, value); break;
            }
        }

        if (NaiveRule.PointOf(account) is { } point)
        {
            row[Accounts.PlacedLongitude] = (double)point.Longitude;
            row[Accounts.PlacedLatitude] = (double)point.Latitude;
            row[Accounts.PlacedArea] = account["area"];
        }

        return row;
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell =>
        cell.AsSpan().IndexOfAny(",\"\r\n ") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
}
