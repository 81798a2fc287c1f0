using Bailiwick.Import.Cells;
using Bailiwick.Import.Reading;

namespace Bailiwick.Import.Rows;

/// <summary>How the columns of a file write dates and numbers: found by reading the whole file once, and only when a cell alone does not tell.</summary>
internal sealed class ColumnHabits(ITableFile file)
{
    private DateHabit[]? dates;
    private NumberHabit[]? numbers;

    /// <summary>Order of day and month in a column.</summary>
    public DateHabit DatesOf(int column)
    {
        Survey();
        return column < dates!.Length ? dates[column] : DateHabit.Unknown;
    }

    /// <summary>The separators in a column.</summary>
    public NumberHabit NumbersOf(int column)
    {
        Survey();
        return column < numbers!.Length ? numbers[column] : NumberHabit.Unknown;
    }

    /// <summary>Whether cells are separated by a semicolon, as where the comma stands before decimals.</summary>
    public bool HintsDecimalComma => file.HintsDecimalComma;

    private void Survey()
    {
        if (dates is not null)
        {
            return;
        }

        dates = new DateHabit[file.Header.Count];
        numbers = new NumberHabit[file.Header.Count];
        foreach (FileRow row in file.Rows())
        {
            for (int at = 0; row.Problem is null && at < Math.Min(row.Cells.Count, dates.Length); at++)
            {
                string cell = row.Cells[at];
                if (cell.Length is 0 or > 40 || !cell.AsSpan().ContainsAnyInRange('0', '9'))
                {
                    continue;
                }

                DateHabit date = dates[at] == DateHabit.Mixed ? DateHabit.Unknown : ParsedDate.Tells(cell);
                dates[at] = date == DateHabit.Unknown || date == dates[at] ? dates[at] : dates[at] == DateHabit.Unknown ? date : DateHabit.Mixed;
                NumberHabit number = cell.AsSpan().ContainsAny(',', '.') && ParsedNumber.Parts(cell) is { } parts ? ParsedNumber.Tells(parts.Digits) : NumberHabit.Unknown;
                numbers[at] = number == NumberHabit.Unknown || number == numbers[at] ? numbers[at] : numbers[at] == NumberHabit.Unknown ? number : NumberHabit.Mixed;
            }
        }
    }
}
