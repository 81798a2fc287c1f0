using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>The few values that a small world knows of each field, so that rules and accounts often meet: spelled in many ways, some of them hostile.</summary>
internal static class Vocabulary
{
    // No word of it is a place that the house's geography knows, so that only a point or an area says where an account is.
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["country"] = ["JP", "jp", "ＪＰ", "FR", "fr ", "VN"],
        ["subdivision"] = ["R-1", "r-1", "Ｒ－１", "R-2", "R-22"],
        ["city"] = ["城山x", "城山X ", "Xanthorp", "xanthorp", "Xanth orp", "Zu\u0308x", "züx", "Zux", "O'Xara", "a\"x", "x\\y", "x;y", "'; DROP TABLE accounts; --"],
        ["postal"] = ["1", "10", "101 0", "1010", "10-11", "116", "116a", "Q8", "q 8", "ｑ９"],
        ["type"] = ["B2B", "B2C"],
        ["tier"] = ["gold", "GOLD", "Ｇold", "silver", "$1", "%"],
        ["stage"] = ["customer", "Customer", "prospect", "σοφός", "ΣΟΦΌΣ"],
        ["name"] = ["ACME", "acme ltd", "Acme Ltd.", "ﬁne", "Fine", "株式会社", "㈱", "(株)", "🚀", "🚀 rocket"],
        ["owner"] = ["rep-1", "REP-1", "rep-2"],
        ["industry"] = ["Q", "q", "Q86", "q861", "86", "8611", "３１", "31-33", "31-3", "311", "3111", "31115", "33", "331", "9", "93"],
        ["industry_scheme"] = [.. Schemes.Names],
        ["area"] = ["squares/S00", "squares/S11", "squares/S12", "squares/S33", "other/S11"],
        [Squares.Id] = ["S00", "s00", "S11", "Ｓ１２", "S33", "S99"],
        ["products"] = ["P-1", "p-1", "Ｐ－2", "P-2", "P 3", "a'b"],
        ["interests"] = ["P-1", "P-2", "x\\y"],
        ["tags"] = ["vip", "VIP", "new", "50%"],
        ["channel"] = ["web", "Web", "ＷＥＢ", "shop"],
        ["badges"] = ["gold", "Gold", "silver"],
        ["trade"] = ["A", "A1", "a12", "B"],
    };

    /// <summary>The custom fields that a plan may declare.</summary>
    public static readonly ImmutableSortedDictionary<string, string> CustomFields = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("fleet_size", "number"), KeyValuePair.Create("channel", "text"), KeyValuePair.Create("signed", "date"),
            KeyValuePair.Create("badges", "set"), KeyValuePair.Create("trade", "code"),
        ]);

    /// <summary>A text of a field (or of a boundary set).</summary>
    public static string Word(Chance chance, string field) => Words[field][chance.Next(Words[field].Length)];

    /// <summary>The beginning of a text of a field.</summary>
    public static string Beginning(Chance chance, string field)
    {
        string word = Word(chance, field);
        int[] starts = StringInfo.ParseCombiningCharacters(word);
        string beginning = word[..(starts.Length == 1 ? word.Length : starts[1 + chance.Next(starts.Length - 1)])];
        return string.IsNullOrWhiteSpace(beginning) ? word : beginning;
    }

    /// <summary>A number of a field, as written.</summary>
    public static string Number(Chance chance, string field)
    {
        string[] numbers = field switch
        {
            "employees" => ["0", "1", "2", "3", "5", "10", "1000000"],
            "fleet_size" => ["0", "-1", "2.5", "2.50", "3", "1000000.000001"],
            _ => ["0", "10", "10.5", "321", "321.0001", "337.05", "320", "-5", "922337203685477"],
        };
        return numbers[chance.Next(numbers.Length)];
    }

    /// <summary>A day, as written.</summary>
    public static string Day(Chance chance) => $"2024-0{1 + chance.Next(2)}-0{1 + chance.Next(3)}";
}
