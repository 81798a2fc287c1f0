using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Import.Cells;
using Bailiwick.Import.Export;
using Bailiwick.Import.Layouts;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Rows;

/// <summary>Reads the cells of one column into rows.</summary>
/// <param name="rule">Where they come from.</param>
/// <param name="habits">How the file's columns write dates and numbers.</param>
/// <param name="names">The rows of the table that the column refers to, by name; null when it refers to none or always by key.</param>
internal sealed class CellReader(ColumnRule rule, ColumnHabits habits, ReferenceNames? names)
{
    private const decimal MostMoney = long.MaxValue / Money.Scale;

    private static readonly FrozenSet<string> NoText = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "NULL", "\\N", "#N/A", "(null)", "(blank)");
    private static readonly FrozenSet<string> NoValue = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "NULL", "\\N", "#N/A", "(null)", "(blank)", "N/A", "NA", "-", "--", "無");

    private readonly FrozenDictionary<string, string>? choices = LayoutTable.Shipped.Choices.GetValueOrDefault(rule.Target.Name);
    private readonly bool isCurrency = rule.Target is TextColumn { Name: "currency" };

    /// <summary>The rule.</summary>
    public ColumnRule Rule => rule;

    /// <summary>Reads a cell into a row; false when there is an error and the row is to be left out.</summary>
    public bool Read(string? cell, MarketRow row, RowNotes notes)
    {
        string text = SpreadsheetText.Restore(cell?.Trim() ?? "");
        if (text.Length == 0)
        {
            return true;
        }

        text = Translated(text, row, notes);
        if ((rule.Target is TextColumn ? NoText : NoValue).Contains(text))
        {
            return true;
        }

        return rule.Target switch
        {
            TextColumn column => ReadText(column, text, row, notes),
            DateColumn column => ReadDate(column, text, row, notes),
            IntegerColumn column => ReadInteger(column, text, row, notes),
            NumberColumn column => ReadNumber(column, text, row, notes),
            MoneyColumn column => ReadMoney(column, text, row, notes),
            SetColumn column => ReadSet(column, text, row, notes),
            _ => throw new InvalidOperationException($"column kind {rule.Target.GetType().Name} cannot be read from a file"),
        };
    }

    private Place At(MarketRow row) => row.Place with { Column = rule.Source };

    private string Translated(string text, MarketRow row, RowNotes notes)
    {
        if (rule.Mends.TryGetValue(text, out string? mended))
        {
            notes.Add(Problems.Mended(At(row), text, mended));
            return mended;
        }

        return rule.Values.TryGetValue(text, out string? value) ? value : text;
    }

    private bool ReadText(TextColumn column, string text, MarketRow row, RowNotes notes)
    {
        if (!column.Choices.IsEmpty)
        {
            string meant = choices?.GetValueOrDefault(Folded.Name(text)) ?? text;
            row[column] = column.Choices.FirstOrDefault(choice => string.Equals(choice, meant, StringComparison.OrdinalIgnoreCase));
            return row[column] is not null || notes.Refuse(Problems.NoChoice(At(row), text, column.Choices));
        }

        if (isCurrency)
        {
            string code = choices?.GetValueOrDefault(Folded.Name(text)) ?? text;
            bool isKnown = Currency.TryOf(code, out Currency currency);
            row[column] = isKnown ? currency.Code : null;
            return isKnown || notes.Refuse(Problems.NoCurrency(At(row), text));
        }

        row[column] = names?.Resolve(text, At(row), notes) ?? text;
        return true;
    }

    private bool ReadSet(SetColumn column, string text, MarketRow row, RowNotes notes)
    {
        IEnumerable<string> values = text.Split(SetColumn.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        values = names is null ? values : values.Select(value => names.Resolve(value, At(row), notes));
        row[column] = [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return true;
    }

    private bool ReadDate(DateColumn column, string text, MarketRow row, RowNotes notes)
    {
        DateReading reading = ParsedDate.Read(text, rule.Dates, rule.IsRoc, out DateOnly date);
        if (reading == DateReading.Ambiguous && rule.Dates == DateHabit.Unknown)
        {
            reading = ParsedDate.Read(text, habits.DatesOf(rule.At), rule.IsRoc, out date);
        }

        row[column] = reading == DateReading.Date ? date : null;
        return reading switch
        {
            DateReading.Date => true,
            DateReading.None => notes.Refuse(Problems.NoDate(At(row), text)),
            DateReading.Ambiguous => notes.Refuse(Problems.AmbiguousDate(At(row), text)),
            DateReading.ShortYear => notes.Refuse(Problems.ShortYear(At(row), text)),
            _ => throw new InvalidOperationException($"{reading} is no reading of a date"),
        };
    }

    private bool ReadInteger(IntegerColumn column, string text, MarketRow row, RowNotes notes)
    {
        if (!TryNumber(text, row, notes, out decimal number, out _))
        {
            return false;
        }

        if (number > long.MaxValue)
        {
            return notes.Refuse(Problems.TooLarge(At(row), text));
        }

        bool isWhole = number >= 0 && number == decimal.Truncate(number);
        row[column] = isWhole ? (long)number : null;
        return isWhole || notes.Refuse(Problems.NotWhole(At(row), text));
    }

    private bool ReadNumber(NumberColumn column, string text, MarketRow row, RowNotes notes)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && !(habits.HintsDecimalComma && ParsedNumber.IsOneGroup(text, '.')))
        {
            row[column] = number;
        }
        else if (TryNumber(text, row, notes, out decimal exact, out _))
        {
            row[column] = number = (double)exact;
        }
        else
        {
            return false;
        }

        return (number >= column.Least && number <= column.Most) || notes.Refuse(Problems.OutOfRange(At(row), text, column.Least, column.Most));
    }

    private bool ReadMoney(MoneyColumn column, string text, MarketRow row, RowNotes notes)
    {
        if (!TryNumber(text, row, notes, out decimal amount, out NumberParts? parts))
        {
            return false;
        }

        if (parts is { IsPercent: true })
        {
            return notes.Refuse(Problems.NoNumber(At(row), text));
        }

        if (Math.Abs(amount) >= MostMoney)
        {
            return notes.Refuse(Problems.TooLarge(At(row), text));
        }

        decimal kept = decimal.Round(amount, 4, MidpointRounding.AwayFromZero);
        if (kept != amount)
        {
            notes.Add(Problems.Rounded(At(row), text, kept));
        }

        row[column] = kept;
        notes.Amount(At(row), text, parts?.Currency);
        return true;
    }

    private bool TryNumber(string text, MarketRow row, RowNotes notes, out decimal number, out NumberParts? parts)
    {
        parts = null;
        bool isPlain = ParsedNumber.TryPlain(text, out number);
        if (isPlain && !(habits.HintsDecimalComma && ParsedNumber.IsOneGroup(text, '.')))
        {
            return true;
        }

        parts = ParsedNumber.Parts(text);
        if (parts is null)
        {
            return notes.Refuse(Problems.NoNumber(At(row), text));
        }

        NumberHabit habit = ParsedNumber.Tells(parts.Digits);
        if (habit == NumberHabit.Unknown && parts.Digits.AsSpan().ContainsAny(',', '.'))
        {
            habit = habits.NumbersOf(rule.At);
            bool isTold = habit is NumberHabit.DecimalPoint or NumberHabit.DecimalComma;
            if (habit == NumberHabit.Mixed || (!isTold && habits.HintsDecimalComma))
            {
                return notes.Refuse(Problems.AmbiguousNumber(At(row), text));
            }
        }

        decimal? value = ParsedNumber.Value(parts, habit);
        number = value ?? 0;
        return value is not null || notes.Refuse(Problems.NoNumber(At(row), text));
    }
}
