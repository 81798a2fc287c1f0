namespace Bailiwick.Storage.PlanLife;

/// <summary>A span of days by their numbers: the first, and the first one after the last.</summary>
internal readonly record struct Term(int From, int Until)
{
    /// <summary>Stands for "no end": the day after the last one that can be written.</summary>
    public static int Open { get; } = DateOnly.MaxValue.DayNumber + 1;
}
