using System.Globalization;
using System.Text;
using Bailiwick.Market;

namespace Bailiwick.Territories.Tests;

public sealed class ManyTerritoriesTests
{
    [Fact]
    public void Ten_thousand_territories_load_and_match_side_by_side()
    {
        var text = new StringBuilder("plan: many\nlayers:\n  - layer: core\n    territories:\n");
        for (int territory = 0; territory < 10_000; territory++)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - id: t{territory}\n        where: country = \"US\" and postal between \"{territory * 10:D5}\" and \"{(territory * 10) + 9:D5}\" and employees >= 10\n");
        }

        PlanReading reading = PlanFile.Parse("many.yaml", text.ToString(), new Dictionary<string, string>());
        Assert.Empty(reading.Problems);
        var table = new ColumnTableBuilder(Accounts.Table);
        for (int row = 0; row < 20_000; row++)
        {
            table.Set(Accounts.Id, $"A{row}");
            table.Set(Accounts.Country, "US");
            table.Set(Accounts.Postal, (row * 5).ToString("D5", CultureInfo.InvariantCulture));
            table.Set(Accounts.Employees, row % 20);
            table.EndRow();
        }

        LayerAnswers answers = Assert.Single(PlanMatcher.Compile(reading.Plan!, null).Assign(table.Build(), new DateOnly(2027, 1, 1), null, TestContext.Current.CancellationToken).Layers);

        for (int row = 0; row < 20_000; row++)
        {
            Assert.Equal(row % 20 >= 10 ? row / 2 : -1, answers.TerritoryOf(row));
        }
    }

    [Fact]
    public void A_hundred_levels_are_too_many_and_forty_are_not()
    {
        Assert.Empty(Nested(40).Problems);
        Assert.Equal("territories.too-deep", Assert.Single(Nested(100).Problems).Code);
    }

    private static PlanReading Nested(int levels)
    {
        var text = new StringBuilder("plan: deep\nlayers:\n  - layer: core\n    territories:\n");
        for (int level = 0; level < levels; level++)
        {
            string indent = new(' ', 6 + (4 * level));
            text.Append(CultureInfo.InvariantCulture, $"{indent}- id: t{level}\n{indent}  where: otherwise\n{(level < levels - 1 ? indent + "  territories:\n" : "")}");
        }

        return PlanFile.Parse("deep.yaml", text.ToString(), new Dictionary<string, string>());
    }
}
