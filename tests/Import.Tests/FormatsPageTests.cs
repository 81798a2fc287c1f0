using System.Text.RegularExpressions;
using Bailiwick.Import.Mappings;
using Bailiwick.Market;

namespace Bailiwick.Import.Tests;

/// <summary>The page on file formats says what the code says.</summary>
public partial class FormatsPageTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Top(), "docs", "formats.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Tables => [.. MarketTable.All.Select(table => table.Name)];

    [Theory, MemberData(nameof(Tables))]
    public void Every_column_stands_on_the_page_with_its_kind(string name)
    {
        MarketTable table = MarketTable.Named(name)!;
        string section = Page.Split($"\n### {name}\n")[1].Split("\n#")[0];

        Assert.Equal(
            table.Columns.Where(column => !column.IsDerived).Select(column => $"{column.Name} | {Kind(column)}"),
            Row().Matches(section).Select(row => $"{row.Groups["name"].Value} | {row.Groups["kind"].Value}"));
        Assert.Contains($"Key: {string.Join(", ", table.Key.Select(column => $"`{column.Name}`"))}.", section, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mapping_on_the_page_is_well_written()
    {
        string yaml = Page.Split("```yaml\n")[1].Split("```")[0];

        Assert.Empty(MappingFile.Parse("page", yaml).Problems);
        Assert.All(MappingFile.Shipped, name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
    }

    private static string Kind(Column column) => (column switch
    {
        { Refers: { } table } => $"key of {table}",
        TextColumn { Choices.IsEmpty: false } text => "one of " + string.Join(", ", text.Choices.Select(choice => $"`{choice}`")),
        TextColumn => "text",
        IntegerColumn => "whole number",
        NumberColumn number when double.IsFinite(number.Most) => $"number {number.Least} to {number.Most}",
        NumberColumn number when double.IsFinite(number.Least) => $"number from {number.Least}",
        NumberColumn => "number",
        MoneyColumn => "money",
        DateColumn => "date",
        SetColumn => "set",
        _ => column.GetType().Name,
    }) + (column.IsRequired ? ", required" : "");

    private static string Top()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Bailiwick.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<kind>[^|]*) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
