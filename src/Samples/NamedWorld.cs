using System.Globalization;
using System.Reflection;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>A small world with a name, kept as files under <c>samples/</c> and counted by hand in their README.</summary>
/// <remarks>The files are part of this assembly, so that tests and documents speak of the same rows.</remarks>
public sealed class NamedWorld : IMarketSource
{
    private readonly string name;

    private NamedWorld(string name) => this.name = name;

    /// <summary>Two towns, two reps, six accounts.</summary>
    public static NamedWorld TwoTowns { get; } = new("two-towns");

    /// <summary>The text of a table's file; null when the world has none.</summary>
    public string? File(MarketTable table)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}/{table.Name}.csv");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <inheritdoc />
    public IEnumerable<MarketRow> Rows(MarketTable table)
    {
        string[] lines = (File(table) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Skip(1).SelectMany((line, at) => table == AreaFacts.Table
            ? Measured(lines[0].Split(','), line.Split(','), at)
            : [Row(table, lines[0].Split(','), line.Split(','), at)]);
    }

    private static IEnumerable<MarketRow> Measured(string[] header, string[] cells, int at) => header.Skip(1).Select((measure, column) =>
        new MarketRow(AreaFacts.Table, new Place("area_facts.csv", at + 2))
        {
            [AreaFacts.Area] = cells[0],
            [AreaFacts.Measure] = measure,
            [AreaFacts.Value] = double.Parse(cells[column + 1], CultureInfo.InvariantCulture),
        });

    // The files of named worlds need no quotes: a reader of a line is all there is. Import reads them as it reads any file.
    private static MarketRow Row(MarketTable table, string[] header, string[] cells, int at)
    {
        var row = new MarketRow(table, new Place(table.Name + ".csv", at + 2));
        for (int index = 0; index < header.Length; index++)
        {
            string cell = cells[index];
            switch (table.Find(header[index]))
            {
                case var _ when cell.Length == 0: break;
                case TextColumn text: row[text] = cell; break;
                case IntegerColumn integer: row[integer] = long.Parse(cell, CultureInfo.InvariantCulture); break;
                case NumberColumn number: row[number] = double.Parse(cell, CultureInfo.InvariantCulture); break;
                case MoneyColumn money: row[money] = decimal.Parse(cell, CultureInfo.InvariantCulture); break;
                case DateColumn date: row[date] = DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
                case SetColumn set: row[set] = [.. cell.Split(SetColumn.Separator).Order(StringComparer.Ordinal)]; break;
                default: row.Custom = row.Custom.Add(header[index], cell); break;
            }
        }

        return row;
    }
}
