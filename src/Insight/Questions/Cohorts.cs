using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Insight.Ledger;
using Bailiwick.Insight.Statistics;

namespace Bailiwick.Insight.Questions;

/// <summary>One year of new customers.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Days of the year that the sales cover.</param>
/// <param name="Customers">Accounts whose first sale ever fell into these days.</param>
internal sealed record CohortYear(int Year, int Days, long Customers)
{
    public string Key => Year.ToString(CultureInfo.InvariantCulture);

    public double PerDay => Customers / (double)Days;

    public bool IsWhole => Days == (DateTime.IsLeapYear(Year) ? 366 : 365);
}

/// <summary>The accounts by the year of their first sale.</summary>
/// <param name="Years">All years from the first to the last, without holes.</param>
/// <param name="Of">Per account the index of its year, or <see cref="CustomerLedger.None"/>.</param>
internal sealed record Cohorts(ImmutableArray<CohortYear> Years, int[] Of)
{
    public static Cohorts From(CustomerLedger ledger, AskOptions options)
    {
        var of = new int[ledger.FirstDay.Length];
        Array.Fill(of, CustomerLedger.None);
        if (ledger.Last < 0)
        {
            return new Cohorts([], of);
        }

        // Days before the first sale ever were not observed; those of a window that begins later were.
        int first = Math.Max(ledger.FirstEver, options.From?.DayNumber ?? int.MinValue);
        int firstYear = DateOnly.FromDayNumber(first).Year;
        var customers = new long[DateOnly.FromDayNumber(ledger.Last).Year - firstYear + 1];
        int[] yearEnds = [.. Enumerable.Range(firstYear, customers.Length).Select(year => new DateOnly(year, 12, 31).DayNumber)];
        for (int account = 0; account < of.Length; account++)
        {
            int day = ledger.FirstDay[account];
            if (day < first || day > ledger.Last)
            {
                continue;
            }

            int year = 0;
            while (day > yearEnds[year])
            {
                year++;
            }

            of[account] = year;
            customers[year]++;
        }

        return new Cohorts([.. customers.Select((count, at) => new CohortYear(firstYear + at, Days(yearEnds[at], firstYear + at, first, ledger.Last), count))], of);
    }

    /// <summary>New customers a day in a year against the year before.</summary>
    public RateRatio? GrowthOf(int year) => RateRatio.Of(Years[year - 1].Customers, Years[year - 1].Days, Years[year].Customers, Years[year].Days);

    private static int Days(int yearEnd, int year, int first, int last) =>
        Math.Min(yearEnd, last) - Math.Max(new DateOnly(year, 1, 1).DayNumber, first) + 1;
}
