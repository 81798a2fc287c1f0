using Bailiwick.Market;
using Bailiwick.Rules.Changes;

namespace Bailiwick.Rules.Space;

/// <summary>Text, codes and postal codes; of an industry also by the tree of its scheme.</summary>
internal sealed class TextAxis : AxisIndex
{
    // Rules compare without case; files write these so.
    private static readonly string[] Capitals = ["country", "subdivision", "type"];

    private const string SchemeColumn = "industry_scheme";

    private readonly TextLine plain;
    private readonly Dictionary<IndustryScheme, TextLine> bySchemes;
    private readonly IndustrySchemes schemes;
    private readonly Dictionary<int, (string Value, string? Scheme)> examples;

    private TextAxis(Attribute attribute, Lines lines, Dictionary<int, ClassSet> passing, IndustrySchemes schemes)
        : base(attribute, attribute.Name, lines.Numbers.Count, passing)
    {
        (plain, bySchemes, this.schemes) = (lines.Plain, lines.BySchemes, schemes);
        examples = ExamplesOf(lines);
    }

    /// <summary>An axis for the tests of a field of text.</summary>
    public static TextAxis Of(Attribute attribute, IReadOnlyList<NumberedTest> tests, IndustrySchemes schemes)
    {
        var numbers = new ClassNumbers();
        bool hasTrees = tests.Any(test => test.Predicate is IsUnder);
        var lines = new Lines(
            numbers,
            new TextLine(tests, attribute.Field.Kind, null, numbers),
            hasTrees ? schemes.All.ToDictionary(scheme => scheme, scheme => new TextLine(tests, attribute.Field.Kind, scheme, numbers)) : []);
        var bits = new TestBits(numbers.Count);
        foreach (NumberedTest test in tests)
        {
            bits.Of(test.Number);
        }

        lines.Plain.Collect(bits);
        foreach (TextLine line in lines.BySchemes.Values)
        {
            line.Collect(bits);
        }

        return new TextAxis(attribute, lines, bits.Sets(), schemes);
    }

    /// <summary>The class of a value as given, without a scheme.</summary>
    public int ClassOf(string value) => plain.ClassOf(value);

    /// <summary>The classes of all folded values that begin so, without a scheme, each with such a value; null when none was found that can be written.</summary>
    public IEnumerable<(int Class, string? Example)> ClassesFrom(string folded) => plain.ClassesFrom(folded);

    /// <summary>Per class its values, folded; null for a class without end. Class 0 has no end.</summary>
    public IReadOnlyList<string>?[] Values() => plain.Values(Classes);

    public override void Classify(ColumnTable rows, Span<ushort> into)
    {
        into.Clear();
        if (bySchemes.Count > 0 && RowColumns.Text(rows, SchemeColumn) is { } named)
        {
            ClassifyBySchemes(rows, named, into);
            return;
        }

        // The last column first, so that the first one that knows has the last word.
        foreach (TextValues column in RowColumns.TextsOf(Attribute.Field, rows).Reverse())
        {
            ushort[] ofCode = plain.ClassesOf(column);
            int[] codes = column.Codes;
            for (int row = 0; row < codes.Length; row++)
            {
                into[row] = codes[row] >= 0 ? ofCode[codes[row]] : into[row];
            }
        }
    }

    public override int ColumnsOf(int number) => number == 0 ? 0 : examples.TryGetValue(number, out (string, string? Scheme) example) && example.Scheme is not null ? 2 : 1;

    public override bool CanBe(int number) => number == 0 || examples.ContainsKey(number);

    public override void Write(int number, IDictionary<string, string> row)
    {
        if (number > 0)
        {
            (string value, string? scheme) = examples[number];
            row[Attribute.Field.Name] = Capitals.Contains(Attribute.Field.Name) ? value.ToUpperInvariant() : value;
            if (scheme is not null)
            {
                row[SchemeColumn] = scheme;
            }
        }
    }

    public override string? Show(ColumnTable rows, int row) => RowColumns.TextsOf(Attribute.Field, rows).Select(column => column[row]).FirstOrDefault(value => value is not null);

    public override IEnumerable<RowChange> Changes(ColumnTable rows, int row)
    {
        string? scheme = bySchemes.Count > 0 ? RowColumns.Text(rows, SchemeColumn)?[row] : null;
        return TextChanges.Of(Attribute.Field, scheme is not null && schemes.Find(scheme) is { } known ? bySchemes[known] : plain, Show(rows, row));
    }

    private void ClassifyBySchemes(ColumnTable rows, TextValues named, Span<ushort> into)
    {
        if (RowColumns.TextsOf(Attribute.Field, rows) is not [{ } codes, ..])
        {
            return;
        }

        ushort[] unnamed = plain.ClassesOf(codes);
        ushort[][] ofScheme = [.. named.Values.Select(name => (schemes.Find(name) is { } scheme ? bySchemes[scheme] : plain).ClassesOf(codes))];
        for (int row = 0; row < into.Length; row++)
        {
            if (codes.Codes[row] is >= 0 and var code)
            {
                into[row] = (named.Codes[row] is >= 0 and var scheme ? ofScheme[scheme] : unnamed)[code];
            }
        }
    }

    private static Dictionary<int, (string Value, string? Scheme)> ExamplesOf(Lines lines)
    {
        var all = new Dictionary<int, (string, string?)>();
        Add(lines.Plain, null);
        foreach ((IndustryScheme scheme, TextLine line) in lines.BySchemes)
        {
            Add(line, scheme.Id);
        }

        return all;

        void Add(TextLine line, string? scheme)
        {
            var found = all.ToDictionary(example => example.Key, example => example.Value.Item1);
            line.Examples(found);
            foreach ((int number, string value) in found)
            {
                all.TryAdd(number, (value, scheme));
            }
        }
    }

    private sealed record Lines(ClassNumbers Numbers, TextLine Plain, Dictionary<IndustryScheme, TextLine> BySchemes);
}
