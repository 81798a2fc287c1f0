namespace Bailiwick.Measures.Tests;

public class ChanceTests
{
    // Reference values of SplitMix64 with seed 1234567, from Vigna's public-domain splitmix64.c.
    [Fact]
    public void The_draws_are_those_of_SplitMix64()
    {
        var chance = new Chance(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => chance.NextBits()));
    }

    [Fact]
    public void Whole_numbers_stay_below_the_limit_and_reach_every_value()
    {
        var chance = new Chance(1);
        int[] counts = new int[7];
        for (int draw = 0; draw < 70_000; draw++)
        {
            counts[chance.Next(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400)); // 10,000 ± 4 standard deviations
    }

    [Fact]
    public void A_limit_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Chance(1).Next(0));

    [Fact]
    public void Normal_draws_have_mean_0_and_variance_1()
    {
        var chance = new Chance(2);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => chance.NextNormal())];

        Assert.Equal(0, draws.Average(), 0.02);
        Assert.Equal(1, draws.Average(draw => draw * draw), 0.02);
    }

    [Fact]
    public void A_shuffle_keeps_every_item()
    {
        int[] items = [.. Enumerable.Range(0, 100)];

        new Chance(3).Shuffle<int>(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    [Fact]
    public void A_split_stream_differs_from_its_source()
    {
        var chance = new Chance(4);
        Chance other = chance.Split();

        Assert.NotEqual(chance.NextBits(), other.NextBits());
    }
}
