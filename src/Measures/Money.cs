using System.Globalization;

namespace Bailiwick.Measures;

/// <summary>An amount of one currency. Amounts of two currencies do not add.</summary>
/// <param name="Amount">Units of the currency (not cents); may be negative.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>Stored and counted amounts are whole ten-thousandths: four decimals.</summary>
    public const int Scale = 10_000;

    /// <summary>Sum.</summary>
    /// <exception cref="InvalidOperationException">Two currencies.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + Same(left, right).Amount, left.Currency);

    /// <summary>Difference.</summary>
    /// <exception cref="InvalidOperationException">Two currencies.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - Same(left, right).Amount, left.Currency);

    /// <summary>The amount rounded to the currency's smallest unit, halves away from zero.</summary>
    public Money Rounded() => this with { Amount = Math.Round(Amount, Currency.MinorDigits, MidpointRounding.AwayFromZero) };

    /// <summary>Code and amount, independent of culture: <c>USD 1234.50</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency} {Amount}");

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not add; convert one by the plan's rates first.");
}
