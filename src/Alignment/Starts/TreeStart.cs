using Bailiwick.Measures;

namespace Bailiwick.Alignment.Starts;

/// <summary>A start by spanning trees: the region is cut in two, each side for half of the territories, until each side has one.</summary>
internal sealed class TreeStart(AlignmentProblem problem, Chance chance)
{
    private readonly TreeCut trees = new(problem);

    /// <summary>Writes the territory of each of the region's units. Each territory hangs together and has a unit.</summary>
    internal void Draw(Region region, int[] territoryOf)
    {
        if (region.Territories.Length == 1)
        {
            foreach (int unit in region.Units)
            {
                territoryOf[unit] = region.Territories[0];
            }

            return;
        }

        int half = region.Territories.Length / 2;
        int[] left = region.Territories[..half];
        int[] right = region.Territories[half..];
        (bool[] isFirst, _) = trees.Cut(region.Units, Together(left), Together(right), chance)
            ?? throw new InvalidOperationException("A piece of the graph does not hang together.");
        int[] leftUnits = [.. region.Units.Where((_, index) => isFirst[index])];
        int[] rightUnits = [.. region.Units.Where((_, index) => !isFirst[index])];
        // Where units are few, a side can have fewer units than territories: the territories follow the units.
        int kept = Math.Clamp(half, Math.Max(1, region.Territories.Length - rightUnits.Length), Math.Min(leftUnits.Length, region.Territories.Length - 1));
        Draw(new Region(leftUnits, region.Territories[..kept]), territoryOf);
        Draw(new Region(rightUnits, region.Territories[kept..]), territoryOf);
    }

    /// <summary>Half the width of the single bands: what a cut gives away, later cuts cannot bring back.</summary>
    private Band[] Together(int[] territories) =>
    [
        .. problem.Measures.Select(measure =>
        {
            double target = territories.Sum(territory => measure.Bands[territory].Target);
            double below = territories.Sum(territory => measure.Bands[territory].Target - measure.Bands[territory].Least) / 2;
            double above = territories.Sum(territory => measure.Bands[territory].Most - measure.Bands[territory].Target) / 2;
            return new Band(target, (long)Math.Floor(target - below), (long)Math.Ceiling(target + above));
        }),
    ];
}
