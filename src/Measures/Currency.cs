using System.Collections.Frozen;

namespace Bailiwick.Measures;

/// <summary>A currency by its ISO 4217 code: <c>TWD</c>, <c>USD</c>.</summary>
public readonly record struct Currency
{
    // ISO 4217 active codes by number of decimals; every code that is not listed under another number has two.
    private static readonly FrozenDictionary<string, int> Decimals = Table(
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"),
        (3, "BHD IQD JOD KWD LYD OMR TND"));

    private readonly string? code;

    private Currency(string code) => this.code = code;

    /// <summary>Three capital letters.</summary>
    public string Code => code ?? throw new InvalidOperationException("a currency without a code: use Currency.Of");

    /// <summary>Decimals of the smallest unit, 0 to 3.</summary>
    public int MinorDigits => Decimals[Code];

    /// <summary>The currency with this code, in any case and with surrounding blanks.</summary>
    /// <exception cref="ArgumentException">Not an active ISO 4217 code.</exception>
    public static Currency Of(string code) => TryOf(code, out Currency currency)
        ? currency
        : throw new ArgumentException($"\"{code}\" is not an ISO 4217 code such as USD or TWD.", nameof(code));

    /// <summary>Like <see cref="Of"/>, without an exception.</summary>
    public static bool TryOf(string? code, out Currency currency)
    {
        string tidy = code?.Trim().ToUpperInvariant() ?? "";
        bool known = Decimals.ContainsKey(tidy);
        currency = known ? new Currency(tidy) : default;
        return known;
    }

    /// <inheritdoc />
    public override string ToString() => code ?? "";

    private static FrozenDictionary<string, int> Table(params (int Digits, string Codes)[] groups) => groups
        .SelectMany(group => group.Codes.Split(' ').Select(code => KeyValuePair.Create(code, group.Digits)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
