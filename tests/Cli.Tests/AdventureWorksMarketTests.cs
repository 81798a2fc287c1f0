using System.Text.Json;

namespace Bailiwick.Cli.Tests;

/// <summary>From the raw folder to the answers, as a person calls it.</summary>
public sealed class AdventureWorksMarketTests : IDisposable
{
    private readonly string workspace = Directory.CreateTempSubdirectory("bailiwick-aw-").FullName;

    public void Dispose() => Directory.Delete(workspace, recursive: true);

    [Fact]
    public async Task The_imported_market_answers_as_the_raw_files_do()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "shared", "data", "adventureworks")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        Assert.SkipUnless(folder is not null, "needs ../shared/data/adventureworks beside the repository");
        await Run("import", Path.Combine(folder, "shared", "data", "adventureworks"), "--mapping", "adventureworks");

        JsonElement came = await Run("market", "5");
        JsonElement whole = await Run("market", "3");

        Assert.Equal(
            [("2011", 1406), ("2012", 2961), ("2013", 8730), ("2014", 6022)],
            Rows(came, "newCustomersByYear").Select(row => (row.GetProperty("year").GetString()!, row.GetProperty("newCustomers").GetInt32())));
        // Sums of SubTotal by TerritoryID over SalesOrderHeader.csv.gz.
        Assert.Equal(
            [
                ("1", 16_084_942.5482m), ("10", 7_670_721.0356m), ("2", 6_939_374.4813m), ("3", 7_909_009.0062m), ("4", 24_184_609.6011m),
                ("5", 7_879_655.0731m), ("6", 16_355_770.4553m), ("7", 7_251_555.6473m), ("8", 4_915_407.5960m), ("9", 10_655_335.9598m),
            ],
            Rows(whole, "territory").Select(row => (row.GetProperty("territory").GetString()!, row.GetProperty("revenueUSD").GetDecimal())).OrderBy(row => row.Item1, StringComparer.Ordinal));
    }

    private static JsonElement.ArrayEnumerator Rows(JsonElement answer, string table) =>
        answer.GetProperty("figures").GetProperty(table).GetProperty("rows").EnumerateArray();

    private async Task<JsonElement> Run(params string[] args)
    {
        using var call = new CalledProgram();
        Assert.Equal(Outcome.Well, await call.RunAsync([.. args, "--json", "--workspace", workspace]));
        return JsonDocument.Parse(call.Results).RootElement;
    }
}
