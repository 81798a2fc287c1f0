using Bailiwick.Measures;

namespace Bailiwick.Insight.Statistics;

/// <summary>How concentrated a whole is in few parts.</summary>
/// <remarks>
/// The sum of squared shares: Hirschman, <i>National Power and the Structure of Foreign Trade</i>, 1945 (its square root), and Herfindahl,
/// <i>Concentration in the U.S. Steel Industry</i>, dissertation, Columbia University, 1950. Here as a number in 0 to 1, where the
/// competition authorities write 0 to 10,000.
/// </remarks>
/// <param name="Hhi">Σ sᵢ², s the shares; 1 when one part is all, 1/n when n parts are equal.</param>
/// <param name="Top">The share of the largest part.</param>
internal readonly record struct Concentration(double Hhi, Share Top)
{
    /// <summary>From here on a whole is called concentrated: US Department of Justice and FTC, Merger Guidelines, 2023, guideline 1 (1,800 points).</summary>
    public const double High = 0.18;

    /// <summary>From here on a whole is called moderately concentrated (1,000 points, the same guidelines' lower step of 1982 and 2023).</summary>
    public const double Moderate = 0.10;

    /// <summary>How many equal parts would be as concentrated (the numbers equivalent; Adelman, Review of Economics and Statistics 51, 1969, doi 10.2307/1926955).</summary>
    public double EqualParts => 1 / Hhi;

    /// <summary>The concentration of these parts; null when they add up to nothing. Parts below zero count as zero.</summary>
    public static Concentration? Of(IEnumerable<double> parts)
    {
        double sum = 0;
        double squares = 0;
        double top = 0;
        foreach (double part in parts.Where(part => part > 0))
        {
            sum += part;
            squares += part * part;
            top = Math.Max(top, part);
        }

        return sum > 0 ? new Concentration(squares / (sum * sum), Share.Of(Math.Min(1, top / sum))) : null;
    }
}
