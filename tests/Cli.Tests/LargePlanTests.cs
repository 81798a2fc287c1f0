using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Bailiwick.Cli.Tests;

/// <summary>Plans as large as a company may have, from file to answer.</summary>
public sealed class LargePlanTests : IDisposable
{
    private const int Tops = 25;
    private const int OfTop = 512;

    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-large-plan-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_plan_of_25000_territories_on_ten_levels_loads_checks_and_matches()
    {
        var text = new StringBuilder($"plan: large\nlayers:\n  - layer: core\n    scope: employees between 0 and {(Tops * OfTop) - 1}\n    territories:\n");
        int territories = Enumerable.Range(0, Tops).Sum(top => Add(text, 1, top * OfTop, OfTop));
        Assert.Equal(25_575, territories);
        File.WriteAllText(At("plan.yaml"), text.ToString());
        int[] employees = [.. Enumerable.Range(0, 500).Select(row => row * 7_919 % (Tops * OfTop))];
        File.WriteAllText(At("accounts.csv"), "id,employees\n" + string.Concat(employees.Select((each, row) => $"A{row},{each}\n")));

        using var check = new CalledProgram();
        Assert.Equal(0, await check.RunAsync("plan", "check", At("plan.yaml"), "--accounts", At("accounts.csv"), "--workspace", At("none"), "--fail-on", "gap,crosses,hides,dead,undecided", "--json"));
        JsonElement layer = JsonDocument.Parse(check.Results).RootElement.GetProperty("layers")[0];
        Assert.True(layer.GetProperty("complete").GetBoolean());
        Assert.Equal(territories, layer.GetProperty("territories").GetArrayLength());

        using var assign = new CalledProgram();
        Assert.Equal(0, await assign.RunAsync("assign", "--plan", At("plan.yaml"), "--accounts", At("accounts.csv"), "--out", At("answers.csv"), "--workspace", At("none")));
        string[] answers = File.ReadAllLines(At("answers.csv"));
        Assert.Equal(employees.Length + 1, answers.Length);
        Assert.All(employees.Zip(answers.Skip(1)), pair => Assert.Contains($",e{pair.First}-1,", pair.Second, StringComparison.Ordinal));
        Assert.All(answers.Skip(1), answer => Assert.Equal(9, answer.Count(sign => sign == '/')));
    }

    [Fact]
    public async Task A_list_of_40000_postal_codes_is_one_condition()
    {
        File.WriteAllLines(At("zips.csv"), Enumerable.Range(0, 40_000).Select(code => code.ToString("D5", CultureInfo.InvariantCulture)));
        File.WriteAllText(At("plan.yaml"), """
            plan: listed
            layers:
              - layer: core
                territories:
                  - { id: listed, where: 'postal in list("zips.csv")' }
                  - { id: rest, where: otherwise }
            expect:
              - { with: { country: US, postal: "39999" }, layer: core, is in: listed }
              - { with: { country: US, postal: "40000" }, layer: core, is in: rest }
            """);

        using var check = new CalledProgram();
        Assert.Equal(0, await check.RunAsync("plan", "check", At("plan.yaml"), "--workspace", At("none"), "--fail-on", "gap,dead,undecided,conditions", "--json"));
        JsonElement result = JsonDocument.Parse(check.Results).RootElement;
        Assert.True(result.GetProperty("layers")[0].GetProperty("complete").GetBoolean());
        Assert.All(result.GetProperty("expects").EnumerateArray(), expect => Assert.True(expect.GetProperty("holds").GetBoolean()));
    }

    // A range of employees in halves, down to one number each: level 10.
    private static int Add(StringBuilder text, int level, int from, int count)
    {
        string indent = new(' ', 2 + (4 * level));
        text.Append(CultureInfo.InvariantCulture, $"{indent}- id: e{from}-{count}\n{indent}  where: employees between {from} and {from + count - 1}\n");
        if (count == 1)
        {
            return 1;
        }

        text.Append(CultureInfo.InvariantCulture, $"{indent}  territories:\n");
        return 1 + Add(text, level + 1, from, count / 2) + Add(text, level + 1, from + (count / 2), count / 2);
    }

    private string At(string name) => Path.Combine(folder, name);
}
