using System.Runtime.CompilerServices;
using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests;

public sealed class PlanFileTests
{
    private static readonly Dictionary<string, string> NoFiles = [];

    [Theory]
    [InlineData("unknown-keys")]
    [InlineData("references")]
    [InlineData("rules")]
    [InlineData("shapes")]
    [InlineData("trees")]
    public void Wrong_plans_are_told_where_what_and_what_would_do(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder(), "wrong", $"{name}.yaml"));
        PlanReading reading = PlanFile.Parse($"{name}.yaml", text, NoFiles);
        var told = new StringBuilder();
        foreach (Problem problem in reading.Problems)
        {
            told.Append(problem.Code).Append(' ').Append(problem.In(Language.English)).Append('\n').Append("  ").Append(problem.In(Language.Chinese)).Append('\n');
        }

        Assert.Null(reading.Plan);
        Golden.Check(told.ToString(), $"{name}.txt");
    }

    [Theory]
    [InlineData("plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: contry = \"TW\"\n", 6, "16")]
    [InlineData("plan: x\r\nlayers:\r\n  - layer: a\r\n    territories:\r\n      - id: t\r\n        where: contry = \"TW\"\r\n", 6, "16")]
    [InlineData("plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: country = \"TW\" and\n          contry = \"TW\"\n", 7, "11")]
    [InlineData("plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: >-\n          country = \"TW\"\n          and contry = \"TW\"\n", 8, "15")]
    [InlineData("plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: |\n          country = \"TW\"\n\n          and contry = \"TW\"\n", 9, "15")]
    [InlineData("plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: 'name = ''O Hara'' and contry = \"TW\"'\n", 6, "39")]
    [InlineData("plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: \"country = \\\"TW\\\" and contry = \\\"TW\\\"\"\n", 6, "38")]
    [InlineData("plan: x\nlayers: [{ layer: a, territories: [{ id: t, where: 台灣 = 5 }] }]\n", 2, "52")]
    public void A_mistake_in_a_rule_has_the_place_in_the_file(string text, int line, string column)
    {
        Problem problem = Assert.Single(PlanFile.Parse("plan.yaml", text, NoFiles).Problems);
        Assert.Equal("rules.unknown-field", problem.Code);
        Assert.Equal((line, column), (problem.Place.Line!.Value, problem.Place.Column));
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("lists/../../secret.csv")]
    [InlineData("lists\\..\\..\\secret.csv")]
    [InlineData("C:/secret.csv")]
    [InlineData("./zips.csv")]
    [InlineData("")]
    [InlineData("link.csv")]
    [InlineData("linked/secret.csv")]
    public void A_list_outside_the_plans_folder_is_refused(string path)
    {
        using var folder = new PlanFolder();
        folder.Write("secret.csv", "100\n");
        folder.Write("plans/plan.yaml", Plan($"postal in list(\"{path.Replace("\\", "\\\\", StringComparison.Ordinal)}\")"));
        File.CreateSymbolicLink(folder.At("plans/link.csv"), folder.At("secret.csv"));
        Directory.CreateSymbolicLink(folder.At("plans/linked"), folder.Root);

        Problem problem = Assert.Single(PlanFile.Read(folder.At("plans/plan.yaml")).Problems);
        Assert.Equal("rules.list", problem.Code);
        Assert.Equal(6, problem.Place.Line);
    }

    [Fact]
    public void Lists_are_read_beside_the_plan_and_kept_with_it()
    {
        using var folder = new PlanFolder();
        folder.Write("plan.yaml", Plan("postal in list(\"lists/north.csv\")"));
        folder.Write("lists/north.csv", "\ufeff100\r\n\r\n \"10 3\" \r\n");

        PlanReading reading = PlanFile.Read(folder.At("plan.yaml"));

        Assert.Empty(reading.Problems);
        Assert.Equal(["lists/north.csv"], reading.Plan!.Files.Keys);
        Assert.Empty(PlanFile.Parse("kept", reading.Plan.Source, reading.Plan.Files).Problems);
    }

    [Fact]
    public void Shapes_are_read_beside_the_plan_and_kept_with_it()
    {
        using var folder = new PlanFolder();
        folder.Write("plan.yaml", Plan("inside \"shapes/harbour.geojson\" or not inside \"shapes/harbour.geojson\""));
        folder.Write("shapes/harbour.geojson", """{ "type": "Polygon", "coordinates": [[[121, 25], [122, 25], [122, 26], [121, 25]]] }""");

        PlanReading reading = PlanFile.Read(folder.At("plan.yaml"));

        Assert.Empty(reading.Problems);
        Assert.Equal(["shapes/harbour.geojson"], reading.Plan!.Files.Keys);
        Assert.Empty(PlanFile.Parse("kept", reading.Plan.Source, reading.Plan.Files).Problems);
    }

    [Fact]
    public void What_is_wrong_with_a_shape_is_told_once_however_many_rules_ask_it()
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", Plan("inside \"a.geojson\" or not inside \"a.geojson\""), new Dictionary<string, string> { ["a.geojson"] = "{\n}" });
        Assert.Equal("a.geojson:1:1", Assert.Single(reading.Problems).Place.ToString());
    }

    [Fact]
    public void A_list_with_two_columns_or_in_another_encoding_is_told()
    {
        using var folder = new PlanFolder();
        folder.Write("plan.yaml", Plan("postal in list(\"two.csv\") or city in list(\"big5.csv\")"));
        folder.Write("two.csv", "100\n103,Taipei\n");
        File.WriteAllBytes(folder.At("big5.csv"), [0xa5, 0x78, 0xa5, 0x5f]);

        Assert.Equal(
            [
                "the list file two.csv has more than one column on line 2; a list has one.",
                "the list file big5.csv is not UTF-8; save it again as UTF-8.",
            ],
            PlanFile.Read(folder.At("plan.yaml")).Problems.Select(problem => problem.Message.English));
    }

    [Fact]
    public void A_wrong_value_in_a_list_has_the_place_in_the_list()
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", Plan("employees in list(\"sizes.csv\")"), new Dictionary<string, string> { ["sizes.csv"] = "5\nmany\n" });
        Assert.Equal("sizes.csv:2", Assert.Single(reading.Problems).Place.ToString());
    }

    [Fact]
    public void No_text_breaks_the_reader()
    {
        string text = File.ReadAllText(Path.Combine(Folder(), "wrong", "references.yaml"));
        var chance = new Chance(5);
        string[] pieces = ["{", "}", "[", "]", ":", "- ", "\n", "  ", "&a ", "*a", "!!int ", "|\n", ">\n", "\"", "'", "#", "---\n", "\t", "?", "%", "\u0000", "\ud800", "otherwise", "accounts: "];
        for (int run = 0; run < 3_000; run++)
        {
            var mutated = new StringBuilder(text);
            for (int change = 0; change < 1 + chance.Next(4); change++)
            {
                int at = chance.Next(mutated.Length);
                if (chance.Next(2) == 0)
                {
                    mutated.Insert(at, pieces[chance.Next(pieces.Length)]);
                }
                else
                {
                    mutated.Remove(at, Math.Min(chance.Next(30), mutated.Length - at));
                }
            }

            PlanReading reading = PlanFile.Parse("plan.yaml", mutated.ToString(), NoFiles);
            Assert.True(reading.Plan is not null || reading.Problems.Count > 0, mutated.ToString());
            Assert.All(reading.Problems, problem => Assert.NotNull(problem.Place.File));
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Nesting_without_end_is_a_problem(string open) =>
        Assert.NotEmpty(PlanFile.Parse("plan.yaml", string.Concat(Enumerable.Repeat(open, 100_000)), NoFiles).Problems);

    // The YAML parser itself slips on these: it throws what is not its own kind of exception.
    [Theory]
    [InlineData("plan: x\n!!int]yer: two\n")]
    [InlineData("plan: x\nlayers: !!]a\n")]
    public void What_the_parser_slips_on_is_a_problem_in_its_place(string text)
    {
        Problem problem = Assert.Single(PlanFile.Parse("plan.yaml", text, NoFiles).Problems);
        Assert.Equal(("territories.not-yaml", "plan.yaml"), (problem.Code, problem.Place.File));
        Assert.InRange(problem.Place.Line ?? 0, 1, 3);
        Assert.DoesNotContain("Parameter", problem.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list(\")")]
    [InlineData("list()")]
    [InlineData("A-1")]
    public void A_list_that_is_not_written_so_is_a_problem_in_its_place(string accounts)
    {
        string text = $"plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        accounts: {accounts}\n";

        Problem problem = Assert.Single(PlanFile.Parse("plan.yaml", text, NoFiles).Problems);

        Assert.Equal(("territories.wrong-shape", 6, "19"), (problem.Code, problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void Version_tells_texts_and_their_lists_apart()
    {
        string asked = Plan("postal in list(\"zips.csv\")");
        string VersionOf(string text, string list) => PlanFile.Parse("plan.yaml", text, new Dictionary<string, string> { ["zips.csv"] = list }).Plan!.Version;

        string version = VersionOf(asked, "postal\n10001\n");

        Assert.Matches("^[0-9a-f]{16}$", version);
        Assert.Equal(version, VersionOf(asked, "postal\n10001\n"));
        Assert.NotEqual(version, VersionOf(asked, "postal\n10002\n"));
        Assert.NotEqual(version, VersionOf(asked + "# a remark\n", "postal\n10001\n"));
    }

    private static string Plan(string rule) => $"plan: x\nlayers:\n  - layer: a\n    territories:\n      - id: t\n        where: {rule}\n";

    private static string Folder([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;
}

/// <summary>A temporary folder.</summary>
internal sealed class PlanFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("plans").FullName;

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Texts that change only with a look: delete the file, run the test, look at the difference.</summary>
internal static class Golden
{
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(caller)!, "golden", name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            Assert.Fail($"{name} was written anew: look at it, then run again.");
        }

        Assert.Equal(File.ReadAllText(file), text);
    }
}
