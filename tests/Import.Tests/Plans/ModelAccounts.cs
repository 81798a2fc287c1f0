using Bailiwick.Market;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>Accounts as Salesforce exports them → a table that a plan answers; read by the import itself, custom fields and all.</summary>
internal static class ModelAccounts
{
    public static ColumnTable Table(IReadOnlyList<IReadOnlyDictionary<string, string>> accounts)
    {
        using var folder = new Folder();
        string[] columns = [.. accounts[0].Keys];
        folder.File("accounts.csv", string.Join('\n', accounts
            .Select((account, number) => $"A{number},Account {number},Springfield,US,{string.Join(',', columns.Select(column => Whole(column, account[column])))}")
            .Prepend($"Id,Name,BillingCity,BillingCountryCode,{string.Join(',', columns)}")) + "\n");
        return Read(folder.Path);
    }

    // The use case of importing accounts finds the whole code; these tests do without the map.
    private static string Whole(string column, string value) => column == "BillingStateCode" && value.Length > 0 ? $"US-{value}" : value;

    public static ColumnTable Read(string path)
    {
        using var files = MarketFiles.Open([path], new ImportOptions());
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach (MarketRow row in files.Rows(Accounts.Table))
        {
            table.Add(row);
        }

        Assert.Equal(0, files.Problems.Errors);
        return table.Build();
    }
}
