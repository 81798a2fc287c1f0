namespace Bailiwick.Measures;

/// <summary>A part of a whole, 0 to 1, both included.</summary>
public readonly record struct Share : IComparable<Share>
{
    private Share(double value) => Value = value;

    /// <summary>The part as a number, 0 to 1.</summary>
    public double Value { get; }

    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1 or not a number.</exception>
    public static Share Of(double value) =>
        value is >= 0 and <= 1 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, "a share is 0 to 1");

    /// <summary>A part given in hundredths: 10 is a tenth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 100 or not a number.</exception>
    public static Share Percent(double value) => Of(value / 100);

    /// <inheritdoc />
    public int CompareTo(Share other) => Value.CompareTo(other.Value);

    /// <summary>Less than.</summary>
    public static bool operator <(Share left, Share right) => left.Value < right.Value;

    /// <summary>More than.</summary>
    public static bool operator >(Share left, Share right) => left.Value > right.Value;

    /// <summary>At most.</summary>
    public static bool operator <=(Share left, Share right) => left.Value <= right.Value;

    /// <summary>At least.</summary>
    public static bool operator >=(Share left, Share right) => left.Value >= right.Value;
}
