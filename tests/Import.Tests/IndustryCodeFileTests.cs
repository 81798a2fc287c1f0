using System.Runtime.CompilerServices;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Tests;

public sealed class IndustryCodeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-codes-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_parent_column_makes_the_tree()
    {
        IndustryScheme scheme = Good("code,level,parent,title_zh\nQ,1,,醫療保健\n86,2,Q,醫療保健業\n861,3,86,醫院\n", "TW 2021.csv");

        Assert.Equal("tw-2021", scheme.Id);
        Assert.Equal(["Q <", "86 < Q", "861 < 86"], Tree(scheme));
        Assert.Equal(Text.Same("醫院"), scheme.Codes[2].Title);
    }

    [Fact]
    public void Without_a_parent_column_codes_lie_under_their_beginnings_and_ranges() =>
        Assert.Equal(
            ["11 <", "111 < 11", "31-33 <", "31 < 31-33", "32 < 31-33", "33 < 31-33", "311 < 31", "3111 < 311", "325 < 32"],
            Tree(Good("2022 NAICS US   Code,2022 NAICS US Title\n11,Farms\n111,Crops\n31-33,Making\n311,Food\n3111,Feed\n325,Chemicals\n", "naics-2022.csv")));

    [Fact]
    public void What_follows_a_section_letter_lies_under_it() =>
        Assert.Equal(["A <", "01 < A", "011 < 01", "B <", "05 < B"], Tree(Good("Code;Description\nA;Agriculture\n01;Crops\n011;Growing\nB;Mining\n05;Coal\n", "ISIC4.csv")));

    [Fact]
    public void Columns_of_levels_are_the_codes_above() =>
        Assert.Equal(
            ["A <", "01 < A", "011 < 01", "0111 < 011", "0112 < 011", "02 < A", "021 < 02", "0211 < 021"],
            Tree(Good("Division,Major Group,Industry Group,SIC,Description\nA,01,011,0111,Wheat\nA,01,011,0112,Rice\nA,02,021,0211,Beef\n", "sic.csv")));

    [Fact]
    public void Titles_stand_in_both_languages() =>
        Assert.Equal(new Text("Hospitals", "醫院"), Good("code,parent,title,title_zh\n861,,Hospitals,醫院\n", "own.csv").Codes[0].Title);

    [Theory]
    [InlineData("code,parent\nA,\nA,\n", "import.code-twice", 3)]
    [InlineData("code,parent\nA,\na ,\n", "import.code-twice", 3)] // compared as text is
    [InlineData("code,parent\nA,\n01,B\n", "import.no-code-above", 3)]
    [InlineData("code,parent\nA,B\nB,A\n", "import.code-cycle", 2)]
    [InlineData("code,parent\nA,A\n", "import.code-cycle", 2)]
    [InlineData("colour,shape\nred,round\n", "import.no-codes", null)]
    [InlineData("code,title\n", "import.no-codes", null)]
    public void What_is_no_tree_is_refused_with_its_line(string text, string code, int? line)
    {
        IndustryCodeReading reading = Read(text, "own.csv");

        Assert.Null(reading.Scheme);
        Problem first = reading.Problems.First(problem => problem.Severity == Severity.Error);
        Assert.Equal((code, line), (first.Code, first.Place.Line));
        Assert.EndsWith("own.csv", first.Place.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_code_is_a_doubt()
    {
        IndustryCodeReading reading = Read("code,title\nA,Agriculture\n,see note\n", "own.csv");

        Assert.Equal(["A <"], Tree(reading.Scheme!));
        Assert.Equal(("import.code-blank", 3), (Assert.Single(reading.Problems).Code, reading.Problems[0].Place.Line));
    }

    [Fact]
    public void An_id_without_letters_and_a_file_that_is_not_there_are_problems()
    {
        Assert.Equal("import.no-scheme-id", Assert.Single(IndustryCodeFile.Read(Path.Combine(folder, "own.csv"), "--").Problems).Code);
        Assert.Equal("import.no-file", Assert.Single(IndustryCodeFile.Read(Path.Combine(folder, "own.csv"), null).Problems).Code);
    }

    // The public lists of the reference tables, where they are at hand: counts as their README says.
    [Theory]
    [InlineData("us-reference/naics-2022.csv", 2_125 + 7, 20, "722511", "72")]
    [InlineData("us-reference/2022_NAICS_Structure.xlsx", 2_125 + 7, 20, "336110", "31-33")]
    [InlineData("us-reference/sic-codes.csv", 1_005, null, "0111", "A")]
    [InlineData("taiwan-reference/industry-dgbas-tw.csv", 737 + 4, 19, "0111", "A")]
    public void Public_lists_are_read_as_they_come(string file, int codes, int? tops, string code, string above)
    {
        string path = Path.Combine(Beside(), file);
        Assert.SkipUnless(File.Exists(path), $"needs ../shared/data/{file} beside the repository");

        IndustryCodeReading reading = IndustryCodeFile.Read(path, null);

        Assert.Empty(reading.Problems);
        Assert.Equal(tops ?? 10, reading.Scheme!.Codes.Count(each => each.Parent is null));
        Assert.True(tops is null ? reading.Scheme.Codes.Length > codes : reading.Scheme.Codes.Length == codes, $"{reading.Scheme.Codes.Length}");
        Assert.Contains(above, Above(reading.Scheme, code));
    }

    private static IEnumerable<string> Above(IndustryScheme scheme, string code)
    {
        for (string? each = code; each is not null; each = scheme.Codes.Single(known => known.Code == each).Parent)
        {
            yield return each;
        }
    }

    private static string Beside([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "shared", "data"));

    private static IEnumerable<string> Tree(IndustryScheme scheme) => scheme.Codes.Select(code => $"{code.Code} < {code.Parent}".TrimEnd());

    private IndustryScheme Good(string text, string name)
    {
        IndustryCodeReading reading = Read(text, name);
        Assert.Empty(reading.Problems);
        return reading.Scheme!;
    }

    private IndustryCodeReading Read(string text, string name)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return IndustryCodeFile.Read(Path.Combine(folder, name), null);
    }
}
