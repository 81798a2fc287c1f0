using Bailiwick.Measures;

namespace Bailiwick.Rules.Tests;

/// <summary>Rules and accounts by seeded chance, from a small world so that they often meet.</summary>
internal static class RandomRules
{
    private static readonly string[] Words = ["TW", "US", "jp", "台北", "臺北", "A\"B", "c\\d", " x ", "ＴＷ"];
    private static readonly string[] Codes = ["10", "100", "101", "116", "11699", "Q8", "Q", "86", "8611"];

    public static Syntax Syntax(Chance chance, int depth) => (depth == 0 ? 5 : chance.Next(6)) switch
    {
        0 => new AllSyntax(0, [.. Parts(chance, depth)]),
        1 => new AnySyntax(0, [.. Parts(chance, depth)]),
        2 => new NotSyntax(0, Syntax(chance, depth - 1)),
        _ => Test(chance),
    };

    /// <summary>The syntax without places, to compare.</summary>
    public static string Shape(Syntax rule) => rule switch
    {
        AllSyntax all => $"all[{string.Join(';', all.Parts.Select(Shape))}]",
        AnySyntax any => $"any[{string.Join(';', any.Parts.Select(Shape))}]",
        NotSyntax not => $"not[{Shape(not.Inner)}]",
        TestSyntax test => $"{test.Field.Name}/{test.Field.Set}/{test.Operator}/{test.File?.Path}/{string.Join(';', test.Operands.Select(operand => $"{operand.Kind}:{operand.Text}:{operand.Unit}"))}",
        _ => throw new InvalidOperationException(),
    };

    public static string AccountText(Chance chance)
    {
        var parts = new List<string> { "parent=none" };
        void Maybe(string field, Func<string> value)
        {
            if (chance.Next(4) > 0)
            {
                parts.Add($"{field}={value()}");
            }
        }

        string[] words = ["TW", "US", "JP", "台北", "臺北", "tw"];
        Maybe("country", () => words[chance.Next(words.Length)]);
        Maybe("city", () => words[chance.Next(words.Length)]);
        Maybe("postal", () => Codes[chance.Next(Codes.Length)]);
        Maybe("industry", () => Codes[chance.Next(Codes.Length)]);
        Maybe("industry_scheme", () => chance.Next(2) == 0 ? "TW_2021" : "SIC");
        Maybe("employees", () => $"{chance.Next(6)}");
        Maybe("revenue", () => $"{chance.Next(200)}");
        Maybe("currency", () => chance.Next(3) switch { 0 => "TWD", 1 => "USD", _ => "EUR" });
        Maybe("since", () => $"2024-01-{1 + chance.Next(4):D2}");
        Maybe("products", () => string.Join(';', words.Take(1 + chance.Next(3))));
        Maybe("fleet_size", () => $"{chance.Next(6)}");
        Maybe("channel", () => words[chance.Next(words.Length)]);
        if (chance.Next(4) > 0)
        {
            parts.Add($"placed_longitude={121 + (chance.Next(10) / 10.0)} placed_latitude=25");
        }

        return string.Join(' ', parts);
    }

    private static List<Syntax> Parts(Chance chance, int depth) => Enumerable.Range(0, 2 + chance.Next(3)).Select(_ => Syntax(chance, depth - 1)).ToList();

    private static TestSyntax Test(Chance chance) => chance.Next(8) switch
    {
        0 => Of("employees", Compare(chance), Number(chance)),
        1 => Of("revenue", Compare(chance), Number(chance) with { Unit = chance.Next(2) == 0 ? "USD" : null }),
        2 => Of("since", Compare(chance), new Literal(0, LiteralKind.Date, $"2024-01-{1 + chance.Next(4):D2}")),
        3 => Of("", Operator.Within, new Literal(0, LiteralKind.Number, $"{10 * (1 + chance.Next(9))}", "km"), Number(121), Number(25)),
        4 => Of("products", Operator.Has, Word(chance)),
        5 => Postal(chance),
        6 => new TestSyntax(0, new FieldSyntax(0, ""), Operator.Inside, 0, [], new FileSyntax(0, "shapes/harbour.geojson")),
        _ => Text(chance),
    };

    private static TestSyntax Postal(Chance chance) => chance.Next(4) switch
    {
        0 => Of("postal", Operator.Between, Code("10"), Code(chance.Next(2) == 0 ? "101" : "116")),
        1 => Of("postal", Operator.StartsWith, Code(Codes[chance.Next(Codes.Length)])),
        2 => new TestSyntax(0, new FieldSyntax(0, "postal"), Operator.In, 0, [], new FileSyntax(0, "zips.csv")),
        _ => Of("industry", Operator.Under, Code(Codes[chance.Next(Codes.Length)])),
    };

    private static TestSyntax Text(Chance chance)
    {
        string field = chance.Next(3) switch { 0 => "country", 1 => "city", _ => "channel" };
        return chance.Next(6) switch
        {
            0 => Of(field, Operator.Equal, Word(chance)),
            1 => Of(field, Operator.NotEqual, Word(chance)),
            2 => Of(field, Operator.StartsWith, Word(chance)),
            3 => Of(field, chance.Next(2) == 0 ? Operator.IsKnown : Operator.IsUnknown),
            4 => new TestSyntax(0, new FieldSyntax(0, "area", "tw-towns"), Operator.In, 0, [Word(chance)]),
            _ => Of(field, Operator.In, [.. Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => Word(chance))]),
        };
    }

    private static Operator Compare(Chance chance) => (Operator)chance.Next((int)Operator.AtLeast + 1);

    private static TestSyntax Of(string field, Operator asked, params Literal[] operands) => new(0, new FieldSyntax(0, field), asked, 0, [.. operands]);

    private static Literal Word(Chance chance) => new(0, LiteralKind.Text, Words[chance.Next(Words.Length)]);

    private static Literal Code(string code) => new(0, LiteralKind.Text, code);

    private static Literal Number(Chance chance) => Number(chance.Next(6));

    private static Literal Number(int value) => new(0, LiteralKind.Number, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
