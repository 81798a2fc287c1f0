using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules.Changes;

namespace Bailiwick.Rules.Space;

/// <summary>Numbers, amounts and days.</summary>
internal sealed class NumberAxis : AxisIndex
{
    private readonly NumberLine line;
    private readonly LongLine whole;
    private readonly Dictionary<int, decimal> examples = [];
    private readonly ImmutableSortedDictionary<string, decimal> rates;

    private NumberAxis(Attribute attribute, NumberLine line, (int Classes, Dictionary<int, ClassSet> Passing) found, ImmutableSortedDictionary<string, decimal> rates)
        : base(attribute, attribute.Name, found.Classes, found.Passing)
    {
        (this.line, this.rates) = (line, rates);
        whole = new LongLine(line, attribute.Field.Kind == FieldKind.Money ? Money.Scale : 1);
        line.Examples(examples);
    }

    /// <summary>An axis for the tests of a field of numbers.</summary>
    public static NumberAxis Of(Attribute attribute, IReadOnlyList<NumberedTest> tests, ImmutableSortedDictionary<string, decimal> rates)
    {
        var numbers = new ClassNumbers();
        var made = new NumberLine(tests, GridOf(attribute.Field, rates), numbers);
        var bits = new TestBits(numbers.Count);
        foreach (NumberedTest test in tests)
        {
            bits.Of(test.Number);
        }

        made.Collect(bits);
        return new NumberAxis(attribute, made, (numbers.Count, bits.Sets()), rates);
    }

    public override void Classify(ColumnTable rows, Span<ushort> into)
    {
        Field field = Attribute.Field;
        if (field.IsCustom)
        {
            ClassifyText(RowColumns.TextsOf(field, rows), into);
            return;
        }

        switch (rows.Table.Find(field.Columns[0].Name))
        {
            case IntegerColumn integer:
                whole.Encode(rows[integer].Values, IntegerValues.Unknown, into);
                break;
            case DateColumn date:
                int[] days = rows[date].DayNumbers;
                for (int row = 0; row < days.Length; row++)
                {
                    into[row] = days[row] == DateValues.Unknown ? (ushort)0 : whole.ClassOf(days[row]);
                }

                break;
            case MoneyColumn money:
                ClassifyMoney(rows[money].TenThousandths, RowColumns.Text(rows, Accounts.Currency.Name), into);
                break;
            default:
                into.Clear();
                break;
        }
    }

    /// <summary>By what an amount is multiplied before it is compared, per currency code of a column; null makes it unknown.</summary>
    /// <remarks>An amount without a currency is one of the plan's own currency, or of the one that the test names: its factor is 1.</remarks>
    public static decimal?[] FactorsOf(TextValues? currencies, string? asked, ImmutableSortedDictionary<string, decimal> rates)
    {
        string?[] codes = [.. (currencies?.Values ?? []).Select(code => Currency.TryOf(code, out Currency currency) ? currency.Code : null)];
        return rates.IsEmpty
            ? [.. codes.Select(code => asked is null || code == asked ? 1 : (decimal?)null)]
            : [.. codes.Select(code => code is not null && rates.TryGetValue(code, out decimal rate) ? rate : (decimal?)null)];
    }

    public override int ColumnsOf(int number) => number == 0 ? 0 : 1;

    public override bool CanBe(int number) => number == 0 || examples.ContainsKey(number);

    public override void Write(int number, IDictionary<string, string> row)
    {
        if (number > 0)
        {
            row[Attribute.Field.Name] = Attribute.Field.Kind == FieldKind.Date
                ? DateOnly.FromDayNumber((int)Math.Clamp(examples[number], DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : examples[number].ToString(CultureInfo.InvariantCulture);
        }
    }

    public override string? Show(ColumnTable rows, int row) => Attribute.Field switch
    {
        { IsCustom: true } => RowColumns.TextsOf(Attribute.Field, rows).Select(column => column[row]).FirstOrDefault(),
        var field => rows.Table.Find(field.Columns[0].Name) switch
        {
            IntegerColumn integer => rows[integer][row]?.ToString(CultureInfo.InvariantCulture),
            DateColumn date => rows[date][row]?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MoneyColumn money when rows[money][row] is { } amount => $"{amount.ToString("0.####", CultureInfo.InvariantCulture)} {RowColumns.Text(rows, Accounts.Currency.Name)?[row]}".TrimEnd(),
            _ => null,
        },
    };

    public override IEnumerable<RowChange> Changes(ColumnTable rows, int row) => ChangesOf([this], rows, row);

    /// <summary>Other values for a row, of all axes of one field together: without rates an amount has an axis for each currency.</summary>
    public static IEnumerable<RowChange> ChangesOf(IReadOnlyList<NumberAxis> axes, ColumnTable rows, int row)
    {
        Field field = axes[0].Attribute.Field;
        Column? column = field.IsCustom ? null : rows.Table.Find(field.Columns[0].Name);
        string? code = column is MoneyColumn ? RowColumns.Text(rows, Accounts.Currency.Name)?[row] : null;
        decimal? now = column switch
        {
            IntegerColumn integer => rows[integer][row],
            DateColumn date => rows[date][row]?.DayNumber,
            MoneyColumn money => rows[money][row],
            _ when field.IsCustom && axes[0].Show(rows, row)?.Trim() is { } text => field.Kind == FieldKind.Date ? Kinds.DateOf(text)?.DayNumber : Kinds.NumberOf(text),
            _ => null,
        };
        // An amount of a currency that the rules cannot convert says nothing, whatever it is.
        (NumberLine, decimal)[] lines =
        [
            .. axes.Select(axis => (axis.line, Factor: code is null ? 1 : FactorsOf(new TextValues([0], [code]), axis.Attribute.Parameter, axis.rates)[0]))
                .Where(each => each.Factor is not null).Select(each => (each.line, each.Factor!.Value)),
        ];
        return lines.Length > 0 && (column is not null || field.IsCustom) ? new NumberChanges(field, lines, code ?? "").Of(now) : [];
    }

    // Head counts are whole and not negative; days are whole; amounts without rates are whole ten-thousandths; the rest has no smallest step.
    private static NumberGrid GridOf(Field field, ImmutableSortedDictionary<string, decimal> rates) => field switch
    {
        { IsWhole: true } => new NumberGrid(1, 0),
        { Kind: FieldKind.Date } => new NumberGrid(1, DateOnly.MinValue.DayNumber),
        { Kind: FieldKind.Money } when rates.IsEmpty => new NumberGrid(1m / Money.Scale, null),
        _ => new NumberGrid(0, null),
    };

    private void ClassifyText(TextValues[] columns, Span<ushort> into)
    {
        into.Clear();
        foreach (TextValues column in columns)
        {
            ushort[] ofCode = [.. column.Values.Select(text => (Attribute.Field.Kind == FieldKind.Date ? Kinds.DateOf(text.Trim())?.DayNumber : Kinds.NumberOf(text.Trim())) is { } number ? (ushort)line.ClassOf(number) : (ushort)0)];
            for (int row = 0; row < into.Length; row++)
            {
                into[row] = column.Codes[row] < 0 ? (ushort)0 : ofCode[column.Codes[row]];
            }
        }
    }

    private void ClassifyMoney(long[] amounts, TextValues? currencies, Span<ushort> into)
    {
        decimal?[] factors = FactorsOf(currencies, Attribute.Parameter, rates);
        if (Array.TrueForAll(factors, factor => factor == 1))
        {
            whole.Encode(amounts, MoneyValues.Unknown, into);
            return;
        }

        for (int row = 0; row < into.Length; row++)
        {
            decimal? factor = currencies!.Codes[row] < 0 ? 1 : factors[currencies.Codes[row]];
            into[row] = amounts[row] == MoneyValues.Unknown || factor is not { } rate ? (ushort)0
                : rate == 1 ? whole.ClassOf(amounts[row])
                : (ushort)line.ClassOf(Kinds.Times(amounts[row] / (decimal)Money.Scale, rate));
        }
    }
}
