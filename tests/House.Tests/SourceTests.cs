using System.Text.RegularExpressions;

namespace Bailiwick.House.Tests;

public partial class SourceTests
{
    private const int MostLines = 500;

    // Files that may be longer, each with its reason.
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    // Files whose public members are described elsewhere, each with the place.
    private static readonly Dictionary<string, string> Undocumented = new(StringComparer.Ordinal)
    {
        ["src/Market/Tables.cs"] = "docs/formats.md, kept equal by a test",
    };

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Assert.Empty(Repository.Files(".", ".cs", ".ts", ".razor", ".css")
            .Select(file => (Name: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines && !LongFiles.ContainsKey(file.Name) && !file.Name.Contains("/Migrations/", StringComparison.Ordinal)));

    [Fact]
    public void Public_members_are_documented() =>
        Assert.Empty(Repository.Files("src", ".cs", ".csproj")
            .Where(file => File.ReadAllText(file).Contains("CS1591", StringComparison.Ordinal))
            .Select(Repository.Relative)
            .Except(Undocumented.Keys));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(Repository.Files("src", ".cs")
            .SelectMany(file => TypeName().Matches(File.ReadAllText(file)).Select(match => $"{Repository.Relative(file)}: {match.Groups[1].Value}"))
            .Where(name => EmptyWord().IsMatch(name)));

    [Fact]
    public void Nothing_promises_more_than_it_holds() =>
        Assert.Empty(Repository.Files(".", ".cs", ".ts", ".razor")
            .Where(file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(file => Unfinished().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative));

    [Fact]
    public void Nothing_names_a_machine_or_a_package_registry() =>
        Assert.Empty(Repository.Files(".", ".cs", ".ts", ".razor", ".md", ".json", ".yaml", ".csproj", ".props")
            .Where(file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .Where(file => Machine().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative));

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Service|Info|Data|Impl|Base|V2)$")]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"new NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|Thread\.Sleep\(")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"registry\.npmjs|nuget\.org/v3|""resolved"":|/work/(main|shared|wt)|/root/", RegexOptions.IgnoreCase)]
    private static partial Regex Machine();
}
