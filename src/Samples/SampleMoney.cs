using System.Collections.Frozen;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>The currency of a country, and what a dollar's worth is called in it, roughly: sample prices are to look usual.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="PerDollar">Units for one dollar, to one digit.</param>
internal sealed record SampleMoney(Currency Currency, double PerDollar)
{
    private static readonly FrozenDictionary<string, double> Rates = (
        "TWD 30 JPY 150 KRW 1300 CNY 7 HKD 8 INR 80 THB 35 VND 25000 IDR 16000 PHP 55 MXN 18 BRL 5 CLP 900 COP 4000 ARS 1000 ZAR 18 TRY 35 RUB 90 PLN 4 CZK 23 HUF 350 SEK 10 NOK 10 DKK 7 NGN 1500 EGP 50 KES 130 PKR 280 BDT 120")
        .Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The money of a country; dollars where the country's own is not known.</summary>
    public static SampleMoney Of(string country)
    {
        string code = CodeOf(country);
        return new SampleMoney(Currency.TryOf(code, out Currency currency) ? currency : Currency.Of("USD"), Rates.GetValueOrDefault(code, 1));
    }

    /// <summary>An amount given in dollars, in this money: whole units where a unit is small.</summary>
    public decimal Amount(double dollars) => (decimal)Math.Round(dollars * PerDollar, PerDollar >= 10 ? 0 : Currency.MinorDigits, MidpointRounding.AwayFromZero);

    private static string CodeOf(string country)
    {
        try
        {
            return new RegionInfo(country).ISOCurrencySymbol;
        }
        catch (ArgumentException)
        {
            return "USD"; // a territory without locale data
        }
    }
}
