using Bailiwick.Measures;

namespace Bailiwick.Alignment.Tests;

public class ProblemTests
{
    [Fact]
    public void All_that_is_wrong_is_listed_at_once()
    {
        AlignmentDraft row = Worlds.Row(2, Share.Of(0), 1, 1, 1, 1);
        AlignmentDraft wrong = row with { Territories = 9, Neighbours = [(0, 7)], Ids = ["a", "a", "b", "c"], Mass = [1, 2] };

        var error = Assert.Throws<InvalidAlignmentException>(() => new AlignmentProblem(wrong));

        Assert.Equal(
            ["alignment.territories-out-of-range", "alignment.double-id", "alignment.wrong-length", "alignment.unknown-neighbour", "alignment.wrong-length"],
            error.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_problem_too_large_to_count_exactly_is_refused()
    {
        AlignmentDraft far = Worlds.Row(2, Share.Of(0), 1, 1) with { Points = [new(0, 0), new(2e7, 0)], Mass = [long.MaxValue / 8, 1] };

        Assert.Contains(AlignmentProblem.Check(far), problem => problem.Code == "alignment.too-large");
    }

    [Theory]
    [InlineData(100, 0.1, 90, 110)]
    [InlineData(20, 0.05, 19, 21)]   // 0.05 × 20 is a little above 1 for a machine
    [InlineData(33.4, 0.0, 34, 33)]  // no whole number lies on an odd target
    [InlineData(7, 1, 0, 14)]
    public void A_band_holds_the_whole_numbers_within_the_tolerance(double target, double tolerance, long least, long most)
    {
        Band band = ActivityMeasure.Around(target, Share.Of(tolerance));

        Assert.Equal((least, most), (band.Least, band.Most));
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 0)]   // the lower end is allowed
    [InlineData(11, 0)]  // the upper end is allowed
    [InlineData(12, 1)]
    public void A_miss_counts_what_is_outside_the_band(long sum, long miss) => Assert.Equal(miss, new Band(10, 9, 11).Miss(sum));

    [Fact]
    public void The_fingerprint_tells_two_problems_apart()
    {
        string print = new AlignmentProblem(Worlds.Row(2, Share.Percent(50), 1, 1, 1, 1)).Fingerprint;

        Assert.Equal(print, new AlignmentProblem(Worlds.Row(2, Share.Percent(50), 1, 1, 1, 1)).Fingerprint);
        Assert.NotEqual(print, new AlignmentProblem(Worlds.Row(2, Share.Percent(50), 1, 1, 2, 1)).Fingerprint);
        Assert.NotEqual(print, new AlignmentProblem(Worlds.Row(2, Share.Percent(50), 1, 1, 1, 1) with { IsContiguous = false }).Fingerprint);
    }
}
