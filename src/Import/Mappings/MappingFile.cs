using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Import.Cells;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Market;
using Bailiwick.Measures;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bailiwick.Import.Mappings;

/// <summary>Reads mapping files.</summary>
internal sealed class MappingFile
{
    private readonly List<Problem> problems = [];
    private readonly YamlNodes yaml;
    private readonly string name;

    private MappingFile(string name)
    {
        this.name = name;
        yaml = new YamlNodes(name, problems);
    }

    /// <summary>The names of the mappings that come along.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. typeof(MappingFile).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith("mappings/", StringComparison.Ordinal))
            .Select(resource => Path.GetFileNameWithoutExtension(resource["mappings/".Length..]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the mapping with this file name, or the one that comes along under this name.</summary>
    /// <returns>The mapping, or null with everything that is wrong with it.</returns>
    public static (Mapping? Mapping, IReadOnlyList<Problem> Problems) Read(string fileOrName)
    {
        if (File.Exists(fileOrName))
        {
            return Parse(fileOrName, File.ReadAllText(fileOrName));
        }

        using Stream? shipped = typeof(MappingFile).Assembly.GetManifestResourceStream($"mappings/{fileOrName}.yaml");
        if (shipped is null)
        {
            return (null, [Problems.NoMapping(fileOrName, Shipped)]);
        }

        using var reader = new StreamReader(shipped);
        return Parse(fileOrName, reader.ReadToEnd());
    }

    /// <summary>Reads the text of a mapping.</summary>
    public static (Mapping? Mapping, IReadOnlyList<Problem> Problems) Parse(string name, string text)
    {
        var reader = new MappingFile(name);
        Mapping? mapping = reader.yaml.Parse(text) is { } root ? reader.Document(root) : null;
        return (reader.problems.Count == 0 ? mapping : null, reader.problems);
    }

    private Mapping Document(YamlMappingNode root)
    {
        Dictionary<string, YamlNode> entries = yaml.Entries(root, "about", "sources", "tables");
        ImmutableArray<MappedSource> sources = entries.TryGetValue("sources", out YamlNode? sourceNodes)
            ? [.. yaml.Entries(sourceNodes).Select(source => Source(source.Key, source.Value))]
            : [];
        ImmutableArray<MappedTable> tables = entries.TryGetValue("tables", out YamlNode? tableNodes)
            ? [.. yaml.Entries(tableNodes).Select(table => Table(table.Key, table.Value, sources)).OfType<MappedTable>()]
            : [];
        if (sources.IsEmpty || tables.IsEmpty)
        {
            Bad(root, new("the mapping needs the keys sources and tables.", "對應檔需要 sources 與 tables 兩個鍵。"));
        }

        return new Mapping(name, sources, tables);
    }

    private MappedSource Source(string sourceName, YamlNode node)
    {
        Dictionary<string, YamlNode> entries = yaml.Entries(node, "file", "sheet", "separator", "encoding", "columns", "quote", "row_end", "skip", "trim");
        string? file = yaml.Words(entries, "file");
        if (string.IsNullOrEmpty(file) || file.AsSpan().ContainsAny('/', '\\'))
        {
            Bad(node, new($"the source {sourceName} needs a file: a name without folders.", $"來源 {sourceName} 需要 file：不含資料夾的檔名。"));
        }

        string? encoding = yaml.Words(entries, "encoding");
        if (encoding is not null && Encodings.Named(encoding) is null)
        {
            problems.Add(Problems.NoSuchEncoding(encoding) with { Place = yaml.At(YamlNodes.Line(entries["encoding"])) });
        }

        string? separator = yaml.Words(entries, "separator");
        string? skip = yaml.Words(entries, "skip");
        if (!int.TryParse(skip ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out int rows))
        {
            Bad(entries["skip"], new("skip is a number of rows.", "skip 是要略過的列數。"));
        }

        string? rowEnd = yaml.Words(entries, "row_end");
        var dialect = new TextDialect
        {
            Encoding = encoding is null ? null : Encodings.Named(encoding),
            Separator = separator == "tab" ? "\t" : string.IsNullOrEmpty(separator) ? rowEnd is null ? null : "," : separator,
            IsQuoted = yaml.Words(entries, "quote") != "none",
            RowEnd = string.IsNullOrEmpty(rowEnd) ? null : rowEnd,
            Skip = rows,
            Columns = yaml.List(entries, "columns"),
            IsTrimmed = yaml.Flag(entries, "trim"),
        };
        return new MappedSource(sourceName, file ?? "", yaml.Words(entries, "sheet"), dialect, YamlNodes.Line(node));
    }

    private MappedTable? Table(string tableName, YamlNode node, ImmutableArray<MappedSource> sources)
    {
        Dictionary<string, YamlNode> entries = yaml.Entries(node, "from", "columns", "select", "mend");
        if (MarketTable.Named(tableName) is not { } table)
        {
            Bad(node, new($"there is no table \"{tableName}\".", $"沒有「{tableName}」這個資料表。"), new($"Known are {string.Join(", ", MarketTable.All)}.", $"可用的資料表：{string.Join("、", MarketTable.All)}。"));
            return null;
        }

        string? from = yaml.Words(entries, "from");
        string? select = yaml.Words(entries, "select");
        bool hasColumns = entries.TryGetValue("columns", out YamlNode? columns);
        if ((select is null) == (from is null) || hasColumns != (from is not null))
        {
            Bad(node, new($"{tableName} needs either select, or from and columns.", $"{tableName} 需要 select，或 from 加 columns，二擇一。"));
        }

        if (from is not null && sources.All(source => source.Name != from))
        {
            Bad(entries["from"], new($"there is no source \"{from}\".", $"沒有「{from}」這個來源。"), new($"Known are {string.Join(", ", sources.Select(source => source.Name))}.", $"可用的來源：{string.Join("、", sources.Select(source => source.Name))}。"));
        }

        ImmutableArray<MappedColumn> rules =
        [
            .. hasColumns ? yaml.Entries(columns!).Select(column => ColumnOf(table, column.Key, column.Value)) : [],
            .. entries.TryGetValue("mend", out YamlNode? mends) ? yaml.Entries(mends).Select(mend => MendOf(table, mend.Key, mend.Value)) : [],
        ];
        return new MappedTable(table, from, rules, select?.TrimEnd().TrimEnd(';'), select is null ? 0 : SelectLine(entries["select"]), YamlNodes.Line(node));
    }

    private MappedColumn ColumnOf(MarketTable table, string target, YamlNode node)
    {
        Column? column = table.Find(target);
        if (column is { IsDerived: true })
        {
            Bad(node, new($"{target} is filled by the import itself.", $"{target} 由匯入程式自行填入。"));
        }

        if (node is YamlScalarNode scalar)
        {
            return new MappedColumn(target, scalar.Value, column is null ? null : new ColumnRule(column, ColumnRule.Nowhere, scalar.Value ?? ""), null, YamlNodes.Line(node));
        }

        Dictionary<string, YamlNode> entries = yaml.Entries(node, "column", "constant", "values", "mend", "dates", "roc");
        string? source = yaml.Words(entries, "column");
        string? constant = yaml.Words(entries, "constant");
        if ((source is null) == (constant is null))
        {
            Bad(node, new($"{target} needs either column or constant.", $"{target} 需要 column 或 constant，二擇一。"));
        }

        string? dates = yaml.Words(entries, "dates");
        if (dates is not (null or "dmy" or "mdy"))
        {
            Bad(entries["dates"], new("dates is dmy or mdy.", "dates 只能是 dmy 或 mdy。"));
        }

        ColumnRule? rule = column is null ? null : new ColumnRule(column, ColumnRule.Nowhere, source ?? target)
        {
            Values = yaml.Table(entries, "values").ToImmutableDictionary(StringComparer.Ordinal),
            Mends = yaml.Table(entries, "mend").ToImmutableDictionary(StringComparer.Ordinal),
            IsRoc = yaml.Flag(entries, "roc"),
            Dates = ParsedDate.Habit(dates),
        };
        return new MappedColumn(target, source, rule, constant, YamlNodes.Line(node));
    }

    /// <summary>Known mistakes in a column of a select.</summary>
    private MappedColumn MendOf(MarketTable table, string target, YamlNode node)
    {
        if (table.Find(target) is not { } column)
        {
            Bad(node, new($"{table} has no column \"{target}\".", $"{table} 沒有「{target}」欄。"));
            return new MappedColumn(target, null, null, null, YamlNodes.Line(node));
        }

        var rule = new ColumnRule(column, ColumnRule.Nowhere, target)
        {
            Mends = yaml.Entries(node).ToImmutableDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal),
        };
        return new MappedColumn(target, null, rule, null, YamlNodes.Line(node));
    }

    /// <summary>A block of text begins on the line after its mark.</summary>
    private static long SelectLine(YamlNode node) => YamlNodes.Line(node) + (node is YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } ? 1 : 0);

    private void Bad(YamlNode node, Text message, Text? advice = null) => problems.Add(Problems.BadMapping(yaml.At(YamlNodes.Line(node)), message, advice));
}
