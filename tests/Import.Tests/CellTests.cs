using System.Globalization;
using Bailiwick.Import.Cells;

namespace Bailiwick.Import.Tests;

public class CellTests
{
    [Theory]
    [InlineData("2027-01-31", "2027-01-31")]
    [InlineData("2027-01-31 00:00:00", "2027-01-31")]
    [InlineData("2027-01-31T13:05:59.123Z", "2027-01-31")]
    [InlineData("2027/1/31", "2027-01-31")]
    [InlineData("2027.01.31", "2027-01-31")]
    [InlineData("20270131", "2027-01-31")]
    [InlineData("2027年1月31日", "2027-01-31")]
    [InlineData("民國116年1月31日", "2027-01-31")]
    [InlineData("31/1/2027", "2027-01-31")]
    [InlineData("1/31/2027 1:05 PM", "2027-01-31")]
    [InlineData("５/５/２０２７", "2027-05-05")]
    [InlineData("31 Jan 2027", "2027-01-31")]
    [InlineData("31-Jan-2027", "2027-01-31")]
    [InlineData("January 31, 2027", "2027-01-31")]
    [InlineData("1/2/2027", "Ambiguous")]
    [InlineData("1/2/27", "ShortYear")]
    [InlineData("116/1/31", "ShortYear")]
    [InlineData("1160131", "None")]
    [InlineData("2027-02-29", "None")]
    [InlineData("31/31/2027", "None")]
    [InlineData("soon", "None")]
    [InlineData("40000", "None")]
    [InlineData("2027-01-31 x", "None")]
    public void Dates_are_read_as_people_write_them(string cell, string expected) => Assert.Equal(expected, Date(cell, DateHabit.Unknown, isRoc: false));

    [Theory]
    [InlineData("1/2/2027", "DayFirst", false, "2027-02-01")]
    [InlineData("1/2/2027", "MonthFirst", false, "2027-01-02")]
    [InlineData("1/2/2027", "Mixed", false, "Ambiguous")]
    [InlineData("116/1/31", "Unknown", true, "2027-01-31")]
    [InlineData("1160131", "Unknown", true, "2027-01-31")]
    [InlineData("99.12.31", "Unknown", true, "2010-12-31")]
    [InlineData("2027/1/31", "Unknown", true, "2027-01-31")]
    public void The_columns_habit_and_the_mapping_decide_the_rest(string cell, string habit, bool isRoc, string expected) => Assert.Equal(expected, Date(cell, Enum.Parse<DateHabit>(habit), isRoc));

    [Theory]
    [InlineData("1,234.50", "DecimalPoint", "1234.50")]
    [InlineData("1.234,50", "DecimalComma", "1234.50")]
    [InlineData("1,234,567", "DecimalPoint", "1234567")]
    [InlineData("1.234.567", "DecimalComma", "1234567")]
    [InlineData("1234,5", "DecimalComma", "1234.5")]
    [InlineData("1,234", "Unknown", "1234")]
    [InlineData("0,234", "DecimalComma", "0.234")]
    [InlineData("12,34,567.8", "DecimalPoint", "1234567.8")]
    [InlineData("1 234", "Unknown", "1234")]
    [InlineData("(1,200)", "Unknown", "-1200")]
    [InlineData("-$5.5", "DecimalPoint", "-5.5")]
    [InlineData("NT$ 1,200", "Unknown", "1200 TWD")]
    [InlineData("1200 EUR", "Unknown", "1200 EUR")]
    [InlineData("€ 12,5", "DecimalComma", "12.5 EUR")]
    [InlineData("12%", "Unknown", "0.12")]
    [InlineData("1.2億", "DecimalPoint", "120000000.0")]
    [InlineData("３００萬", "Unknown", "3000000")]
    public void Numbers_are_read_as_people_write_them(string cell, string tells, string expected)
    {
        NumberParts parts = ParsedNumber.Parts(cell)!;
        decimal value = ParsedNumber.Value(parts, ParsedNumber.Tells(parts.Digits))!.Value;

        Assert.Equal(tells, ParsedNumber.Tells(parts.Digits).ToString());
        string[] words = expected.Split(' ');
        Assert.Equal(decimal.Parse(words[0], CultureInfo.InvariantCulture), value);
        Assert.Equal(words.ElementAtOrDefault(1), parts.Currency);
    }

    [Theory]
    [InlineData("twelve")]
    [InlineData("12-14")]
    [InlineData("1,2,3")]
    [InlineData("=1+1")]
    [InlineData("")]
    public void What_is_no_number_is_refused(string cell) =>
        Assert.Null(ParsedNumber.Parts(cell) is { } parts ? ParsedNumber.Value(parts, ParsedNumber.Tells(parts.Digits)) : null);

    private static string Date(string cell, DateHabit habit, bool isRoc)
    {
        DateReading reading = ParsedDate.Read(cell, habit, isRoc, out DateOnly date);
        return reading == DateReading.Date ? date.ToString("O", CultureInfo.InvariantCulture) : reading.ToString();
    }
}
