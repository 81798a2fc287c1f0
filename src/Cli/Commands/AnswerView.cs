using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Insight;
using Bailiwick.Measures;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>An answer about the market as JSON and as tables. It knows kinds of figures, not questions.</summary>
internal static class AnswerView
{
    private const int RowsShown = 12;

    /// <summary>Tables as rows of objects by column name; a name has its key, and beside it its words.</summary>
    public static object Json(Answer answer, long version, Language language) => new
    {
        answer.Number,
        question = answer.Question.In(language),
        market = version,
        answer.From,
        answer.Until,
        statement = answer.Statements[0].In(language),
        statements = answer.Statements.Select(words => words.In(language)),
        figures = answer.Tables.ToDictionary(table => table.Name, table => new
        {
            title = table.Title.In(language),
            columns = table.Columns.Select(column => new { column.Name, title = column.Title.In(language), column.Kind }),
            rows = table.Rows.Select(row => Row(table, row, language)),
        }, StringComparer.Ordinal),
        charts = answer.Charts.Select(chart => new
        {
            chart.Name,
            title = chart.Title.In(language),
            chart.Kind,
            categories = chart.Categories.Select(words => words.In(language)),
            series = chart.Series.Select(series => new { name = series.Name.In(language), series.Values }),
        }),
        caveats = answer.Caveats.Select(words => words.In(language)),
        problems = Array.Empty<object>(),
    };

    /// <summary>Statements, then the tables, then what to keep in mind.</summary>
    public static void Print(IAnsiConsole console, Answer answer, Language language)
    {
        console.MarkupLine($"[bold]{answer.Number}. {Markup.Escape(answer.Question.In(language))}[/]");
        foreach (Text statement in answer.Statements)
        {
            console.MarkupLine(Markup.Escape(statement.In(language)));
        }

        foreach (FigureTable table in answer.Tables)
        {
            console.WriteLine();
            Print(console, table, language);
        }

        console.WriteLine();
        foreach (Text caveat in answer.Caveats)
        {
            console.MarkupLine($"[grey]· {Markup.Escape(caveat.In(language))}[/]");
        }
    }

    private static void Print(IAnsiConsole console, FigureTable table, Language language)
    {
        var drawn = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(table.Title.In(language))) };
        foreach (FigureColumn column in table.Columns)
        {
            var head = new TableColumn(Markup.Escape(column.Title.In(language)));
            drawn.AddColumn(column.Kind == FigureKind.Label ? head : head.RightAligned());
        }

        foreach (ImmutableArray<Figure?> row in table.Rows.Take(RowsShown))
        {
            drawn.AddRow([.. row.Select(figure => Markup.Escape(Said(figure, language)))]);
        }

        console.Write(drawn);
        if (table.Rows.Length > RowsShown)
        {
            console.MarkupLine(Markup.Escape(new Text($"… and {table.Rows.Length - RowsShown} more rows (all with --json).", $"……另有 {table.Rows.Length - RowsShown} 列（用 --json 看全部）。").In(language)));
        }
    }

    private static Dictionary<string, object?> Row(FigureTable table, ImmutableArray<Figure?> row, Language language)
    {
        var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((FigureColumn column, Figure? figure) in table.Columns.Zip(row))
        {
            cells[column.Name] = Number(figure);
            if (figure is Figure.Label label && label.Key != label.Words.In(language))
            {
                cells[column.Name + "Name"] = label.Words.In(language);
            }
        }

        return cells;
    }

    private static object? Number(Figure? figure) => figure switch
    {
        null => null,
        Figure.Label label => label.Key,
        Figure.Count count => count.Value,
        Figure.Amount amount => amount.Value,
        Figure.Part part => part.Value.Value,
        Figure.Ratio ratio => ratio.Value,
        Figure.Index index => index.Value,
        _ => throw new InvalidOperationException($"a figure of kind {figure.GetType().Name} cannot be shown"),
    };

    private static string Said(Figure? figure, Language language) => figure switch
    {
        null => "–",
        Figure.Label label => label.Words.In(language),
        Figure.Count count => count.Value.ToString("N0", CultureInfo.InvariantCulture),
        Figure.Amount amount => amount.Value.ToString("N2", CultureInfo.InvariantCulture),
        Figure.Part part => string.Create(CultureInfo.InvariantCulture, $"{part.Value.Value * 100:0.0} %"),
        Figure.Ratio ratio => ratio.Value.ToString("0.00", CultureInfo.InvariantCulture) + " ×",
        Figure.Index index => index.Value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"a figure of kind {figure.GetType().Name} cannot be shown"),
    };
}
