using Bailiwick.Measures;

namespace Bailiwick.Alignment.Starts;

/// <summary>A start by balanced power diagrams: every unit to the centre of least squared distance minus power, powers moved until
/// the territories are equally full, centres moved to the middle of their mass, and again.</summary>
/// <remarks>After Cohen-Addad, Klein, Young, "Balanced centroidal power diagrams for redistricting", SIGSPATIAL 2018, doi 10.1145/3274895.3274979.
/// The price of whole units is paid afterwards: the search restores the balance that rounding takes.</remarks>
internal sealed class PowerDiagram(AlignmentProblem problem, Region region, Chance chance)
{
    private const int Rounds = 10;
    private const int StepsPerRound = 10;

    private readonly double[] mass = [.. region.Units.Select(unit => problem.Mass[unit] + 1e-3)];
    private readonly double[] fill = Fill(problem, region);
    private readonly int[] choice = new int[region.Units.Length];
    private readonly PlanePoint[] centres = new PlanePoint[region.Territories.Length];
    private readonly double[] power = new double[region.Territories.Length];
    private readonly double[] full = new double[region.Territories.Length];

    /// <summary>Writes the territory of each of the region's units.</summary>
    internal void Draw(int[] territoryOf)
    {
        Scatter();
        double scale = Nearest();
        for (int round = 0; round < Rounds; round++)
        {
            for (int step = 1; step <= StepsPerRound; step++)
            {
                Assign();
                double rate = scale / (1 + (round * 0.5));
                for (int index = 0; index < power.Length; index++)
                {
                    power[index] += rate * Math.Clamp(1 - full[index], -1, 1);
                }
            }

            if (round < Rounds - 1)
            {
                Centre();
            }
        }

        Assign();
        for (int index = 0; index < choice.Length; index++)
        {
            territoryOf[region.Units[index]] = region.Territories[choice[index]];
        }
    }

    /// <summary>Per unit its share of a mean territory, the mean over the measures.</summary>
    private static double[] Fill(AlignmentProblem problem, Region region)
    {
        var shares = new double[region.Units.Length];
        foreach (ActivityMeasure measure in problem.Measures)
        {
            double target = region.Units.Sum(unit => (double)measure.Weights[unit]) / region.Territories.Length;
            for (int index = 0; index < shares.Length; index++)
            {
                shares[index] += measure.Weights[region.Units[index]] / Math.Max(1e-9, target) / problem.Measures.Length;
            }
        }

        return shares;
    }

    /// <summary>First centres: units drawn by how far they lie from the centres so far (Arthur and Vassilvitskii, "k-means++", SODA 2007); locked units first.</summary>
    private void Scatter()
    {
        var far = new double[choice.Length];
        Array.Fill(far, 1.0);
        for (int index = 0; index < centres.Length; index++)
        {
            int locked = Array.FindIndex(region.Units, unit => problem.Locks[unit] == region.Territories[index]);
            int drawn = locked >= 0 ? locked : Draw(far);
            centres[index] = problem.Points[region.Units[drawn]];
            for (int other = 0; other < far.Length; other++)
            {
                double distance = Square(other, index);
                far[other] = index == 0 ? distance : Math.Min(far[other], distance);
            }
        }
    }

    private int Draw(double[] far)
    {
        double sum = 0;
        for (int index = 0; index < far.Length; index++)
        {
            sum += far[index] * (fill[index] + 1e-4);
        }

        double mark = chance.NextDouble() * sum;
        for (int index = 0; index < far.Length; index++)
        {
            mark -= far[index] * (fill[index] + 1e-4);
            if (mark < 0)
            {
                return index;
            }
        }

        return chance.Next(far.Length);
    }

    /// <summary>The mean squared distance to the nearest centre: the size of a step of power.</summary>
    private double Nearest()
    {
        double sum = 0;
        for (int index = 0; index < choice.Length; index++)
        {
            double least = double.PositiveInfinity;
            for (int centre = 0; centre < centres.Length; centre++)
            {
                least = Math.Min(least, Square(index, centre));
            }

            sum += least;
        }

        return sum / choice.Length;
    }

    private void Assign()
    {
        Array.Clear(full);
        for (int index = 0; index < choice.Length; index++)
        {
            (int best, double least) = (0, double.PositiveInfinity);
            for (int centre = 0; centre < centres.Length; centre++)
            {
                double distance = Square(index, centre) - power[centre];
                if (distance < least)
                {
                    (best, least) = (centre, distance);
                }
            }

            int locked = problem.Locks[region.Units[index]];
            choice[index] = locked >= 0 && Array.IndexOf(region.Territories, locked) is int kept and >= 0 ? kept : best;
            full[choice[index]] += fill[index];
        }

        for (int index = 0; index < full.Length; index++)
        {
            full[index] /= WishOf(index);
        }
    }

    /// <summary>A territory's wish as a multiple of the mean: 1 for equal targets.</summary>
    private double WishOf(int index)
    {
        Band band = problem.Measures[0].Bands[region.Territories[index]];
        double mean = region.Territories.Average(territory => problem.Measures[0].Bands[territory].Target);
        return mean == 0 ? 1 : Math.Max(1e-6, band.Target / mean);
    }

    private void Centre()
    {
        var sums = new (double Mass, double X, double Y)[centres.Length];
        for (int index = 0; index < choice.Length; index++)
        {
            PlanePoint point = problem.Points[region.Units[index]];
            ref (double Mass, double X, double Y) sum = ref sums[choice[index]];
            sum = (sum.Mass + mass[index], sum.X + (mass[index] * point.X), sum.Y + (mass[index] * point.Y));
        }

        for (int centre = 0; centre < centres.Length; centre++)
        {
            // An empty territory starts again somewhere else.
            centres[centre] = sums[centre].Mass > 0
                ? new PlanePoint(sums[centre].X / sums[centre].Mass, sums[centre].Y / sums[centre].Mass)
                : problem.Points[region.Units[chance.Next(region.Units.Length)]];
        }
    }

    private double Square(int index, int centre)
    {
        PlanePoint point = problem.Points[region.Units[index]];
        double x = point.X - centres[centre].X;
        double y = point.Y - centres[centre].Y;
        return (x * x) + (y * y);
    }
}
