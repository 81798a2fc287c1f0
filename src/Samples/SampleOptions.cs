using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>Which company to make. Same options and geography, same company, byte for byte.</summary>
public sealed record SampleOptions
{
    /// <summary>The largest number of accounts.</summary>
    public const int MostAccounts = 20_000_000;

    /// <summary>Number of accounts, 1 to <see cref="MostAccounts"/>.</summary>
    public required int Accounts { get; init; }

    /// <summary>The last day on which anything happened: what is later is not known yet. Its history is <see cref="Years"/> long.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>ISO 3166-1 alpha-2: a country with cities. Default <c>TW</c>.</summary>
    public string Country { get; init; } = "TW";

    /// <summary>The only source of chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of reps, 1 to 2,000; by default one for each 400 accounts, at least 14 and at most 120.</summary>
    public int? Reps { get; init; }

    /// <summary>Years of history, 1 to 10. Default 4.</summary>
    public int Years { get; init; } = 4;

    /// <summary>Whether facts are planted. Without them every segment pays, converts and grows alike: an honest analysis finds nothing.</summary>
    public bool Facts { get; init; } = true;

    internal DateOnly From => Until.AddDays(1).AddYears(-Years);

    internal int RepCount => Reps ?? Math.Clamp(Accounts / 400, 14, 120);

    internal IEnumerable<Problem> Check()
    {
        if (Accounts is < 1 or > MostAccounts)
        {
            yield return Problems.OutOfRange("accounts", Accounts, 1, MostAccounts);
        }

        if (RepCount is < 1 or > 2_000)
        {
            yield return Problems.OutOfRange("reps", RepCount, 1, 2_000);
        }

        if (Years is < 1 or > 10)
        {
            yield return Problems.OutOfRange("years", Years, 1, 10);
        }
        else if (Until.Year is < 1990 or > 2200)
        {
            yield return Problems.OutOfRange("until", Until.Year, 1990, 2200);
        }
    }
}
