using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules.Sql;

/// <summary>Columns of the normalised table that are made together.</summary>
/// <param name="columns">The columns.</param>
internal abstract class SqlSource(params ImmutableArray<SqlColumn> columns)
{
    public ImmutableArray<SqlColumn> Columns => columns;

    /// <summary>The values of rows, column by column; null is unknown.</summary>
    public abstract IEnumerable<string?[]> Values(ColumnTable rows);

    protected static string? Known(string folded) => folded.Length == 0 ? null : SqlText.Storable(folded);
}

/// <summary>Folded text, of the first of the field's columns that has a value.</summary>
internal sealed class TextSource(Field field, SqlColumn column) : SqlSource(column)
{
    public override IEnumerable<string?[]> Values(ColumnTable rows)
    {
        var values = new string?[rows.Count];
        foreach (TextValues texts in RowColumns.TextsOf(field, rows).Reverse())
        {
            string?[] folded = [.. texts.Values.Select(text => Known(Kinds.Fold(text, field.Kind)))];
            for (int row = 0; row < values.Length; row++)
            {
                values[row] = texts.Codes[row] >= 0 ? folded[texts.Codes[row]] : values[row];
            }
        }

        return [values];
    }
}

/// <summary>The folded code of the area of one boundary set.</summary>
internal sealed class AreaSource(AreaAxis axis, SqlColumn column) : SqlSource(column)
{
    public override IEnumerable<string?[]> Values(ColumnTable rows) => [[.. axis.CodesOf(rows).Select(code => code is null ? null : Known(Folding.Fold(code)))]];
}

/// <summary>The values of a set, folded.</summary>
internal sealed class SetSource(Field field, SqlColumn column) : SqlSource(column)
{
    public override IEnumerable<string?[]> Values(ColumnTable rows)
    {
        if (field.IsCustom)
        {
            TextValues? cells = RowColumns.TextsOf(field, rows).FirstOrDefault();
            string?[] folded = [.. (cells?.Values ?? []).Select(cell => Barred(cell.Split(SetColumn.Separator)))];
            return [[.. Enumerable.Range(0, rows.Count).Select(row => cells is not null && cells.Codes[row] >= 0 ? folded[cells.Codes[row]] : null)]];
        }

        SetValues? sets = RowColumns.Sets(rows, field.Columns[0].Name);
        return [[.. Enumerable.Range(0, rows.Count).Select(row => sets is null ? null : Barred(sets[row]))]];
    }

    private static string? Barred(IEnumerable<string> values) => SqlText.Barred(values.Select(value => Known(Folding.Fold(value))).OfType<string>());
}

/// <summary>Which of the codes that rules name a code is or lies under, by the tree of its scheme.</summary>
internal sealed class UnderSource(AxisIndex axis, IReadOnlyList<NumberedTest> tests, SqlColumn column) : SqlSource(column)
{
    private readonly string?[] ofClass =
    [
        .. Enumerable.Range(0, axis.Classes).Select(number => SqlText.Barred(tests.Where(test => axis.SetOf(test.Number)[number]).Select(test => SqlText.Storable(((IsUnder)test.Predicate).Folded)))),
    ];

    public override IEnumerable<string?[]> Values(ColumnTable rows)
    {
        var classes = new ushort[rows.Count];
        axis.Classify(rows, classes);
        return [[.. classes.Select(number => ofClass[number])]];
    }
}

/// <summary>Yes or no to tests that SQL cannot ask.</summary>
internal sealed class YesNoSource(AxisIndex axis, int[] tests, ImmutableArray<SqlColumn> columns) : SqlSource(columns)
{
    public override IEnumerable<string?[]> Values(ColumnTable rows)
    {
        var classes = new ushort[rows.Count];
        axis.Classify(rows, classes);
        return tests.Select(test =>
        {
            ClassSet passing = axis.SetOf(test);
            return (string?[])[.. classes.Select(number => passing[number] ? "true" : "false")];
        });
    }
}

/// <summary>Numbers, days, and amounts in the money that rules compare.</summary>
internal sealed class NumberSource(Attribute attribute, ImmutableSortedDictionary<string, decimal> rates, SqlColumn column) : SqlSource(column)
{
    // One digit more than rules may have: what lies between two numbers of a rule's digits is written between them.
    private const decimal Step = 1e-10m;

    private const decimal Most = 1e26m;

    public override IEnumerable<string?[]> Values(ColumnTable rows) => [attribute.Field switch
    {
        { IsCustom: true } => OfTexts(RowColumns.TextsOf(attribute.Field, rows).FirstOrDefault(), rows.Count),
        var field => rows.Table.Find(field.Columns[0].Name) switch
        {
            IntegerColumn whole => Of(rows, row => rows[whole][row]?.ToString(CultureInfo.InvariantCulture)),
            DateColumn date => Of(rows, row => rows[date][row] is { } day ? Write(day) : null),
            MoneyColumn money => OfAmounts(rows[money], RowColumns.Text(rows, Accounts.Currency.Name)),
            _ => new string?[rows.Count],
        },
    }];

    private static string?[] Of(ColumnTable rows, Func<int, string?> value) => [.. Enumerable.Range(0, rows.Count).Select(value)];

    private string?[] OfTexts(TextValues? texts, int count)
    {
        string?[] written = [.. (texts?.Values ?? []).Select(text => attribute.Field.Kind == FieldKind.Date
            ? Kinds.DateOf(text.Trim()) is { } day ? Write(day) : null
            : Kinds.NumberOf(text.Trim()) is { } number ? Write(number) : null)];
        return [.. Enumerable.Range(0, count).Select(row => texts is not null && texts.Codes[row] >= 0 ? written[texts.Codes[row]] : null)];
    }

    private string?[] OfAmounts(MoneyValues amounts, TextValues? currencies)
    {
        decimal?[] factors = NumberAxis.FactorsOf(currencies, attribute.Parameter, rates);
        return [.. Enumerable.Range(0, amounts.Count).Select(row =>
            amounts[row] is { } amount && (currencies is null || currencies.Codes[row] < 0 ? 1 : factors[currencies.Codes[row]]) is { } factor ? Write(Kinds.Times(amount, factor)) : null)];
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(decimal number)
    {
        decimal within = Math.Clamp(number, -Most, Most);
        decimal floor = Math.Abs(within) < 1e17m ? Math.Floor(within / Step) * Step : within;
        return (floor == within ? within : floor + (Step / 2)).ToString("0.###########", CultureInfo.InvariantCulture);
    }
}
