using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Territories;

/// <summary>One account or lead as a row.</summary>
public static class AccountRow
{
    /// <summary>A row of a table.</summary>
    public static MarketRow Of(ColumnTable accounts, int row)
    {
        var account = new MarketRow(accounts.Table, Place.None);
        foreach (Column column in accounts.Table.Columns)
        {
            switch (column)
            {
                case TextColumn text: account[text] = accounts[text][row]; break;
                case IntegerColumn whole: account[whole] = accounts[whole][row]; break;
                case NumberColumn number: account[number] = accounts[number][row]; break;
                case MoneyColumn money: account[money] = accounts[money][row]; break;
                case DateColumn date: account[date] = accounts[date][row]; break;
                case SetColumn set: account[set] = accounts[set][row]; break;
                default: throw new InvalidOperationException($"no value of {column.GetType().Name}");
            }
        }

        account.Custom = accounts.Custom.Where(custom => custom.Value[row] is not null).ToImmutableSortedDictionary(custom => custom.Key, custom => custom.Value[row]!, StringComparer.Ordinal);
        return account;
    }
}
