namespace Bailiwick.Samples;

/// <summary>The area under the ROC curve of someone who knows the true likelihoods: what no model can beat but by luck.</summary>
/// <remarks>Likelihoods are counted in bins of 1/4096, within which ties count half: the error is far below a thousandth.</remarks>
internal sealed class AucTally
{
    private const int Bins = 4096;

    private readonly double[] expected = new double[Bins];
    private readonly double[] good = new double[Bins];
    private readonly double[] all = new double[Bins];

    /// <summary>Decided cases.</summary>
    public long Count { get; private set; }

    /// <summary>Part of the decided cases that went well.</summary>
    public double BaseRate => Count == 0 ? 0 : good.Sum() / Count;

    /// <summary>Over all outcomes that these likelihoods could have had.</summary>
    public double Expected => Area(expected);

    /// <summary>Over the outcomes that happened.</summary>
    public double Observed => Area(good);

    public void Add(double likelihood, bool isGood)
    {
        int bin = Math.Min(Bins - 1, (int)(likelihood * Bins));
        Count++;
        all[bin]++;
        expected[bin] += likelihood;
        good[bin] += isGood ? 1 : 0;
    }

    private double Area(double[] positive)
    {
        double pairs = 0, positives = 0, negativesBelow = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            double negative = all[bin] - positive[bin];
            pairs += positive[bin] * (negativesBelow + (negative / 2));
            positives += positive[bin];
            negativesBelow += negative;
        }

        return positives == 0 || negativesBelow == 0 ? 0.5 : pairs / (positives * negativesBelow);
    }
}
