using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Import.Rows;
using Bailiwick.Measures;

namespace Bailiwick.Import.Mappings;

/// <summary>A mapping put to work on the files of a folder: each table that it fills becomes a table file with a plan.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="paths">The folders and files that were given.</param>
/// <param name="options">How to read them.</param>
/// <param name="problems">Told everything that is wrong.</param>
internal sealed class MappedMarket(Mapping mapping, IReadOnlyList<string> paths, ImportOptions options, ProblemList problems) : IDisposable
{
    private readonly Dictionary<string, ITableFile?> opened = new(StringComparer.Ordinal);
    private readonly List<string> rejectsFiles = [];
    private SourceDatabase? database;

    /// <summary>The rows of sources that could not even be read, by file; they are in no table.</summary>
    public IReadOnlyList<string> RejectsFiles => rejectsFiles;

    /// <summary>Whether every source, column and select of the mapping stands.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The sources that were opened, with their names in the mapping.</summary>
    public IEnumerable<ITableFile> Sources => opened.Values.OfType<ITableFile>();

    /// <summary>The table files with their plans; what is wrong with a source, a column or the SQL is a problem, and its table is missing.</summary>
    public IReadOnlyList<(ITableFile File, TablePlan Plan)> Open() => [.. mapping.Tables.Select(Open).OfType<(ITableFile, TablePlan)>()];

    /// <inheritdoc />
    public void Dispose() => database?.Dispose();

    private (ITableFile, TablePlan)? Open(MappedTable table)
    {
        ITableFile? file = table.Select is null ? Picked(table) : Selected(table);
        if (file is null)
        {
            return null;
        }

        var rules = new List<ColumnRule>();
        var custom = new List<CustomRule>();
        for (int at = 0; at < file.Header.Count; at++)
        {
            MappedColumn? said = table.Rules.FirstOrDefault(rule => string.Equals(rule.Target, file.Header[at], StringComparison.OrdinalIgnoreCase));
            if (table.Table.Find(file.Header[at]) is { IsDerived: false } column)
            {
                rules.Add((said?.Rule ?? new ColumnRule(column, at, column.Name)) with { At = at, Values = ImmutableDictionary<string, string>.Empty });
            }
            else
            {
                custom.Add(new CustomRule(at, file.Header[at]));
            }
        }

        var plan = new TablePlan(table.Table, mapping.Name, [.. rules.OrderBy(rule => rule.Target.Ordinal)], [.. custom]);
        if (plan.Missing is { } missing)
        {
            Refuse(Problems.BadMapping(Place(table.Line), new($"{table.Table} needs the column {missing}.", $"{table.Table} 需要 {missing} 欄。")));
            return null;
        }

        return (file, plan);
    }

    private PickedFile? Picked(MappedTable table)
    {
        if (SourceOf(mapping.Sources.First(source => source.Name == table.From)) is not { } source)
        {
            return null;
        }

        var positions = new int[table.Rules.Length];
        bool isWhole = true;
        for (int rule = 0; rule < positions.Length; rule++)
        {
            string? column = table.Rules[rule].Source;
            positions[rule] = column is null ? ColumnRule.Nowhere : ColumnRule.PositionOf(column, source.Header);
            if (positions[rule] == ColumnRule.Nowhere && column is not null)
            {
                Refuse(Problems.NoColumn(Place(table.Rules[rule].Line), column, source.Name, source.Header));
                isWhole = false;
            }
        }

        return isWhole ? new PickedFile(source, table.Rules, positions) : null;
    }

    private SelectedRows? Selected(MappedTable table)
    {
        database ??= new SourceDatabase();
        foreach (MappedSource source in mapping.Sources.Where(source => Regex.IsMatch(table.Select!, $@"\b{Regex.Escape(source.Name)}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))))
        {
            if (SourceOf(source) is not { } file)
            {
                return null;
            }

            Load(source, file);
        }

        string name = $"rows of {table.Table}";
        (IReadOnlyList<string> columns, long line, string? error) = database.Keep(name, table.Select!);
        if (error is not null)
        {
            Refuse(Problems.BadSelect(Place(table.SelectLine + line - 1), error));
            return null;
        }

        return new SelectedRows(database, $"{mapping.Name}#{table.Table}", name, columns);
    }

    private void Load(MappedSource source, ITableFile file)
    {
        using RejectsFile? rejects = options.Rejects is { } where ? new RejectsFile(RejectsFile.PathOf(where, file.Name, isOnly: false), file.Header) : null;
        database!.Load(source.Name, file, row =>
        {
            problems.Add(row.Problem!);
            rejects?.Add(row, row.Problem!.Message.English);
            IsWhole &= !Problems.IsBreak(row.Problem!);
        });
        if (rejects?.Path is { } written)
        {
            rejectsFiles.Add(written);
        }
    }

    private ITableFile? SourceOf(MappedSource source)
    {
        if (opened.TryGetValue(source.Name, out ITableFile? known))
        {
            return known;
        }

        string? path = Candidates(source.File).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Refuse(Problems.NoSource(Place(source.Line), source.File, paths));
            return opened[source.Name] = null;
        }

        IReadOnlyList<ITableFile> files = TableFiles.Open(path, Path.GetFileName(path), options, source.Dialect, problems);
        ITableFile? file = files.FirstOrDefault(file => source.Sheet is null || file.Name.EndsWith("#" + source.Sheet, StringComparison.OrdinalIgnoreCase));
        if (file is { Header.Count: 0 })
        {
            Refuse(Problems.NoHeader(Place(source.Line), file.Name));
            file = null;
        }

        IsWhole &= file is not null;
        return opened[source.Name] = file;
    }

    private IEnumerable<string> Candidates(string file) => paths
        .SelectMany(path => Directory.Exists(path) ? [Path.Combine(path, file), Path.Combine(path, file + ".gz")] : new[] { path })
        .Where(path => Path.GetFileName(path) == file || Path.GetFileName(path) == file + ".gz");

    private void Refuse(Problem problem)
    {
        problems.Add(problem);
        IsWhole = false;
    }

    private Place Place(long line) => new(mapping.Name, line);
}
