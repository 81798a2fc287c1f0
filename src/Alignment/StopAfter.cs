namespace Bailiwick.Alignment;

/// <summary>Says when a search ends. Asked often, by several threads.</summary>
public interface IStopRule
{
    /// <summary>Whether the answer depends on the iterations alone, so that a run can be repeated exactly.</summary>
    bool IsRepeatable { get; }

    /// <summary>The time since the rule was made.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>The part of the budget that is used, from 0; at 1 or more the search ends.</summary>
    /// <param name="iterations">Moves tried so far, by all threads.</param>
    double Spent(long iterations);
}

/// <summary>The two ways to end a search. The clock comes from outside.</summary>
public static class StopAfter
{
    /// <summary>After a number of tried moves: the same plan every time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static IStopRule Iterations(long limit, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return new ByIterations(limit, clock);
    }

    /// <summary>After a time, counted from now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public static IStopRule Time(TimeSpan limit, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero);
        return new ByTime(limit, clock);
    }

    private sealed class ByIterations(long limit, TimeProvider clock) : IStopRule
    {
        private readonly long start = clock.GetTimestamp();

        public bool IsRepeatable => true;

        public TimeSpan Elapsed => clock.GetElapsedTime(start);

        public double Spent(long iterations) => (double)iterations / limit;
    }

    private sealed class ByTime(TimeSpan limit, TimeProvider clock) : IStopRule
    {
        private readonly long start = clock.GetTimestamp();

        public bool IsRepeatable => false;

        public TimeSpan Elapsed => clock.GetElapsedTime(start);

        public double Spent(long iterations) => Elapsed / limit;
    }
}
