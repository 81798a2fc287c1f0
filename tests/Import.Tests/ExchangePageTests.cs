using Bailiwick.Import.Layouts;
using Bailiwick.Import.Plans.Salesforce;

namespace Bailiwick.Import.Tests;

/// <summary>The page on territories from other systems says what the code says.</summary>
public sealed class ExchangePageTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Top(new DirectoryInfo(AppContext.BaseDirectory)), "docs", "exchange.md"));

    [Fact]
    public void Every_column_of_territory_tables_stands_on_the_page_with_names_that_are_known()
    {
        string[][] rows = [.. Page.Split("| Column | Meaning |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Trim('|').Split(" | "))];

        Assert.Equal(LayoutTable.Shipped.Plans.Values.Select(column => column.Role).Distinct().Order(StringComparer.Ordinal), rows.Select(row => row[0].Trim(' ', '`')).Order(StringComparer.Ordinal));
        foreach (string[] row in rows)
        {
            Assert.All(row[2].Trim(' ', '…', ',').Split(", "), name => Assert.Equal(row[0].Trim(' ', '`'), LayoutTable.Shipped.Plans[Folded.Name(name)].Role));
        }
    }

    [Fact]
    public void Operations_on_the_page_are_those_of_Salesforce() =>
        Assert.All(["notEqual", "includes", "excludes", "within", "contains"], operation =>
        {
            Assert.Contains($"`{operation}`", Page, StringComparison.Ordinal);
            Assert.Contains(operation, Operations.All);
        });

    private static string Top(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Bailiwick.slnx")) ? folder.FullName : Top(folder.Parent!);
}
