using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Import;
using Bailiwick.Measures;
using Bailiwick.Samples;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Speed.Benches;

/// <summary>The whole way of <c>bailiwick import</c>: CSV file → checked, placed rows → state.</summary>
internal sealed class ImportBench : IBench
{
    private const int Rows = 1_000_000;

    public string Name => "import";

    public string Title => "1 M accounts of the sample company: CSV file → checked, placed, in the state.";

    public void Run(BenchPlace place, BenchResults results)
    {
        string file = AccountsFile(place.Kept);
        results.Add("the file", string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length / 1_000_000:#,0} MB"));
        using Workspace workspace = WorkspaceFolder.Open(place.Scratch, TimeProvider.System);
        Atlas atlas = Atlas.Open();

        Took import = Took.By(() => Import(workspace, atlas, file, added: Rows));
        results.AddPeakMemory("after the import", "limit 2,000 MB");
        Took again = Took.By(() => Import(workspace, atlas, file, added: 0));
        Took bare = Took.By(() => BareRead(file));
        results.Add("bare peer: lines read and split at commas, nothing kept", bare, Rows, "rows");
        results.Add("import into an empty workspace", import, Rows, "rows", $"limit 60 s; {import.Beside(bare, "the bare peer")}");
        results.Add("the same file again: nothing changes", again, Rows, "rows", again.Beside(bare, "the bare peer"));
    }

    private static void Import(Workspace workspace, Atlas atlas, string file, long added)
    {
        using MarketFiles files = MarketFiles.Open([file], new ImportOptions { Known = () => workspace.Market.Load(default) });
        ImportResult result = ImportMarket.Run(workspace, new ImportRequest(files, atlas), null, default);
        long counted = result.Tables.Sum(table => table.Counts.Added);
        if (counted != added)
        {
            throw new InvalidOperationException($"{counted} rows added, not {added}");
        }
    }

    private static string AccountsFile(string kept)
    {
        string folder = Path.Combine(kept, "sample-tw-1m");
        if (!File.Exists(Path.Combine(folder, "truth.json")))
        {
            Console.Error.WriteLine("  making the sample company (once) …");
            var options = new SampleOptions { Accounts = Rows, Until = new DateOnly(2026, 6, 30), Years = 1 };
            (SampleCompany? company, IReadOnlyList<Problem> problems) = SampleCompany.Create(options, Atlas.Open());
            (company ?? throw new InvalidOperationException(string.Join('\n', problems))).Write(folder);
        }

        return Path.Combine(folder, "accounts.csv");
    }

    private static void BareRead(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            GC.KeepAlive(line.Split(','));
        }
    }
}
