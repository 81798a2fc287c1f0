using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules.Changes;

namespace Bailiwick.Rules.Space;

/// <summary>The area of a boundary set in which a row lies: its own area when that is one of the set, else the area that holds its point.</summary>
internal sealed class AreaAxis : AxisIndex
{
    private const double MetresOfFullSize = 500_000;

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
        return own is not null && set?.IndexOf(new AreaCode(own)) is { } known ? Named(set.Areas[known]) : own;
    }

    // Of each class the nearest area, from the row's point or its own area.
    public override IEnumerable<RowChange> Changes(ColumnTable rows, int row)
    {
        string? now = CodesOf(rows)[row];
        int present = now is null ? 0 : line.ClassOf(now);
        LonLat? point = PointAxis.PointOf(rows, row);
        LonLat? from = point ?? (now is not null && set?.IndexOf(new AreaCode(now)) is { } own ? set.Areas[own].Centroid : null);
        foreach (IGrouping<int, (Area Area, int Class, string Name)> areas in Areas.Where(area => area.Class != present || now is null).GroupBy(area => area.Class))
        {
            (Area area, _, string name) = areas.MinBy(each => from is { } start ? start.DistanceTo(each.Area.Centroid).Value : 0);
            decimal size = from is { } here ? (decimal)Math.Min(1, here.DistanceTo(area.Centroid).Value / MetresOfFullSize) : 1;
            yield return Changed(rows, row, Named(area), size, (name, area.Centroid));
        }

        // Where there is a point, an area that is left out is found by it.
        if (now is not null && point is null)
        {
            yield return Changed(rows, row, null, RowChange.Unknown, (null, null));
        }
    }

    // A row that gives a point would be found by it: then the point goes with the area.
    private RowChange Changed(ColumnTable rows, int row, string? to, decimal size, (string? Name, LonLat? Middle) next)
    {
        string? from = Show(rows, row);
        bool hasPoint = RowColumns.Numbers(rows, Accounts.Longitude.Name)?[row] is not null;
        RowChange changed = RowChange.Of(
            Attribute.Field,
            from,
            to,
            size,
            [
                (Accounts.Area.Name, next.Name), (Accounts.PlacedArea.Name, next.Name),
                .. hasPoint && next.Middle is { } point ? PlaceChanges.CellsOf(point) : [],
            ]);
        return changed with { Field = Attribute.Name, Words = RowChange.WordsOf(Attribute.Name, from, to) };
    }

    private static string Named(Area area) => area.Name.English == area.Name.Chinese ? $"{area.Code} {area.Name.English}" : $"{area.Code} {area.Name.English} {area.Name.Chinese}";

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
