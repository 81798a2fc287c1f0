using System.Diagnostics;
using System.Globalization;
using Bailiwick.Speed.Benches;
using Bailiwick.Speed.Skewed;

namespace Bailiwick.Speed;

/// <summary>The front: <c>bench/run</c> lists, <c>bench/run NAME…</c> measures, <c>bench/run all</c> measures everything.</summary>
internal static class BenchLine
{
    /// <summary>All benches, in the order in which they run.</summary>
    internal static IReadOnlyList<IBench> All { get; } =
    [
        new MarketStoreBench(),
        new PublishBench(),
        new ImportBench(),
        new PointInAreaBench(),
        new PlanFileBench(),
        new ProofBench(),
        new MatchBench(),
        new AssignBench(),
        new ServeBench(),
    ];

    /// <returns>0 well, 1 a bench failed, 2 wrong use.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--alone", var single])
        {
            Measure(All.Single(bench => bench.Name == single));
            return 0;
        }

        if (args is ["--make", { } folder, { } what, { } count] && int.TryParse(count, CultureInfo.InvariantCulture, out int number))
        {
            Make(folder, what, number);
            return 0;
        }

        string[] names = args is ["all"] ? [.. All.Select(bench => bench.Name)] : args;
        if (names.Length == 0 || names.Except(All.Select(bench => bench.Name), StringComparer.Ordinal).Any())
        {
            Console.Error.WriteLine("bench/run NAME… or bench/run all; bench/run --make FOLDER accounts|whole|partition|onegap|real|hostile NUMBER writes the skewed market's accounts.csv or a plan over it");
            foreach (IBench bench in All)
            {
                Console.Error.WriteLine($"  {bench.Name,-16} {bench.Title}");
            }

            return names.Length == 0 ? 0 : 2;
        }

        int failed = 0;
        foreach (string name in names)
        {
            // A process each: memory of one does not count for the next.
            using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. OwnAssembly(), "--alone", name]))!;
            await child.WaitForExitAsync().ConfigureAwait(false);
            failed |= child.ExitCode == 0 ? 0 : 1;
        }

        return failed;
    }

    private static void Make(string folder, string what, int number)
    {
        Directory.CreateDirectory(folder);
        if (what == "accounts")
        {
            new SkewedAccounts().WriteCsv(Path.Combine(folder, "accounts.csv"), number);
        }
        else
        {
            Console.Out.WriteLine(SkewedPlans.Write(folder, string.Create(CultureInfo.InvariantCulture, $"{what} {number}"), SkewedPlans.Make(Enum.Parse<SkewedKind>(what, ignoreCase: true), number)));
        }
    }

    private static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(BenchLine).Assembly.Location] : [];

    private static void Measure(IBench bench)
    {
        Console.Error.WriteLine($"{bench.Name}: {bench.Title}");
        string scratch = Directory.CreateTempSubdirectory("bailiwick-bench-").FullName;
        try
        {
            var results = new BenchResults();
            bench.Run(new BenchPlace(scratch, Directory.CreateDirectory(Path.Combine(BenchReport.Top, "artifacts", "bench")).FullName), results);
            BenchReport.Write(bench, results);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
