namespace Bailiwick.Measures;

/// <summary>A length in metres, 0 or more.</summary>
public readonly record struct Metres : IComparable<Metres>
{
    private Metres(double value) => Value = value;

    /// <summary>The length as a number of metres.</summary>
    public double Value { get; }

    /// <summary>The length as a number of kilometres.</summary>
    public double Kilometres => Value / 1000;

    /// <exception cref="ArgumentOutOfRangeException">Negative or not a number.</exception>
    public static Metres Of(double value) =>
        value >= 0 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, "a length is 0 or more");

    /// <inheritdoc />
    public int CompareTo(Metres other) => Value.CompareTo(other.Value);

    /// <summary>Sum of two lengths.</summary>
    public static Metres operator +(Metres left, Metres right) => new(left.Value + right.Value);

    /// <summary>Shorter than.</summary>
    public static bool operator <(Metres left, Metres right) => left.Value < right.Value;

    /// <summary>Longer than.</summary>
    public static bool operator >(Metres left, Metres right) => left.Value > right.Value;

    /// <summary>Not longer than.</summary>
    public static bool operator <=(Metres left, Metres right) => left.Value <= right.Value;

    /// <summary>Not shorter than.</summary>
    public static bool operator >=(Metres left, Metres right) => left.Value >= right.Value;
}
