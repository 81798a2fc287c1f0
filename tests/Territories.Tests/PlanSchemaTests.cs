using System.Text.Json;
using Bailiwick.Measures;
using Bailiwick.Territories.Reading;
using Bailiwick.Territories.Yaml;
using Json.Schema;

namespace Bailiwick.Territories.Tests;

public sealed class PlanSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(PlanSchema.Made());
    private static readonly string Example = File.ReadAllText(PlanSchema.Docs("formats.md")).ReplaceLineEndings("\n").Split("## Plan files\n")[1].Split("```yaml\n")[1].Split("```")[0];

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(PlanSchema.Docs(".."), "samples", "plans"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    // To make it anew, delete the file, run this, and look at the difference.
    [Fact]
    public void The_schema_in_the_documents_is_the_one_of_the_reader()
    {
        if (!File.Exists(PlanSchema.Path))
        {
            File.WriteAllText(PlanSchema.Path, PlanSchema.Made());
            Assert.Fail("the schema was written anew: look at it, then run again.");
        }

        Assert.Equal(PlanSchema.Made(), File.ReadAllText(PlanSchema.Path).ReplaceLineEndings("\n"));
    }

    [Theory, MemberData(nameof(Samples))]
    public void Sample_plans_fit_the_schema(string name) =>
        Assert.True(Fits(File.ReadAllText(Path.Combine(PlanSchema.Docs(".."), "samples", "plans", name))), name);

    [Fact]
    public void The_plan_in_the_documents_has_every_key_and_reads_and_fits_the_schema()
    {
        Assert.Empty(Read(Example).Problems);
        Assert.True(Fits(Example));
        YamlNode root = Nodes(Example)!;
        Assert.Equal([], Tables().SelectMany(table => table.Keys.Select(key => (table, key))).Where(pair => !KeysIn(root, pair.table).Any(key => key.Value == pair.key.Name)).Select(pair => $"{pair.table.What.English}: {pair.key.Name}"));
    }

    [Fact]
    public void A_key_with_another_name_is_refused_by_both()
    {
        foreach ((YamlScalar key, PlanKey _) in AllKeys())
        {
            string text = Example[..key.Start.Index] + "other" + Example[key.End.Index..];

            Assert.False(Fits(text), text);
            Assert.Contains(Read(text).Problems, problem => problem.Code == "territories.unknown-key");
        }
    }

    [Fact]
    public void A_missing_key_is_refused_by_both_or_by_none()
    {
        foreach ((YamlScalar key, PlanKey known) in AllKeys())
        {
            string text = Instead(ValueOf(key), "null");

            Assert.True(Fits(text) == !Read(text).Problems.Any(problem => problem.Code == "territories.missing-key"), $"{known.Name}\n{text}");
        }
    }

    [Fact]
    public void A_value_of_another_shape_is_refused_by_both()
    {
        foreach ((YamlScalar key, PlanKey known) in AllKeys())
        {
            YamlNode value = ValueOf(key);
            string text = Instead(value, value is YamlScalar ? "[[wrong]]" : "wrong");

            Assert.False(Fits(text), $"{known.Name}\n{text}");
            Assert.Contains(Read(text).Problems, problem => problem.Code == "territories.wrong-shape");
        }
    }

    [Fact]
    public void What_the_reader_takes_fits_the_schema()
    {
        var chance = new Chance(17);
        int taken = 0;
        for (int run = 0; run < 4_000; run++)
        {
            string text = Mutated(chance);
            if (Read(text).Plan is not null)
            {
                taken++;
                Assert.True(Fits(text), $"run {run}:\n{text}");
            }
        }

        Assert.InRange(taken, 100, 3_900);
    }

    private static string Mutated(Chance chance)
    {
        List<string> lines = [.. Example.Split('\n')];
        for (int change = 1 + chance.Next(3); change > 0; change--)
        {
            int line = chance.Next(lines.Count);
            switch (chance.Next(4))
            {
                case 0: lines.RemoveAt(line); break;
                case 1: lines[line] = lines[line].Split(": ")[0] + ": " + new[] { "12", "\"12\"", "true", "x", "~", "2027-01-01", "1.5", "007" }[chance.Next(8)]; break;
                case 2: lines[line] = "  " + lines[line]; break;
                default: lines[line] = lines[line].TrimEnd(); break;
            }
        }

        return string.Join('\n', lines);
    }

    private static PlanReading Read(string text) => PlanFile.Parse("plan.yaml", text, new Dictionary<string, string> { ["lists/key.csv"] = "A-9\n" });

    private static bool Fits(string text) => Schema.Evaluate(JsonSerializer.SerializeToElement(PlanSchema.Json(Nodes(text)))).IsValid;

    private static YamlNode? Nodes(string text) => YamlText.Read("plan.yaml", text, []);

    private static IEnumerable<KeyTable> Tables() =>
        [PlanKeys.Plan, PlanKeys.Layer, PlanKeys.Territory, PlanKeys.Override, PlanKeys.Holdout, PlanKeys.Expectation, PlanKeys.Rep, PlanKeys.Quotas];

    private static IEnumerable<(YamlScalar Key, PlanKey Known)> AllKeys() => Walk(Nodes(Example)!, PlanKeys.Plan).Select(each => (each.Key, each.Known));

    private static IEnumerable<YamlScalar> KeysIn(YamlNode root, KeyTable table) => Walk(root, PlanKeys.Plan).Where(each => each.Table == table).Select(each => each.Key);

    private static YamlNode ValueOf(YamlScalar key) => Walk(Nodes(Example)!, PlanKeys.Plan).First(each => each.Key == key).Value;

    // A block ends where the next thing begins; its last line ends before that.
    private static string Instead(YamlNode value, string other)
    {
        bool isInline = value is YamlScalar || Example[value.Start.Index] is '[' or '{';
        return Example[..value.Start.Index] + other + (isInline ? Example[value.End.Index..] : "\n" + Example[(Example.LastIndexOf('\n', Math.Min(value.End.Index, Example.Length) - 1) + 1)..]);
    }

    private static IEnumerable<(YamlScalar Key, PlanKey Known, KeyTable Table, YamlNode Value)> Walk(YamlNode node, KeyTable table)
    {
        foreach ((YamlScalar key, YamlNode value) in ((YamlMap)node).Entries)
        {
            PlanKey known = table.Find(key.Value) ?? throw new InvalidOperationException(key.Value);
            yield return (key, known, table, value);
            foreach (YamlNode below in known.Table is null ? [] : value is YamlList list ? list.Items : [value])
            {
                foreach (var each in Walk(below, known.Table!()))
                {
                    yield return each;
                }
            }
        }
    }
}
