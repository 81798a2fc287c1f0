using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests;

/// <summary>Random and mutated plan files and rules: no crash, no hang, and every problem has its place.</summary>
public sealed class PlanFuzzTests
{
    private static readonly string[] Texts =
    [
        .. Directory.EnumerateFiles(Path.Combine(PlanSchema.Docs(".."), "samples", "plans"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        .. Directory.EnumerateFiles(Path.Combine(PlanSchema.Docs(".."), "tests", "Territories.Tests", "wrong"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        File.ReadAllText(PlanSchema.Docs("formats.md")).Split("## Plan files")[1].Split("```yaml")[1].Split("```")[0],
    ];

    private static readonly string[] Pieces =
    [
        "\"", "'", "\\", "(", ")", "[", "]", "{", "}", ":", ": ", " #", "\n", "\r\n", "\t", "- ", "|", ">-", "&a ", "*a", "!!int ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "? ", "~", "null", "true", ",",
        "and ", "or ", "not ", "in ", "between ", "starts with ", "under ", "has ", "within 5 km of (1, 2)", "inside \"a.geojson\"", "area of \"x\" ", "is known", "list(\"lists/key.csv\")", "otherwise",
        "99999999999999999999999999999999", "-0", "1e999", "2027-02-30", "0001-01-01", "\0", "\u0085", "\u2028", "\ufeff", "\ud800", "\U0001F680", "台", "Ａ", "ﬁ", "\u0301", "TWD", "JPY", "accounts: ", "territories: ", "where: ", "id: ",
    ];

    [Fact]
    public void No_plan_file_breaks_the_reader_and_every_problem_has_its_place()
    {
        int runs = Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1" ? 12_000_000 : 4_000;
        int read = 0;
        for (ulong seed = 0; seed < (ulong)runs; seed++)
        {
            string text = Text(new Chance(seed));
            PlanReading reading;
            try
            {
                reading = PlanFile.Parse("plan.yaml", text, Files(text));
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}: {broken}\n{text}");
                return;
            }

            read += reading.Plan is null ? 0 : 1;
            Assert.True(reading.Plan is null == reading.Problems.Any(problem => problem.Severity == Severity.Error), $"seed {seed}\n{text}");
            Assert.All(reading.Problems, problem => Assert.True(HasPlace(problem, text), $"seed {seed}: {problem.Code} {problem.Place}\n{text}"));
        }

        Assert.InRange(read, runs / 100, runs);
    }

    // A plan that is empty, and a file beside it that is wrong as a whole, have no line.
    private static bool HasPlace(Problem problem, string text) => problem.Place switch
    {
        { File: "plan.yaml", Line: null } => problem.Code == "territories.empty",
        { File: "plan.yaml", Line: { } line, Column: { } column } => line >= 1 && line <= 2 + text.AsSpan().Count('\n') + text.AsSpan().Count('\r') + text.Count(each => each is '\u0085' or '\u2028' or '\u2029')
            && int.Parse(column, CultureInfo.InvariantCulture) is >= 1 and var at && at <= text.Length + 2,
        { File: "lists/key.csv" or "a.geojson" or "lists/hsinchu-city.csv" or "lists/key-accounts.csv" } => true,
        _ => false,
    };

    private static Dictionary<string, string> Files(string text) => new()
    {
        ["lists/key.csv"] = "A-9\n100\n2027-01-01\n",
        ["lists/hsinchu-city.csv"] = "300\n",
        ["lists/key-accounts.csv"] = text[..Math.Min(20, text.Length)],
        ["a.geojson"] = text.Length % 2 == 0 ? "{ \"type\": \"Polygon\", \"coordinates\": [[[1, 2], [2, 2], [2, 3], [1, 2]]] }" : text,
    };

    private static string Text(Chance chance)
    {
        string text = Texts[chance.Next(Texts.Length)];
        if (chance.Next(10) == 0)
        {
            return string.Concat(Enumerable.Range(0, chance.Next(40)).Select(_ => Pieces[chance.Next(Pieces.Length)]));
        }

        for (int change = 1 + chance.Next(6); change > 0; change--)
        {
            text = Changed(text, chance);
        }

        return text;
    }

    private static string Changed(string text, Chance chance)
    {
        int at = chance.Next(text.Length + 1);
        int length = Math.Min(chance.Next(chance.Next(4) == 0 ? 200 : 6), text.Length - at);
        string piece = Pieces[chance.Next(Pieces.Length)];
        switch (chance.Next(8))
        {
            case 0: return text.Remove(at, length);
            case 1: return text.Insert(at, piece);
            case 2: return text.Remove(at, length).Insert(at, piece);
            case 3: return text.Insert(at, text.Substring(at, length));
            case 4: return text.Insert(at, string.Concat(Enumerable.Repeat(piece, 1 + chance.Next(chance.Next(20) == 0 ? 400 : 5))));
            case 5: return text.Insert(at, ((char)chance.Next(0x10000)).ToString());
            case 6:
                string other = Texts[chance.Next(Texts.Length)];
                int from = chance.Next(other.Length);
                return text.Insert(at, other.Substring(from, Math.Min(chance.Next(120), other.Length - from)));
            default:
                string[] lines = text.Split('\n');
                int one = chance.Next(lines.Length);
                int two = chance.Next(lines.Length);
                (lines[one], lines[two]) = (lines[two], lines[one]);
                return string.Join('\n', lines);
        }
    }
}
