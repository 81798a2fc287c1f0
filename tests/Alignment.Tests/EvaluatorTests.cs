using Bailiwick.Measures;

namespace Bailiwick.Alignment.Tests;

public class EvaluatorTests
{
    // Four towns in a row, one kilometre apart: 10, 20, 30, 40 customers.
    private static readonly AlignmentDraft FourTowns = Worlds.Row(2, Share.Of(1), 10, 20, 30, 40);

    [Fact]
    public void Moment_of_inertia_is_counted_to_the_best_centre_of_each_territory()
    {
        // {0, 1}: centre 1 costs 10 × 1². {2, 3}: centre 3 costs 30 × 1². In millions.
        Evaluation evaluation = Evaluate(AlignmentObjective.MomentOfInertia, 0, 0, 1, 1);

        Assert.Equal((10 + 30) / 1e6, evaluation.Value, 12);
        Assert.Equal([1, 3], evaluation.Territories.Select(territory => territory.Centre));
        Assert.Equal([30, 70], evaluation.Territories.Select(territory => territory.Sums[0].Sum));
    }

    [Fact]
    public void Distance_to_the_centre_unit_is_neither_weighted_nor_rounded() =>
        Assert.Equal(1000 + 1000, Evaluate(AlignmentObjective.SumDistanceToCentreUnit, 0, 0, 0, 1).Value);

    [Fact]
    public void Grid_inertia_squares_hundredths_rounded_down() =>
        Assert.Equal(2.0 * 100_000 * 100_000, Evaluate(AlignmentObjective.GridInertia, 0, 0, 0, 1).Value);

    [Fact]
    public void Cut_edges_are_pairs_between_territories() => Assert.Equal(3, Evaluate(AlignmentObjective.CutEdges, 0, 1, 0, 1).Value);

    [Fact]
    public void Pieces_and_missed_limits_are_named()
    {
        AlignmentDraft narrow = Worlds.Row(2, Share.Percent(10), 10, 20, 30, 40);

        Evaluation evaluation = Evaluator.Evaluate(new AlignmentProblem(narrow), new Alignment([0, 1, 0, 0]));

        Assert.False(evaluation.IsContiguous);
        Assert.Equal([2, 1], evaluation.Territories.Select(territory => territory.Pieces));
        Assert.Equal([(0, 80L, 25L), (1, 20L, 25L)], evaluation.Misses.Select(miss => (miss.Territory, miss.Sum, miss.By)));
    }

    private static Evaluation Evaluate(AlignmentObjective objective, params int[] territoryOf) =>
        Evaluator.Evaluate(new AlignmentProblem(FourTowns with { Objective = objective }), new Alignment([.. territoryOf]));
}
