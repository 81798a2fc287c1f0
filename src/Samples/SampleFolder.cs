using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>The files of a sample: one a table, all open at once, and <c>truth.json</c> when everything else stands.</summary>
internal sealed class SampleFolder : IDisposable
{
    public const string TruthFile = "truth.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string folder;
    private readonly Dictionary<string, (CsvText Text, ImmutableArray<Column> Columns, string[] Custom)> files = new(StringComparer.Ordinal);

    public SampleFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, TruthFile));
        foreach (MarketTable table in MarketTable.All.Where(table => table != AreaFacts.Table))
        {
            ImmutableArray<Column> columns = [.. table.Columns.Where(column => !column.IsDerived)];
            string[] custom = table == Accounts.Table ? ["channel", "fleet_size"] : [];
            CsvText text = Open(table);
            foreach (string name in columns.Select(column => column.Name).Concat(custom))
            {
                text.Add(name);
            }

            text.EndLine();
            files[table.Name] = (text, columns, custom);
        }
    }

    /// <summary>The problem when the folder holds files that would be overwritten and are not a sample's; null when it is free.</summary>
    public static Problem? Refuses(string folder)
    {
        if (!Directory.Exists(folder) || File.Exists(Path.Combine(folder, TruthFile)))
        {
            return null;
        }

        string? stranger = MarketTable.All.Select(FileName).FirstOrDefault(file => File.Exists(Path.Combine(folder, file)));
        return stranger is null ? null : Problems.FolderInUse(folder, stranger);
    }

    public void Write(IEnumerable<MarketRow> rows)
    {
        foreach (MarketRow row in rows)
        {
            Write(row);
        }
    }

    public void Write(MarketRow row)
    {
        (CsvText text, ImmutableArray<Column> columns, string[] custom) = files[row.Table.Name];
        foreach (Column column in columns)
        {
            text.Add(row, column);
        }

        foreach (string name in custom)
        {
            text.Add(row.Custom.GetValueOrDefault(name));
        }

        text.EndLine();
    }

    /// <summary>Facts of areas, one column a measure.</summary>
    public void WriteMeasures(IEnumerable<MarketRow> facts)
    {
        using CsvText text = Open(AreaFacts.Table);
        bool isFirst = true;
        foreach (MarketRow[] area in facts.GroupBy(row => row[AreaFacts.Area], (_, rows) => rows.ToArray(), StringComparer.Ordinal))
        {
            if (isFirst)
            {
                text.Add(AreaFacts.Area.Name);
                Array.ForEach(area, row => text.Add(row[AreaFacts.Measure]));
                text.EndLine();
                isFirst = false;
            }

            text.Add(area[0][AreaFacts.Area]);
            Array.ForEach(area, row => text.Add(row[AreaFacts.Value]));
            text.EndLine();
        }

        if (isFirst)
        {
            text.Add(AreaFacts.Area.Name);
            text.EndLine();
        }
    }

    public void Write(SampleTruth truth)
    {
        Dispose();
        File.WriteAllText(Path.Combine(folder, TruthFile), JsonSerializer.Serialize(truth, Json) + "\n");
    }

    public void Dispose()
    {
        foreach ((CsvText text, _, _) in files.Values)
        {
            text.Dispose();
        }

        files.Clear();
    }

    private static string FileName(MarketTable table) => table.Name + ".csv";

    private CsvText Open(MarketTable table) => new(new StreamWriter(
        new FileStream(Path.Combine(folder, FileName(table)), FileMode.Create, FileAccess.Write, FileShare.Read, 1), new UTF8Encoding(false), 1 << 17));
}
