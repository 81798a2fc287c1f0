using Bailiwick.Geography;
using Bailiwick.Import.Plans;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>The tables of territories that companies keep in spreadsheets, and the plans that they become.</summary>
public sealed class PlanTableTests : IDisposable
{
    private static readonly Atlas House = Atlas.Open();
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Postal_codes_one_a_row_become_one_condition_a_territory()
    {
        folder.File("zips.csv", "territory,postal code\nWest,94105\nEast,10001\nWest,94107\nWest,94105\n");

        PlanImportResult result = Read(new PlanImportOptions { Country = "US" });

        Assert.Equal("plan: zips", result.Plan!.Write().Split('\n')[1]);
        Assert.Equal(["West: country = \"US\" and postal in (\"94105\", \"94107\")", "East: country = \"US\" and postal = \"10001\""], Rules(result));
        Assert.Empty(result.Problems.All);
    }

    [Fact]
    public void A_long_list_becomes_a_file_beside_the_plan_and_answers_the_same()
    {
        string[] codes = [.. Enumerable.Range(0, 40_000).Select(number => $"{number + 10_000}")];
        folder.File("zips.csv", "Zip,Sales Territory\n" + string.Concat(codes.Select(code => $"{code},Everywhere/West\n")));

        PlanImportResult result = Read(new PlanImportOptions());

        Assert.Equal(["Everywhere-West: postal in list(\"lists/Everywhere-West-postal.csv\")"], Rules(result));
        Assert.Equal(codes, result.Plan!.Files.Single().Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["plan-import.other-id"], Codes(result));
    }

    [Theory]
    [InlineData("territory,zip\nT,1001\nT,90210\n", "US", "country = \"US\" and postal in (\"01001\", \"90210\")")]    // a spreadsheet ate the zero
    [InlineData("territory,zip\nT,902\nT,100\n", "US", "country = \"US\" and (postal starts with \"902\" or postal starts with \"100\")")]    // ZIP3
    [InlineData("territory,zip\nT,90000-90299\n", "US", "country = \"US\" and postal between \"90000\" and \"90299\"")]
    [InlineData("territory,zip\nT,90210-1234\n", "US", "country = \"US\" and postal = \"90210-1234\"")]    // one code with its +4
    [InlineData("territory,zip\nT,\"902*; 90301\"\n", null, "postal starts with \"902\" or postal = \"90301\"")]
    [InlineData("territory,from zip,to zip\nT,1000,1299\n", "US", "country = \"US\" and postal between \"01000\" and \"01299\"")]
    [InlineData("territory,zip3\nT,941\n", null, "postal starts with \"941\"")]
    [InlineData("territory,postcode\nT,SW1A\n", "GB", "country = \"GB\" and postal starts with \"SW1A\"")]
    [InlineData("轄區,郵遞區號\n北區,100\n北區,106\n", "TW", "country = \"TW\" and (postal starts with \"100\" or postal starts with \"106\")")]
    [InlineData("territory,state\nT,\"CA;NV\"\n", "US", "subdivision in (\"US-CA\", \"US-NV\")")]
    [InlineData("territory,state,industry\nT,California,52\nT,CA,54\n", "US", "subdivision = \"US-CA\" and industry in (\"52\", \"54\")")]
    [InlineData("territory,country\nT,Taiwan\nT,JP\n", null, "country in (\"TW\", \"JP\")")]
    [InlineData("territory,area\nT,us-counties/06037\nT,us-counties/06059\n", null, "area of \"us-counties\" in (\"06037\", \"06059\")")]
    [InlineData("territory,fips\nT,6037\nT,36061\n", null, "area of \"us-counties\" in (\"06037\", \"36061\")")]
    public void Columns_mean_what_people_mean(string table, string? country, string where)
    {
        folder.File("table.csv", table);

        PlanImportResult result = Read(new PlanImportOptions { Country = country });

        Assert.Equal(0, result.Problems.Errors);
        Assert.Equal(where, result.Plan!.Layers[0].Territories.Single().Where);
    }

    [Fact]
    public void Area_and_parent_are_a_tree_whose_leaves_are_areas()
    {
        folder.File("areas.csv", "area,parent\n06037,Los Angeles\n06059,Los Angeles\nLos Angeles,West\n53033,West\n36061,East\n");

        PlanImportResult result = Read(new PlanImportOptions());

        Assert.Equal(
            [
                "West: area of \"us-counties\" in (\"53033\", \"06037\", \"06059\")",
                "West/Los Angeles: area of \"us-counties\" in (\"06037\", \"06059\")",
                "East: area of \"us-counties\" = \"36061\"",
            ],
            Rules(result).Order(StringComparer.Ordinal).Reverse().OrderBy(rule => rule[0] == 'E').ThenBy(rule => rule.Contains('/', StringComparison.Ordinal)));
        Assert.Equal(["plan-import.areas-of"], Codes(result));
    }

    [Fact]
    public void Accounts_reps_layers_names_and_parents_are_read()
    {
        folder.File("territories.csv", "territory id,territory name,parent territory,territory type\nW,West,,core\nW-1,Bay,W,core\nK,Key,,key\n");
        folder.File("zips.csv", "territory,zip\nW,90210\nW-1,94105\n");
        folder.File("accounts.csv", "account id,territory\nA-1,K\n'=A-2,K\n");
        folder.File("reps.csv", "territory,rep\nW,R-1\nW-1,R-2\nW-1,R-3\n");

        PlanImportResult result = Read(new PlanImportOptions());

        Assert.Equal("""
            plan: territories-and-more
            layers:
              - layer: key
                territories:
                  - id: K
                    name: Key
                    accounts: [A-1, '=A-2']
              - layer: core
                territories:
                  - id: W
                    name: West
                    where: postal in ("90210", "94105")
                    keeps: true
                    territories:
                      - id: W-1
                        name: Bay
                        where: postal = "94105"
            reps:
              - { territory: W, owner: R-1 }
              - { territory: W-1, owner: R-2, overlay: [R-3] }

            """,
            string.Join('\n', (result.Plan! with { Name = "territories-and-more" }).Write().Split('\n').Skip(1)));
        Assert.Equal(["plan-import.second-owner"], Codes(result));
    }

    [Theory]
    [InlineData("territory,zip\nT,Main Street\n", "plan-import.bad-postal", 2, "zip")]
    [InlineData("territory,zip\n,90210\nT,90211\n", "plan-import.no-key", 2, "territory")]
    [InlineData("territory,country,zip\nT,Atlantis,90210\n", "plan-import.unknown-country", 2, "country")]
    [InlineData("territory,state\nT,CA\n", "plan-import.unknown-subdivision", 2, "state")]
    [InlineData("territory,fips\nT,06037\nT,atlantis\n", "plan-import.no-boundaries", null, null)]
    [InlineData("colour,size\nred,1\n", "plan-import.not-of-territories", 1, null)]
    [InlineData("territory,parent\nA,B\nA,C\n", "plan-import.other-parent", 3, null)]
    public void What_cannot_be_read_is_an_error_with_its_place(string table, string code, int? line, string? column)
    {
        PlanImportResult result = PlanImport.Read([folder.File("table.csv", table)], new PlanImportOptions(), House);

        Problem problem = result.Problems.All[0];
        Assert.Equal((code, line, column), (problem.Code, (int?)problem.Place.Line, problem.Place.Column));
        Assert.Equal(Severity.Error, problem.Severity);
    }

    [Fact]
    public void A_code_that_two_territories_claim_is_told_and_the_first_row_wins()
    {
        folder.File("zips.csv", "territory,zip\nA,90210\nB,90210\nB,90211\n");

        PlanImportResult result = Read(new PlanImportOptions());

        Assert.Equal(["plan-import.claimed-twice"], Codes(result));
        Assert.Equal(["A: postal = \"90210\"", "B: postal in (\"90210\", \"90211\")"], Rules(result));
    }

    private PlanImportResult Read(PlanImportOptions options)
    {
        string[] files = Directory.GetFiles(folder.Path);
        PlanImportResult result = PlanImport.Read(files.Length == 1 ? files : [folder.Path], options, House);
        Assert.NotNull(PlanFile.Parse("plan.yaml", result.Plan!.Write(), result.Plan.Files).Plan);
        return result;
    }

    private static IEnumerable<string> Codes(PlanImportResult result) => result.Problems.All.Select(problem => problem.Code);

    private static IEnumerable<string> Rules(PlanImportResult result)
    {
        return result.Plan!.Layers.SelectMany(layer => layer.Territories).SelectMany(top => Below(top, ""));

        static IEnumerable<string> Below(TerritorySketch territory, string above) =>
            territory.Children.SelectMany(child => Below(child, $"{above}{territory.Id}/")).Prepend($"{above}{territory.Id}: {territory.Where}");
    }
}
