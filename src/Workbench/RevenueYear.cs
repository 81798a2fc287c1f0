using Bailiwick.Market;

namespace Bailiwick.Workbench;

/// <summary>The twelve months of sales that figures speak of.</summary>
/// <param name="From">First day; null without sales.</param>
/// <param name="Until">Last day, that of the last sale; null without sales.</param>
internal readonly record struct RevenueYear(DateOnly? From, DateOnly? Until)
{
    private const int Months = 12;

    /// <summary>The year that ends with the last sale up to a day.</summary>
    public static RevenueYear Of(MarketSnapshot market, DateOnly day)
    {
        int last = DateValues.Unknown;
        foreach (int sold in market.Sales[Sales.Date].DayNumbers)
        {
            last = sold <= day.DayNumber ? Math.Max(last, sold) : last;
        }

        DateOnly? until = last == DateValues.Unknown ? null : DateOnly.FromDayNumber(last);
        return new RevenueYear(until?.AddMonths(-Months).AddDays(1), until);
    }
}
