using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Tests;

public class MarketRepsTests
{
    [Theory]
    [InlineData("2026-12-31", false)] // the day before the first
    [InlineData("2027-01-01", true)]
    [InlineData("2027-06-30", true)] // the last day counts
    [InlineData("2027-07-01", false)]
    public void A_rep_is_there_from_the_first_day_to_the_last(string day, bool isThere)
    {
        ColumnTable reps = Rep(row => (row[Reps.Since], row[Reps.Until]) = (new DateOnly(2027, 1, 1), new DateOnly(2027, 6, 30)));

        Assert.Equal(isThere ? [0] : [], MarketReps.On(reps, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_rep_without_days_is_there_on_each() => Assert.Equal([0], MarketReps.On(Rep(_ => { }), new DateOnly(2027, 1, 1)));

    [Fact]
    public void A_home_is_where_it_was_placed_rather_than_where_the_file_says()
    {
        // 0, 0 in a file means that nothing is known: the postal code placed it.
        ColumnTable placed = Rep(row =>
        {
            (row[Reps.HomeLongitude], row[Reps.HomeLatitude]) = (0, 0);
            (row[Reps.PlacedLongitude], row[Reps.PlacedLatitude]) = (121.5, 25);
        });
        ColumnTable given = Rep(row => (row[Reps.HomeLongitude], row[Reps.HomeLatitude]) = (120.7, 24.1));

        Assert.Equal(new LonLat(121.5, 25), MarketReps.HomeOf(placed, 0));
        Assert.Equal(new LonLat(120.7, 24.1), MarketReps.HomeOf(given, 0));
        Assert.Null(MarketReps.HomeOf(Rep(_ => { }), 0));
    }

    private static ColumnTable Rep(Action<MarketRow> fill)
    {
        var row = new MarketRow(Reps.Table, Place.None) { [Reps.Id] = "R-1" };
        fill(row);
        var table = new ColumnTableBuilder(Reps.Table);
        table.Add(row);
        return table.Build();
    }
}
