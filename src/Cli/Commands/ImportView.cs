using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>An import's result as JSON and as a report for a person.</summary>
internal static class ImportView
{
    private const int MostValues = 5;
    private const int LineWidth = 1_000;

    public static object Of(ImportResult result, ImportRequest request, Language language) => new
    {
        kept = result.IsKept,
        dryRun = request.IsDryRun,
        strict = request.IsStrict,
        version = result.Version,
        tables = result.Tables.Select(table => new
        {
            table = table.Counts.Table,
            read = table.Counts.Read,
            added = table.Counts.Added,
            changed = table.Counts.Changed,
            same = table.Counts.Same,
            repeated = table.Counts.Repeated,
            rejected = table.Rejected,
            sums = table.Sums.Select(sum => new { column = sum.Column, currency = sum.Currency, amount = sum.Amount, rounded = Rounded(sum) }),
        }),
        sources = result.Sources.Select(source => new
        {
            file = source.File,
            table = source.Table,
            layout = source.Layout,
            format = source.Format,
            columns = source.Columns.Select(column => new { source = column.Source, target = column.Target, custom = column.IsCustom }),
        }),
        rejects = result.RejectsFiles,
        problemCount = result.Problems.Count,
        problemCap = ProblemList.Cap,
        groups = Groups(result.Problems, language),
        problems = result.Problems.All.Select(ProblemView.Of),
    };

    /// <summary>The problems as JSON, equal ones together.</summary>
    public static IEnumerable<object> Groups(ProblemList problems, Language language) => problems.Kinds.Select(kind => new
    {
        code = kind.First.Code,
        severity = kind.First.Severity,
        file = kind.First.Place.File,
        column = kind.First.Place.Column,
        count = kind.Count,
        message = kind.First.Message.In(language),
        advice = kind.First.Advice?.In(language),
        values = kind.Values.Select(value => new { value = value.First.Value, count = value.Count, lines = value.Lines }),
        otherValuesCount = kind.OfOtherValues,
    });

    public static void Print(IAnsiConsole console, ImportResult result, ImportRequest request, Language language)
    {
        Widen(console);
        PrintSources(console, result.Sources, language);
        PrintTables(console, result.Tables, language);
        PrintProblems(console, result.Problems, language);

        foreach (string file in result.RejectsFiles)
        {
            console.WriteLine(new Text($"Rejected rows: {file}. Mend them there and import the file.", $"未匯入的資料列：{file}。修正後可再匯入該檔。").In(language));
        }

        console.WriteLine(Last(result, request).In(language));
    }

    /// <summary>A terminal wraps lines itself, and a pipe wants them whole.</summary>
    public static void Widen(IAnsiConsole console) => console.Profile.Width = Math.Max(console.Profile.Width, LineWidth);

    /// <summary>The problems, equal ones together.</summary>
    public static void PrintProblems(IAnsiConsole console, ProblemList problems, Language language)
    {
        foreach (ProblemKind kind in problems.Kinds)
        {
            PrintKind(console, kind, language);
        }
    }

    private static void PrintSources(IAnsiConsole console, IReadOnlyList<SourceNote> sources, Language language)
    {
        foreach (SourceNote source in sources)
        {
            string became = (source.Table, source.Layout) switch
            {
                (null, null) => new Text("left out", "未匯入").In(language),
                (null, { } mapping) => new Text($"mapping {mapping}", $"對應檔 {mapping}").In(language),
                _ => $"{source.Table} ({source.Layout})",
            };
            console.WriteLine($"{source.File} → {became} · {source.Format}");
            string[] custom = [.. source.Columns.Where(column => column.IsCustom).Select(column => column.Source)];
            if (custom.Length > 0)
            {
                console.WriteLine("  " + new Text($"custom fields: {string.Join(", ", custom)}", $"自訂欄位：{string.Join("、", custom)}").In(language));
            }
        }
    }

    private static void PrintTables(IAnsiConsole console, IReadOnlyList<ImportedTable> tables, Language language)
    {
        Table grid = new Table { Border = TableBorder.Simple }
            .AddColumn(new Text("table", "資料表").In(language));
        foreach (Text head in new Text[] { new("read", "讀入"), new("added", "新增"), new("changed", "變更"), new("same", "相同"), new("rejected", "未匯入"), new("sums", "合計") })
        {
            grid.AddColumn(new TableColumn(head.In(language)).RightAligned());
        }

        foreach (ImportedTable table in tables)
        {
            grid.AddRow(
                table.Counts.Table, Numbers.Of(table.Counts.Read), Numbers.Of(table.Counts.Added), Numbers.Of(table.Counts.Changed), Numbers.Of(table.Counts.Same), Numbers.Of(table.Rejected),
                string.Join("\n", table.Sums.Select(sum => Markup.Escape($"{sum.Column} {sum.Currency ?? "?"} {Rounded(sum)}"))));
        }

        console.Write(grid);
    }

    private static void PrintKind(IAnsiConsole console, ProblemKind kind, Language language)
    {
        string mark = kind.First.Severity == Severity.Error ? "[red]✗[/]" : "[yellow]![/]";
        foreach (ValueCount value in kind.Values.Take(MostValues))
        {
            string lines = string.Join(", ", value.Lines);
            Text times = value.Count == 1 || lines.Length == 0
                ? Text.Same("")
                : new($" ({Numbers.Of(value.Count)} rows: lines {lines}{(value.Count > value.Lines.Count ? ", …" : "")})", $"（{Numbers.Of(value.Count)} 列：第 {lines}{(value.Count > value.Lines.Count ? "……" : "")} 行）");
            console.MarkupLine($"{mark} {Markup.Escape(value.First.In(language) + times.In(language))}");
        }

        long rest = kind.Count - kind.Values.Take(MostValues).Sum(value => value.Count);
        if (rest > 0)
        {
            console.MarkupLine("  " + Markup.Escape(new Text($"… and {Numbers.Of(rest)} more of this kind with other values (all with --json).", $"……另有 {Numbers.Of(rest)} 項同類、不同值的問題（用 --json 看全部）。").In(language)));
        }
    }

    private static Text Last(ImportResult result, ImportRequest request) => (result.IsKept, request.IsDryRun) switch
    {
        _ when result.Tables.Count == 0 => new("No row was imported.", "沒有匯入任何資料列。"),
        (true, _) => new("The market holds these rows now.", "資料已匯入。"),
        (false, true) => new("Dry run: nothing was kept.", "試跑：未保留任何資料。"),
        (false, false) when request.IsStrict => new("Nothing was kept: --strict allows no doubt.", "未匯入任何資料：--strict 不允許任何疑點。"),
        (false, false) => new("Nothing was kept: a file is broken.", "未匯入任何資料：有檔案已損毀。"),
    };

    private static string Rounded(AmountSum sum) => sum.Amount.ToString("N2", CultureInfo.InvariantCulture);
}
