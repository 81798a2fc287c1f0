using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules.Changes;

namespace Bailiwick.Rules.Space;

/// <summary>A bundle of questions to the place of a row on the map; an unknown place answers no to all.</summary>
/// <param name="attribute">The place.</param>
/// <param name="questions">The bundle.</param>
/// <param name="cells">What geometry allows, for all bundles.</param>
/// <param name="bundle">The number of this one.</param>
internal sealed class PointAxis(Attribute attribute, IReadOnlyList<NumberedTest> questions, PointCells cells, int bundle)
    : AxisIndex(attribute, attribute.Name, 1 << questions.Count, Questions.Passing(questions))
{
    private static readonly string[] Placing = [Accounts.Area.Name, Accounts.Postal.Name, Accounts.City.Name];

    /// <summary>What geometry allows.</summary>
    public PointCells Cells => cells;

    /// <summary>The number of the bundle.</summary>
    public int Bundle => bundle;

    public override void Classify(ColumnTable rows, Span<ushort> into)
    {
        var known = new Dictionary<LonLat, ushort>();
        for (int row = 0; row < into.Length; row++)
        {
            if (PointOf(rows, row) is not { } point)
            {
                into[row] = 0;
            }
            else if (!known.TryGetValue(point, out into[row]))
            {
                known[point] = into[row] = (ushort)cells.AnswersOf(bundle, point);
            }
        }
    }

    public override int ColumnsOf(int number) => number == 0 ? 0 : 2;

    public override bool CanBe(int number) => cells.CanBe(bundle, number);

    // The point is one for all bundles: WriteAll writes it.
    public override void Write(int number, IDictionary<string, string> row)
    {
    }

    /// <summary>Writes the point that gives the answers of all bundles. Where all are no, a row needs none, unless its area or town would place it.</summary>
    /// <param name="answers">One a bundle.</param>
    /// <param name="row">The row, with all other columns.</param>
    public void WriteAll(int[] answers, IDictionary<string, string> row)
    {
        bool isPlaced = Array.Exists(Placing, row.ContainsKey);
        if ((isPlaced || Array.Exists(answers, each => each != 0)) && cells.PointOf(answers) is { } point)
        {
            row[Accounts.Longitude.Name] = point.Longitude.ToString("R", CultureInfo.InvariantCulture);
            row[Accounts.Latitude.Name] = point.Latitude.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    public override string? Show(ColumnTable rows, int row) =>
        PointOf(rows, row) is { } point ? string.Create(CultureInfo.InvariantCulture, $"({point.Longitude:0.#####}, {point.Latitude:0.#####})") : null;

    // The point is one for all bundles.
    public override IEnumerable<RowChange> Changes(ColumnTable rows, int row) => bundle == 0 ? PlaceChanges.Of(cells, PointOf(rows, row)) : [];

    /// <summary>Where a row lies, as placed, else as given; null is unknown.</summary>
    public static LonLat? PointOf(ColumnTable rows, int row) =>
        Pair(rows, row, Accounts.PlacedLongitude.Name, Accounts.PlacedLatitude.Name) ?? Pair(rows, row, Accounts.Longitude.Name, Accounts.Latitude.Name);

    private static LonLat? Pair(ColumnTable rows, int row, string longitude, string latitude) =>
        RowColumns.Numbers(rows, longitude)?.Values[row] is { } lon && RowColumns.Numbers(rows, latitude)?.Values[row] is { } lat && LonLat.IsValid(lon, lat) ? new LonLat(lon, lat) : null;
}
