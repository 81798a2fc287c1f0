namespace Bailiwick.Samples;

/// <summary>What is true of a sample: written as <c>truth.json</c> (names in camelCase), so that an analysis of the files can be judged.</summary>
/// <param name="Sample">How it was made.</param>
/// <param name="Rows">Rows of each table's file: for <c>area_facts</c> one an area.</param>
/// <param name="Sums">Counts and sums over the rows; money in <see cref="TruthOptions.Currency"/>.</param>
/// <param name="Facts">The planted facts; none when they are off.</param>
/// <param name="Spending">What a customer spends.</param>
/// <param name="NewCustomers">When new customers come.</param>
/// <param name="Deals">How likely a deal is won.</param>
/// <param name="Leads">How likely a lead converts.</param>
/// <param name="Reps">How strong each rep is.</param>
/// <param name="Segments">Counts by segment, from the rows.</param>
/// <param name="Leaks">Columns that are known only after the outcome, <c>table.column</c>: a model that uses them deceives itself.</param>
public sealed record SampleTruth(
    TruthOptions Sample,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyDictionary<string, decimal> Sums,
    IReadOnlyList<PlantedFact> Facts,
    SpendingTruth Spending,
    NewCustomersTruth NewCustomers,
    ConversionTruth Deals,
    ConversionTruth Leads,
    IReadOnlyList<RepTruth> Reps,
    IReadOnlyList<SegmentTruth> Segments,
    IReadOnlyList<string> Leaks);

/// <summary>How a sample was made: the same again gives the same files.</summary>
public sealed record TruthOptions(int Accounts, string Country, ulong Seed, int Reps, int Years, DateOnly From, DateOnly Until, bool Facts, string Currency, string IndustryScheme);

/// <summary>One planted fact.</summary>
/// <param name="Kind">
/// <c>pays-most</c>, <c>pays-least</c>, <c>niche</c>, <c>cluster</c>, <c>grows</c>, <c>shrinks</c>, <c>deal-converts-best</c>,
/// <c>deal-converts-worst</c>, <c>lead-converts-best</c> or <c>rep-specialty</c>.
/// </param>
/// <param name="Where">Column → value of the segment: <c>industry</c> → <c>26</c>.</param>
/// <param name="Effect">How strong it is, in <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>times</c> (against another segment alike) or <c>log-odds</c>.</param>
/// <param name="English">The fact in a sentence.</param>
/// <param name="Chinese">The same in Traditional Chinese.</param>
public sealed record PlantedFact(string Kind, IReadOnlyDictionary<string, string> Where, double Effect, string Unit, string English, string Chinese);

/// <summary>
/// ln(yearly spending) = constant + ln(times of industry) + ln(times of place) + ln(times of the niche)
/// + elasticity × ln(employees) + noise; all orders then follow trend and season.
/// </summary>
/// <param name="EmployeesElasticity">The power of employees.</param>
/// <param name="NoiseDeviation">Standard deviation of the noise.</param>
/// <param name="TrendAYear">Growth of all spending a year, as a part.</param>
/// <param name="Season">January to December against an average month.</param>
/// <param name="Times">Column → value → times; what is not listed is 1.</param>
/// <param name="NicheTimes">Times of the niche, on top.</param>
public sealed record SpendingTruth(
    double EmployeesElasticity,
    double NoiseDeviation,
    double TrendAYear,
    IReadOnlyList<double> Season,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Times,
    double NicheTimes);

/// <summary>The density of first deals over time grows by the exponential of the sum of these yearly rates.</summary>
/// <param name="GrowthAYear">Of the company, in log units.</param>
/// <param name="Growth">Column → value → log units on top; what is not listed is 0.</param>
/// <param name="ByYear">New customers by calendar year, counted; the first and the last year may be incomplete.</param>
public sealed record NewCustomersTruth(double GrowthAYear, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Growth, IReadOnlyDictionary<string, long> ByYear);

/// <summary>Log-odds of success = intercept + the coefficients of all columns.</summary>
/// <param name="Intercept">Log-odds when nothing speaks for or against it.</param>
/// <param name="Coefficients">Column → value → log-odds; what is not listed is 0. For deals the rep's own part stands under <see cref="SampleTruth.Reps"/>.</param>
/// <param name="Decided">Cases with an outcome.</param>
/// <param name="BaseRate">Part of them that went well.</param>
/// <param name="BestAuc">Area under the ROC curve of the true likelihoods over the outcomes that happened.</param>
/// <param name="ExpectedAuc">The same over all outcomes that could have happened.</param>
/// <param name="Rates">Column → value → part that went well, counted.</param>
public sealed record ConversionTruth(
    double Intercept,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Coefficients,
    long Decided,
    double BaseRate,
    double BestAuc,
    double ExpectedAuc,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Rates);

/// <summary>How strong a rep is.</summary>
/// <param name="Id">The rep.</param>
/// <param name="LogOdds">What the rep adds to every deal.</param>
/// <param name="Specialties">Industries in which the rep adds <paramref name="SpecialtyLogOdds"/> more; declared in <c>reps.skills</c>.</param>
/// <param name="SpecialtyLogOdds">See there.</param>
/// <param name="Deals">Decided deals.</param>
/// <param name="Won">Deals won.</param>
public sealed record RepTruth(string Id, double LogOdds, IReadOnlyList<string> Specialties, double SpecialtyLogOdds, long Deals, long Won);

/// <summary>Counts of one segment, from the rows.</summary>
/// <param name="Column">The account column.</param>
/// <param name="Value">Its value.</param>
/// <param name="English">Its name.</param>
/// <param name="Chinese">Its name in Traditional Chinese.</param>
/// <param name="Accounts">Accounts.</param>
/// <param name="Customers">Accounts with stage customer.</param>
/// <param name="SalesAmount">All its sales.</param>
/// <param name="NewCustomersByYear">Accounts by the year of <c>since</c>, within the history.</param>
public sealed record SegmentTruth(
    string Column, string Value, string English, string Chinese, long Accounts, long Customers, decimal SalesAmount, IReadOnlyDictionary<string, long> NewCustomersByYear);
