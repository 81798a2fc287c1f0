using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Space;

/// <summary>The area of a boundary set in which a row lies: its own area when that is one of the set, else the area that holds its point.</summary>
internal sealed class AreaAxis : AxisIndex
{
    private readonly TextLine line;
    private readonly BoundarySet? set;
    private readonly string id;
    private readonly Dictionary<int, string> examples = [];

    private AreaAxis(Attribute attribute, BoundarySet? set, TextLine line, (int Classes, Dictionary<int, ClassSet> Passing) found)
        : base(attribute, attribute.Name, found.Classes, found.Passing)
    {
        (this.line, this.set, id) = (line, set, attribute.Parameter!);
        foreach (Area area in set?.Areas ?? [])
        {
            examples.TryAdd(line.ClassOf(area.Code.Value), area.Code.Value);
        }
    }

    /// <summary>An axis for the tests of one boundary set; null when it is not at hand, and every area unknown.</summary>
    public static AreaAxis Of(Attribute attribute, IReadOnlyList<NumberedTest> tests, BoundarySet? set)
    {
        var numbers = new ClassNumbers();
        var made = new TextLine(tests, FieldKind.Code, null, numbers);
        var bits = new TestBits(numbers.Count);
        foreach (NumberedTest test in tests)
        {
            bits.Of(test.Number);
        }

        made.Collect(bits);
        return new AreaAxis(attribute, set, made, (numbers.Count, bits.Sets()));
    }

    /// <summary>The areas, each with its class and as an accounts file writes it.</summary>
    public IEnumerable<(Area Area, int Class, string Name)> Areas =>
        (set?.Areas ?? ImmutableArray<Area>.Empty).Select(area => (area, line.ClassOf(area.Code.Value), $"{id}/{area.Code}"));

    public override void Classify(ColumnTable rows, Span<ushort> into)
    {
        var classes = new Dictionary<string, ushort>(StringComparer.Ordinal);
        string?[] codes = CodesOf(rows);
        for (int row = 0; row < into.Length; row++)
        {
            if (codes[row] is not { } code)
            {
                into[row] = 0;
            }
            else if (!classes.TryGetValue(code, out into[row]))
            {
                classes[code] = into[row] = (ushort)line.ClassOf(code);
            }
        }
    }

    /// <summary>The area code of each row; null is unknown.</summary>
    public string?[] CodesOf(ColumnTable rows)
    {
        var ofPoint = new Dictionary<LonLat, string?>();
        TextValues? placed = RowColumns.Text(rows, Accounts.PlacedArea.Name);
        TextValues? given = RowColumns.Text(rows, Accounts.Area.Name);
        string?[] ownOfPlaced = OwnCodes(placed, isWhole: true);
        string?[] ownOfGiven = OwnCodes(given, isWhole: false);
        var codes = new string?[rows.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = Own(placed, ownOfPlaced, row) ?? Own(given, ownOfGiven, row);
            if (codes[row] is null && PointAxis.PointOf(rows, row) is { } point && !ofPoint.TryGetValue(point, out codes[row]))
            {
                ofPoint[point] = codes[row] = set?.Find(point) is { } area ? set.Areas[area].Code.Value : null;
            }
        }

        return codes;
    }

    public override int ColumnsOf(int number) => number == 0 ? 0 : 1;

    public override bool CanBe(int number) => number == 0 || examples.ContainsKey(number);

    public override void Write(int number, IDictionary<string, string> row)
    {
        if (number > 0)
        {
            row[Accounts.Area.Name] = $"{id}/{examples[number]}";
        }
    }

    public override string? Show(ColumnTable rows, int row)
    {
        string? own = Own(RowColumns.Text(rows, Accounts.PlacedArea.Name), row, isWhole: true) ?? Own(RowColumns.Text(rows, Accounts.Area.Name), row, isWhole: false);
        own ??= PointAxis.PointOf(rows, row) is { } point && set?.Find(point) is { } area ? set.Areas[area].Code.Value : null;
        return own is not null && set?.IndexOf(new AreaCode(own)) is { } known ? $"{own} {set.Areas[known].Name.Chinese}" : own;
    }

    private string? Own(TextValues? column, int row, bool isWhole) => column?[row] is { } value ? OwnCode(value, isWhole) : null;

    private static string? Own(TextValues? column, string?[] codes, int row) => column is not null && column.Codes[row] >= 0 ? codes[column.Codes[row]] : null;

    private string?[] OwnCodes(TextValues? column, bool isWhole) => [.. (column?.Values ?? []).Select(value => OwnCode(value, isWhole))];

    // Set and code (us-counties/06037); as given also the code alone, when the set has it.
    private string? OwnCode(string value, bool isWhole)
    {
        if (value.Length > id.Length + 1 && value[id.Length] == '/' && value.StartsWith(id, StringComparison.Ordinal))
        {
            return value[(id.Length + 1)..];
        }

        return !isWhole && set?.IndexOf(new AreaCode(value.Trim())) is not null ? value.Trim() : null;
    }
}
