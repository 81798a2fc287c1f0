using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>Points, circles and polygons by seeded chance. No point lies on a border or so near that two ways of reckoning could differ.</summary>
internal sealed class RandomPlaces
{
    private const double LeastMetres = 5;
    private const decimal LeastDegrees = 0.001m;
    private readonly Chance chance;
    private readonly (decimal Longitude, decimal Latitude)[] points;

    public RandomPlaces(Chance chance)
    {
        this.chance = chance;
        points = [.. Enumerable.Range(0, 8).Select(_ => Quarter()).Concat(Squares.Codes.Select(Squares.MiddleOf))];
    }

    public SortedDictionary<string, ShapeModel> Shapes { get; } = new(StringComparer.Ordinal);

    public (decimal Longitude, decimal Latitude) Point() => points[chance.Next(8)];

    public Near Circle()
    {
        while (true)
        {
            (decimal longitude, decimal latitude) = Quarter();
            var near = new Near(chance.Next(300), chance.Next(3) switch { 0 => "km", 1 => "mi", _ => "m" }, longitude, latitude);
            near = near.Unit == "m" ? near with { Distance = near.Distance * 1000.5m } : near;
            if (points.All(point => Math.Abs(NaiveRule.MetresBetween(point, (longitude, latitude)) - NaiveRule.MetresOf(near)) > LeastMetres))
            {
                return near;
            }
        }
    }

    /// <summary>The path of a new polygon file, or of one that is named already.</summary>
    public string Shape()
    {
        if (Shapes.Count > 0 && chance.Next(3) == 0)
        {
            return Shapes.Keys.ElementAt(chance.Next(Shapes.Count));
        }

        string path = string.Create(CultureInfo.InvariantCulture, $"s{Shapes.Count}.geojson");
        Shapes[path] = chance.Next(4) switch
        {
            0 => new ShapeModel([[Triangle()]]),
            1 => new ShapeModel([[Box(0, 8), Box(2, 3)]]),
            2 => new ShapeModel([[Box(0, 4)], [Box(9, 5)]]),
            _ => new ShapeModel([[Box(chance.Next(6), 1 + chance.Next(12))]]),
        };
        return path;
    }

    // A quarter of a degree inside a square, or just outside of all.
    private (decimal Longitude, decimal Latitude) Quarter() => (Squares.West - 1 + (chance.Next(6) + (0.25m * (1 + chance.Next(3)))), Squares.South - 1 + (chance.Next(6) + (0.25m * (1 + chance.Next(3)))));

    // Borders lie on tenths, points on quarters.
    private static ImmutableArray<(decimal, decimal)> Box(int from, int side)
    {
        decimal west = Squares.West - 0.9m + (from / 2m);
        decimal south = Squares.South - 0.9m + (from / 2m);
        decimal east = west + (side / 2m);
        decimal north = south + (side / 2m);
        return [(west, south), (east, south), (east, north), (west, north), (west, south)];
    }

    private ImmutableArray<(decimal, decimal)> Triangle()
    {
        while (true)
        {
            (decimal X, decimal Y)[] corners = [Corner(), Corner(), Corner()];
            decimal area = ((corners[1].X - corners[0].X) * (corners[2].Y - corners[0].Y)) - ((corners[2].X - corners[0].X) * (corners[1].Y - corners[0].Y));
            if (Math.Abs(area) > 0.5m && points.All(point => Enumerable.Range(0, 3).All(side => IsClear(point, corners[side], corners[(side + 1) % 3]))))
            {
                return [.. corners, corners[0]];
            }
        }
    }

    private (decimal, decimal) Corner() => (Squares.West - 1 + (chance.Next(60) / 10m), Squares.South - 1 + (chance.Next(60) / 10m));

    // Far from the line through both corners: twice the area of the triangle over its base.
    private static bool IsClear((decimal X, decimal Y) point, (decimal X, decimal Y) from, (decimal X, decimal Y) to)
    {
        decimal area = ((to.X - from.X) * (point.Y - from.Y)) - ((point.X - from.X) * (to.Y - from.Y));
        decimal baseline = Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y);
        return baseline > 0 && Math.Abs(area) / baseline > LeastDegrees;
    }
}
