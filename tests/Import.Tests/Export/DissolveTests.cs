using Bailiwick.Import.Export;
using Bailiwick.Measures;

namespace Bailiwick.Import.Tests.Export;

public class DissolveTests
{
    // Unit squares on a grid, counter-clockwise, named by their lower left corner.
    private static (double X, double Y)[] Square(double x, double y) => [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)];

    private static double Surface(List<List<(double X, double Y)[]>> polygons) => polygons.SelectMany(polygon => polygon)
        .Sum(ring => ring.Zip(ring.Skip(1)).Sum(side => ((side.First.X * side.Second.Y) - (side.Second.X * side.First.Y)) / 2));

    [Fact]
    public void Two_squares_side_by_side_are_one_shape_without_the_border_between()
    {
        List<List<(double X, double Y)[]>> polygons = Dissolve.Polygons([Square(0, 0), Square(1, 0)]);

        Assert.Equal(7, Assert.Single(Assert.Single(polygons)).Length);
        Assert.Equal(2, Surface(polygons));
    }

    [Fact]
    public void A_ring_of_squares_has_a_hole()
    {
        (double X, double Y)[][] ring = [.. from x in Enumerable.Range(0, 3) from y in Enumerable.Range(0, 3) where (x, y) != (1, 1) select Square(x, y)];

        List<List<(double X, double Y)[]>> polygons = Dissolve.Polygons(ring);

        Assert.Equal(2, Assert.Single(polygons).Count);
        Assert.Equal(8, Surface(polygons));
    }

    [Fact]
    public void Squares_that_touch_in_a_corner_are_two_shapes() =>
        Assert.Equal(2, Dissolve.Polygons([Square(0, 0), Square(1, 1)]).Count);

    [Fact]
    public void The_surface_is_the_sum_of_the_areas_whatever_is_joined()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var chance = new Chance(seed);
            (double X, double Y)[][] some = [.. from x in Enumerable.Range(0, 7) from y in Enumerable.Range(0, 7) where chance.Next(3) > 0 select Square(x, y)];

            List<List<(double X, double Y)[]>> polygons = Dissolve.Polygons(some);

            Assert.True(Surface(polygons) == some.Length, $"seed {seed}: {Surface(polygons)} of {some.Length}");
            Assert.All(polygons.SelectMany(polygon => polygon), ring => Assert.Equal(ring[0], ring[^1]));
        }
    }
}
