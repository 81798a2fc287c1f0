using System.Globalization;

namespace Bailiwick.SecondOpinion;

/// <summary>Many small worlds, one after the other, until one fails; that one is told as small as it can be.</summary>
public static class Campaign
{
    /// <summary>Whether the long campaign is wanted (<c>BAILIWICK_LONG=1</c>).</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1";

    /// <summary>Asks worlds of seeds 0, 1, … .</summary>
    /// <param name="worlds">How many.</param>
    /// <param name="make">The world of a seed.</param>
    /// <param name="trouble">What is wrong with a world; null when all is well.</param>
    /// <returns>The first failure with seed, plan and accounts; empty when there is none.</returns>
    public static string Run(int worlds, Func<ulong, World> make, Func<World, string?> trouble)
    {
        for (ulong seed = 0; seed < (ulong)worlds; seed++)
        {
            World world = make(seed);
            if (trouble(world) is not { } first)
            {
                continue;
            }

            // A world whose plan can be read stays one: else the smallest failure would be an empty plan.
            bool canBeRead = !first.StartsWith(Unreadable, StringComparison.Ordinal);
            World smallest = Shrinking.Of(world, smaller => trouble(smaller) is { } still && (!canBeRead || !still.StartsWith(Unreadable, StringComparison.Ordinal)));
            return string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {first}\nat its smallest: {trouble(smallest)}\n{Show(smallest)}");
        }

        return "";
    }

    /// <summary>With this begins the trouble of a plan that cannot be read.</summary>
    public const string Unreadable = "the plan cannot be read";

    /// <summary>A world as its files.</summary>
    public static string Show(World world) => string.Create(
        CultureInfo.InvariantCulture,
        $"day {world.Day:yyyy-MM-dd}\n--- plan.yaml\n{PlanYaml.Of(world)}{string.Concat(PlanYaml.FilesOf(world.Plan).Select(file => $"--- {file.Key}\n{file.Value}\n"))}--- accounts.csv\n{AccountFile.Csv(world)}");
}
