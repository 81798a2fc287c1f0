using System.Runtime.InteropServices;
using Bailiwick.Import.Reading;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Layouts;

/// <summary>Finds out which table a file holds and which columns it has, by its name and its header.</summary>
internal static class Recognition
{
    /// <summary>The column that a rejects file has besides those of its source; never read.</summary>
    public const string ProblemColumn = "problem";

    private const int EnoughColumns = 3;

    /// <summary>The plan for a file, or why there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isNamed">Whether the person named it; a file that was merely found in a folder may be something else.</param>
    /// <param name="told">The table that it holds, when a person said so.</param>
    /// <param name="problems">Told what was doubtful.</param>
    public static TablePlan? Plan(ITableFile file, bool isNamed, MarketTable? told, ICollection<Problem> problems)
    {
        HashSet<string> header = [.. file.Header.Select(Folded.Name)];
        Layout? layout = OfSystem(header, told) ?? (told is null ? OfFileName(file.Name) ?? OfHeader(header) : LayoutTable.Shipped.PlainOf(told));
        if (layout is null)
        {
            problems.Add(Problems.NotRecognised(file.Name, isNamed ? Severity.Error : Severity.Doubt, file.Header));
            return null;
        }

        TablePlan plan = Plan(file, layout, problems);
        if (plan.Missing is { } missing)
        {
            problems.Add(Problems.NoKeyColumn(file.Name, plan.Table.Name, missing.Name));
            return null;
        }

        return plan;
    }

    private static Layout? OfSystem(HashSet<string> header, MarketTable? told) => LayoutTable.Shipped.Layouts
        .Where(layout => layout.Fits(header) && (told is null || layout.Table == told))
        .MaxBy(layout => layout.Columns.Keys.Count(header.Contains));

    /// <summary>By a word of the file's name: <c>accounts.rejects.csv</c>, <c>2026-accounts.xlsx#Sheet1</c>, <c>客戶.csv</c>.</summary>
    private static Layout? OfFileName(string file)
    {
        string name = Path.GetFileName(file);
        string[] words = name.Split('.', '-', ' ', '#', '(', ')');
        return words.Prepend(Path.GetFileNameWithoutExtension(name)).Concat(words.SelectMany(word => word.Split('_')))
            .Select(word => LayoutTable.Shipped.Files.GetValueOrDefault(Folded.Name(word)))
            .FirstOrDefault(table => table is not null) is { } found
            ? LayoutTable.Shipped.PlainOf(found)
            : null;
    }

    private static Layout? OfHeader(HashSet<string> header)
    {
        (Layout Layout, int Columns)[] fitting =
        [
            .. LayoutTable.Shipped.Layouts
                .Where(layout => layout.System == LayoutTable.Plain && layout.Table != AreaFacts.Table)
                .Where(layout => layout.Table.Columns.Where(column => column.IsRequired).All(column => layout.Columns.Any(known => known.Value.Column == column && header.Contains(known.Key))))
                .Select(layout => (layout, layout.Columns.Where(known => header.Contains(known.Key)).DistinctBy(known => known.Value.Column).Count()))
                .Where(fit => fit.Item2 >= EnoughColumns)
                .OrderByDescending(fit => fit.Item2),
        ];
        return fitting.Length > 0 && (fitting.Length == 1 || fitting[0].Columns > fitting[1].Columns) ? fitting[0].Layout : null;
    }

    private static TablePlan Plan(ITableFile file, Layout layout, ICollection<Problem> problems)
    {
        bool isSystem = layout.System != LayoutTable.Plain;
        var found = new Dictionary<Column, List<(int At, int Rank)>>();
        var custom = new List<CustomRule>();
        for (int at = 0; at < file.Header.Count; at++)
        {
            string folded = Folded.Name(file.Header[at]);
            if (folded is "" or ProblemColumn || layout.Table.Find(file.Header[at]) is { IsDerived: true })
            {
                continue;
            }

            if (Meaning(layout, folded) is { } meaning)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(found, meaning.Column, out _) ??= [];
                found[meaning.Column].Add((at, meaning.Rank));
            }
            else
            {
                custom.Add(new CustomRule(at, file.Header[at]));
            }
        }

        var rules = new List<ColumnRule>();
        foreach ((Column column, List<(int At, int Rank)> places) in found)
        {
            int[] ranked = [.. places.OrderBy(place => place.Rank).Select(place => place.At)];
            string name = file.Header[ranked[0]];
            bool mayName = isSystem || Folded.Name(name) is var folded && (folded.EndsWith("name", StringComparison.Ordinal) || folded.EndsWith("名稱", StringComparison.Ordinal));
            rules.Add(new ColumnRule(column, ranked[0], name) { FillIns = isSystem ? [.. ranked.Skip(1)] : [], MayName = mayName });
            foreach (int left in isSystem ? [] : ranked.Skip(1))
            {
                problems.Add(Problems.DoubleColumn(file.Name, name, file.Header[left], column.Name));
                custom.Add(new CustomRule(left, file.Header[left]));
            }
        }

        return new TablePlan(layout.Table, layout.System, [.. rules.OrderBy(rule => rule.Target.Ordinal)], [.. custom.OrderBy(rule => rule.At)]);
    }

    private static (Column Column, int Rank)? Meaning(Layout layout, string name) =>
        layout.Columns.TryGetValue(name, out (Column Column, int Rank) own) ? own
        : !layout.Custom.Contains(name) && LayoutTable.Shipped.PlainOf(layout.Table).Columns.TryGetValue(name, out (Column Column, int Rank) plain) ? plain with { Rank = plain.Rank + 100 }
        : null;
}
