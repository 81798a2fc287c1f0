namespace Bailiwick.House.Tests;

public class GlossaryTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(Repository.Top, "docs", "glossary.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Skip(1)
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Every_word_has_its_Chinese_and_its_meaning() =>
        Assert.All(Rows, row =>
        {
            Assert.Equal(6, row.Length);
            Assert.Contains(row[1], character => character is >= '\u4e00' and <= '\u9fff');
            Assert.NotEmpty(row[2]);
        });

    [Fact]
    public void Words_stand_in_order_and_once() =>
        Assert.Equal(Rows.Select(row => row[0]).Distinct().Order(StringComparer.OrdinalIgnoreCase), Rows.Select(row => row[0]));
}
