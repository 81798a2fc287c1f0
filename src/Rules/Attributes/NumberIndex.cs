using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Attributes;

/// <summary>Numbers, amounts and days.</summary>
internal sealed class NumberIndex(Attribute attribute, NumberTests tests, ImmutableSortedDictionary<string, decimal> rates) : AttributeIndex
{
    public override AttributeClasses Classify(ColumnTable accounts)
    {
        var book = new ClassBook();
        int unknown = book.Of([]);
        var ofPiece = new int[tests.Pieces];
        Array.Fill(ofPiece, -1);
        var classes = new int[accounts.Count];
        Func<int, decimal?> value = ValuesOf(accounts);
        for (int row = 0; row < classes.Length; row++)
        {
            if (value(row) is not { } known)
            {
                classes[row] = unknown;
                continue;
            }

            int piece = tests.PieceOf(known);
            classes[row] = ofPiece[piece] >= 0 ? ofPiece[piece] : ofPiece[piece] = tests.ClassOf(known, book);
        }

        return new AttributeClasses(classes, book.Classes);
    }

    public override string? Show(ColumnTable accounts, int row) => attribute.Field switch
    {
        { IsCustom: true } => TextColumns(attribute.Field, accounts).Select(column => column[row]).FirstOrDefault(),
        { Kind: FieldKind.Money } => accounts[(MoneyColumn)attribute.Field.Columns[0]][row] is { } amount ? $"{amount.ToString("0.####", CultureInfo.InvariantCulture)} {accounts[Accounts.Currency][row]}".TrimEnd() : null,
        { Kind: FieldKind.Date } => accounts[(DateColumn)attribute.Field.Columns[0]][row]?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => ValuesOf(accounts)(row)?.ToString(CultureInfo.InvariantCulture),
    };

    private Func<int, decimal?> ValuesOf(ColumnTable accounts)
    {
        Field field = attribute.Field;
        if (field.IsCustom)
        {
            return CustomValues(accounts, field.Kind);
        }

        switch (field.Columns[0])
        {
            case IntegerColumn integer:
                IntegerValues integers = accounts[integer];
                return row => integers[row];
            case DateColumn date:
                DateValues days = accounts[date];
                return row => days[row]?.DayNumber;
            case MoneyColumn money:
                return AmountsOf(accounts[money], accounts[Accounts.Currency]);
            default:
                throw new InvalidOperationException($"{field.Name} holds no number");
        }
    }

    private Func<int, decimal?> CustomValues(ColumnTable accounts, FieldKind kind)
    {
        if (!accounts.Custom.TryGetValue(attribute.Field.Name, out TextValues? column))
        {
            return _ => null;
        }

        decimal?[] ofCode = [.. column.Values.Select(text => kind == FieldKind.Date ? Kinds.DateOf(text.Trim())?.DayNumber : Kinds.NumberOf(text.Trim()))];
        return row => column.Codes[row] < 0 ? null : ofCode[column.Codes[row]];
    }

    // An amount without a currency is one of the plan's own currency, or of the one that the test names.
    private Func<int, decimal?> AmountsOf(MoneyValues amounts, TextValues currencies)
    {
        string?[] codes = [.. currencies.Values.Select(code => Currency.TryOf(code, out Currency currency) ? currency.Code : null)];
        decimal?[] factors = rates.IsEmpty
            ? [.. codes.Select(code => attribute.Parameter is null || code == attribute.Parameter ? 1 : (decimal?)null)]
            : [.. codes.Select(code => code is not null && rates.TryGetValue(code, out decimal rate) ? rate : (decimal?)null)];
        return row =>
        {
            decimal? factor = currencies.Codes[row] < 0 ? 1 : factors[currencies.Codes[row]];
            return amounts[row] is { } amount && factor is { } rate ? Kinds.Times(amount, rate) : null;
        };
    }
}
