namespace Bailiwick.Measures;

/// <summary>A span of time in whole minutes, 0 or more.</summary>
public readonly record struct Minutes : IComparable<Minutes>
{
    private Minutes(long value) => Value = value;

    /// <summary>The number of minutes.</summary>
    public long Value { get; }

    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Minutes Of(long value) =>
        value >= 0 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, "a span of time is 0 or more");

    /// <inheritdoc />
    public int CompareTo(Minutes other) => Value.CompareTo(other.Value);

    /// <summary>Sum of two spans.</summary>
    public static Minutes operator +(Minutes left, Minutes right) => new(checked(left.Value + right.Value));

    /// <summary>A span, several times. <paramref name="times"/> is 0 or more.</summary>
    public static Minutes operator *(Minutes span, int times) => Of(checked(span.Value * times));

    /// <summary>Shorter than.</summary>
    public static bool operator <(Minutes left, Minutes right) => left.Value < right.Value;

    /// <summary>Longer than.</summary>
    public static bool operator >(Minutes left, Minutes right) => left.Value > right.Value;

    /// <summary>Not longer than.</summary>
    public static bool operator <=(Minutes left, Minutes right) => left.Value <= right.Value;

    /// <summary>Not shorter than.</summary>
    public static bool operator >=(Minutes left, Minutes right) => left.Value >= right.Value;
}
