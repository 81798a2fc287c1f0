using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bailiwick.Import.Cells;

/// <summary>In which order day and month stand before a year.</summary>
internal enum DateHabit
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>31/12/2027.</summary>
    DayFirst,

    /// <summary>12/31/2027.</summary>
    MonthFirst,

    /// <summary>The column has both.</summary>
    Mixed,
}

/// <summary>What became of a cell read as a date.</summary>
internal enum DateReading
{
    /// <summary>A date.</summary>
    Date,

    /// <summary>No date.</summary>
    None,

    /// <summary>Day and month could stand either way.</summary>
    Ambiguous,

    /// <summary>The year has one to three digits: the century is missing, or it is a 民國 year.</summary>
    ShortYear,
}

/// <summary>Dates as people and programs write them. A time of day is left out.</summary>
internal static class ParsedDate
{
    private const int FirstRocYear = 1912;

    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789:. APMapmZ+-");

    private static readonly string[] WithMonthNames = ["d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy"];

    /// <summary>The habit that <c>dmy</c> and <c>mdy</c> name; anything else names none.</summary>
    public static DateHabit Habit(string? name) => name switch { "dmy" => DateHabit.DayFirst, "mdy" => DateHabit.MonthFirst, _ => DateHabit.Unknown };

    /// <summary>Reads an ISO date: the usual case, without further ado.</summary>
    public static bool TryIso(ReadOnlySpan<char> cell, out DateOnly date)
    {
        date = default;
        return cell.Length >= 10 && cell[4] == '-' && cell[7] == '-'
            && (cell.Length == 10 || (cell[10] is ' ' or 'T' && IsTime(cell[11..])))
            && DateOnly.TryParseExact(cell[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>Reads a date by the column's habit.</summary>
    /// <param name="cell">The cell, trimmed.</param>
    /// <param name="habit">Order of day and month where the year stands last.</param>
    /// <param name="isRoc">Whether years of one to three digits are 民國 years.</param>
    /// <param name="date">The date.</param>
    public static DateReading Read(string cell, DateHabit habit, bool isRoc, out DateOnly date)
    {
        if (TryIso(cell, out date))
        {
            return DateReading.Date;
        }

        string text = WithoutTime(cell.Normalize(NormalizationForm.FormKC).Trim());
        isRoc |= text.StartsWith("民國", StringComparison.Ordinal);
        text = text.Replace("民國", "", StringComparison.Ordinal).Replace('年', '/').Replace('月', '/').Replace("日", "", StringComparison.Ordinal).Trim();
        string words = text.Replace(",", "", StringComparison.Ordinal).Replace('-', ' ');
        if (DateOnly.TryParseExact(words, WithMonthNames, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out date))
        {
            return DateReading.Date;
        }

        return Figures(text, isRoc) switch
        {
            null => DateReading.None,
            { FirstDigits: 4 } figures => Day(figures.First, figures.Second, figures.Third, out date),
            { ThirdDigits: < 3 } figures when isRoc => Day(figures.First + FirstRocYear - 1, figures.Second, figures.Third, out date),
            { ThirdDigits: 4 } figures => YearLast(figures, habit, out date),
            _ => DateReading.ShortYear,
        };
    }

    /// <summary>What a cell tells of the column's habit.</summary>
    public static DateHabit Tells(string cell) => Figures(WithoutTime(cell.Trim()), isRoc: false) switch
    {
        { ThirdDigits: 4, First: > 12 and <= 31, Second: <= 12 } => DateHabit.DayFirst,
        { ThirdDigits: 4, First: <= 12, Second: > 12 and <= 31 } => DateHabit.MonthFirst,
        _ => DateHabit.Unknown,
    };

    private static DateReading YearLast(DateFigures figures, DateHabit habit, out DateOnly date)
    {
        date = default;
        return figures switch
        {
            { First: > 12 } => Day(figures.Third, figures.Second, figures.First, out date),
            { Second: > 12 } => Day(figures.Third, figures.First, figures.Second, out date),
            _ when figures.First == figures.Second || habit == DateHabit.MonthFirst => Day(figures.Third, figures.First, figures.Second, out date),
            _ when habit == DateHabit.DayFirst => Day(figures.Third, figures.Second, figures.First, out date),
            _ => DateReading.Ambiguous,
        };
    }

    private static DateReading Day(int year, int month, int day, out DateOnly date)
    {
        bool isDay = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDay ? new DateOnly(year, month, day) : default;
        return isDay ? DateReading.Date : DateReading.None;
    }

    private static DateFigures? Figures(string text, bool isRoc)
    {
        if (text.Length is 8 or 7 or 6 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            int year = text.Length - 4;
            return year == 4 || isRoc ? new DateFigures(Int(text[..year]), Int(text.Substring(year, 2)), Int(text[^2..]), year, 2) : null;
        }

        string[] parts = text.Split('/', '-', '.');
        return parts.Length == 3 && parts[1].Length <= 2 && parts.All(part => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit))
            ? new DateFigures(Int(parts[0]), Int(parts[1]), Int(parts[2]), parts[0].Length, parts[2].Length)
            : null;
    }

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string WithoutTime(string text)
    {
        int at = text.AsSpan().IndexOfAny('T', ' ');
        return at > 0 && char.IsAsciiDigit(text[at - 1]) && IsTime(text.AsSpan(at + 1)) ? text[..at] : text;
    }

    /// <summary>13:05, 13:05:59.123Z, 1:05 PM: what it says is not kept, but it must look like a time.</summary>
    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length >= 4 && text[..3].Contains(':') && !text.ContainsAnyExcept(OfTimes);

    private sealed record DateFigures(int First, int Second, int Third, int FirstDigits, int ThirdDigits);
}
