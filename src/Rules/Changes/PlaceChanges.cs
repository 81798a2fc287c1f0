using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules.Changes;

/// <summary>Other places: for each circle and shape a point just across its border, near the present one.</summary>
internal static class PlaceChanges
{
    private const double MetresOfFullSize = 500_000;
    private const int Directions = 24;
    private const double Shortest = 100;
    private const double Farthest = 2_000_000;
    private const double Stride = 1.25;
    private const int Halvings = 24;
    private const int MostElsewhere = 200;

    // The way is reckoned on a plane: a little more finds the border where that misses it.
    private static readonly double[] Tries = [1.0, 1.001, 1.01, 1.05, 1.2];

    private static readonly (string English, string Chinese)[] Winds =
        [("north", "北"), ("north-east", "東北"), ("east", "東"), ("south-east", "東南"), ("south", "南"), ("south-west", "西南"), ("west", "西"), ("north-west", "西北")];

    /// <summary>The changes of a point.</summary>
    /// <param name="cells">The circles and shapes.</param>
    /// <param name="now">The point; null is unknown.</param>
    public static IEnumerable<RowChange> Of(PointCells cells, LonLat? now)
    {
        if (now is not { } from)
        {
            return cells.Points.Take(MostElsewhere).Select(point => Moved(null, point));
        }

        return cells.Questions.Select(question => question is IsNear near ? Across(near, from) : Across(question, from)).OfType<LonLat>().Distinct()
            .Select(point => Moved(from, point))
            .Append(Changed(from, null, RowChange.Unknown, RowChange.WordsOf("place", Shown(from), null)));
    }

    /// <summary>What a row at a point writes.</summary>
    public static IEnumerable<(string Column, string? Value)> CellsOf(LonLat? point) =>
    [
        (Accounts.Longitude.Name, Written(point?.Longitude)), (Accounts.Latitude.Name, Written(point?.Latitude)),
        (Accounts.PlacedLongitude.Name, Written(point?.Longitude)), (Accounts.PlacedLatitude.Name, Written(point?.Latitude)),
    ];

    // Straight to the centre or away from it.
    private static LonLat? Across(IsNear near, LonLat from)
    {
        bool isInside = PointCells.Holds(near, from);
        double metres = Math.Abs(from.DistanceTo(near.Centre).Value - near.Most.Value);
        double direction = DirectionOf(from, near.Centre) + (isInside ? Math.PI : 0);
        return Tries
            .Select(more => PointCells.Away(from, (metres * more) + 2, direction))
            .FirstOrDefault(point => point is { } there && PointCells.Holds(near, there) != isInside);
    }

    // Outwards in all directions until the answer turns, then back to the border by halves.
    private static LonLat? Across(Predicate question, LonLat from)
    {
        bool isInside = PointCells.Holds(question, from);
        bool Turns(double metres, double direction) => PointCells.Away(from, metres, direction) is { } point && PointCells.Holds(question, point) != isInside;
        (double Metres, double Direction)? nearest = null;
        for (int step = 0; step < Directions; step++)
        {
            double direction = 2 * Math.PI * step / Directions;
            double last = 0;
            for (double metres = Shortest; metres < (nearest?.Metres ?? Farthest); last = metres, metres *= Stride)
            {
                if (Turns(metres, direction))
                {
                    nearest = (Halved(last, metres, each => Turns(each, direction)), direction);
                    break;
                }
            }
        }

        return nearest is { } found ? PointCells.Away(from, found.Metres, found.Direction) : null;
    }

    private static double Halved(double low, double high, Func<double, bool> turns)
    {
        for (int half = 0; half < Halvings && high - low > 1; half++)
        {
            double middle = (low + high) / 2;
            (low, high) = turns(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static RowChange Moved(LonLat? from, LonLat to)
    {
        if (from is not { } start)
        {
            return Changed(null, to, 1, RowChange.WordsOf("place", null, Shown(to)));
        }

        double metres = start.DistanceTo(to).Value;
        (string english, string chinese) = Winds[(int)Math.Round(((DirectionOf(start, to) / (2 * Math.PI)) + 1) % 1 * 8) % 8];
        string kilometres = (metres / 1000).ToString(metres < 10_000 ? "0.0" : "0", CultureInfo.InvariantCulture);
        return Changed(start, to, (decimal)Math.Min(1, metres / MetresOfFullSize), new(
            $"its place {kilometres} km to the {english}, at {Shown(to)} (now {Shown(start)})",
            $"地點往{chinese} {kilometres} 公里，在 {Shown(to)}（目前 {Shown(start)}）"));
    }

    // The area found went by the point; it is found anew.
    private static RowChange Changed(LonLat? from, LonLat? to, decimal size, Text words)
    {
        RowChange changed = RowChange.Of(
            Fields.Point,
            from is { } was ? Shown(was) : null,
            to is { } now ? Shown(now) : null,
            size,
            [.. CellsOf(to), (Accounts.PlacedArea.Name, null)]);
        return changed with { Field = "place", Words = words };
    }

    private static string? Written(double? degrees) => degrees?.ToString("R", CultureInfo.InvariantCulture);

    private static string Shown(LonLat point) => string.Create(CultureInfo.InvariantCulture, $"({point.Longitude:0.#####}, {point.Latitude:0.#####})");

    private static double DirectionOf(LonLat from, LonLat to) =>
        Math.Atan2((to.Longitude - from.Longitude) * Math.Cos(double.DegreesToRadians((from.Latitude + to.Latitude) / 2)), to.Latitude - from.Latitude);
}
