using System.IO.Compression;
using Bailiwick.Geography;
using Bailiwick.Import.Plans;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>Metadata that is broken, hostile or ambiguous: a problem with its place, and whatever else can be read is read.</summary>
public sealed class HostileModelTests : IDisposable
{
    private static readonly Atlas House = Atlas.Open();
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<Territory2><name>T</name>", "plan-import.not-xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"aaaa\"><!ENTITY y \"&x;&x;&x;\">]><Territory2><name>&y;</name></Territory2>", "plan-import.not-xml")]
    [InlineData("<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>", "plan-import.not-xml")]
    public void A_file_that_is_no_plain_XML_is_refused_with_its_place_and_the_others_are_read(string text, string code)
    {
        Model().Write("territories/Bad.territory2", text);

        PlanImportResult result = Read();

        Assert.Contains(result.Problems.All, problem => problem.Code == code && problem.Place.File!.EndsWith("Bad.territory2", StringComparison.Ordinal) && problem.Place.Line == 1);
        Assert.Equal(["T"], result.Plan!.Layers[0].Territories.Select(territory => territory.Id));
    }

    [Fact]
    public void A_file_larger_than_any_component_is_refused()
    {
        Model().Write("territories/Big.territory2", ModelFolder.Xml("Territory2", $"<name>{new string('x', 5 << 20)}</name>"));

        Assert.Contains(Read().Problems.All, problem => problem.Place.File!.EndsWith("Big.territory2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zip_is_read_without_unpacking_and_what_leads_out_of_it_is_not()
    {
        Model();
        string zip = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(folder.Path)}.zip");
        try
        {
            ZipFile.CreateFromDirectory(folder.Path, zip);
            using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Update))
            {
                archive.CreateEntry("../territory2Models/M/territories/Out.territory2");
            }

            PlanImportResult result = PlanImport.Read([zip], new PlanImportOptions(), House);

            Assert.Equal(["plan-import.outside-zip"], result.Problems.All.Select(problem => problem.Code));
            Assert.Equal("country = \"US\"", result.Plan!.Layers[0].Territories.Single().Where);
        }
        finally
        {
            File.Delete(zip);
        }
    }

    [Fact]
    public void Of_several_models_the_wanted_one_is_read_and_without_a_word_none()
    {
        Model();
        new ModelFolder(folder.Path, "Other").Territory("Elsewhere", null, ("R", false)).Rule("R", null, ("BillingCountryCode", "equals", "CA"));

        Assert.Contains("M, Other", Read().Problems.All.Single().Advice!.English, StringComparison.Ordinal);
        Assert.Equal("country = \"CA\"", Read(new PlanImportOptions { Model = "Other" }).Plan!.Layers[0].Territories.Single().Where);
    }

    [Fact]
    public void Parents_that_are_missing_or_go_round_in_a_circle_are_told_and_the_territories_stay()
    {
        Model().Territory("A", "B", ("R", false)).Territory("B", "A", ("R", false)).Territory("C", "Nobody", ("R", false));

        PlanImportResult result = Read();

        Assert.Equal(["plan-import.no-parent", "plan-import.parent-circle"], result.Problems.All.Select(problem => problem.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["A", "B", "C", "T"], result.Plan!.Layers[0].Territories.SelectMany(territory => territory.WithDescendants()).Select(territory => territory.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1 AND 3", 8)]
    [InlineData("1 AND", 6)]
    [InlineData("1", 2)]
    [InlineData("1 XOR 2", 3)]
    [InlineData("(1 AND 2", 9)]
    public void A_filter_that_cannot_be_read_tells_where_and_the_territory_gets_no_rule(string filter, int at)
    {
        Model().Territory("F", null, ("Filtered", false)).Rule("Filtered", filter, ("BillingCity", "equals", "A"), ("BillingCity", "equals", "B"));

        PlanImportResult result = Read();

        Assert.Contains($"at character {at}:", result.Problems.All.Single().Message.English, StringComparison.Ordinal);
        Assert.Null(result.Plan!.Layers[0].Territories.Single(territory => territory.Id == "F").Where);
    }

    [Fact]
    public void A_filter_nested_without_end_is_a_problem_and_no_crash()
    {
        Model().Territory("F", null, ("Deep", false)).Rule("Deep", new string('(', 10_000) + "1" + new string(')', 10_000), ("BillingCity", "equals", "A"));

        Assert.Equal(["plan-import.bad-filter"], Read().Problems.All.Select(problem => problem.Code));
    }

    private ModelFolder Model() => new ModelFolder(folder.Path, "M").Territory("T", null, ("R", false)).Rule("R", null, ("BillingCountryCode", "equals", "US"));

    private PlanImportResult Read(PlanImportOptions? options = null) => PlanImport.Read([folder.Path], options ?? new PlanImportOptions(), House);
}
