namespace Bailiwick.Samples.Stories;

/// <summary>Log-odds and chances.</summary>
internal static class Logistic
{
    /// <summary>The chance that has these log-odds.</summary>
    public static double Of(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
