using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Files;

/// <summary>Reads columns of a file into values, and collects what cannot be read with its place.</summary>
internal sealed class FolderTable(List<Problem> problems)
{
    internal ImmutableArray<string> Texts(CsvRows rows, string column) => Read(rows, column, cell => cell.Length == 0 ? null : cell, "");

    internal ImmutableArray<double> Numbers(CsvRows rows, string column) => Read(
        rows,
        column,
        cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? (double?)value : null,
        0);

    internal ImmutableArray<long> WholeNumbers(CsvRows rows, string column) => Read(
        rows,
        column,
        cell => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? (long?)value : null,
        0);

    internal List<(int A, int B)> Pairs(CsvRows rows, ImmutableArray<string> ids)
    {
        var position = ids.Select((id, index) => (id, index)).GroupBy(unit => unit.id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().index, StringComparer.Ordinal);
        ImmutableArray<int> a = Read(rows, "a", Unit, 0);
        ImmutableArray<int> b = Read(rows, "b", Unit, 0);
        return [.. a.Zip(b)];

        int? Unit(string cell) => position.TryGetValue(cell, out int unit) ? unit : null;
    }

    private ImmutableArray<T> Read<T>(CsvRows rows, string column, Func<string, T?> parse, T none)
        where T : struct
    {
        return Read(rows, column, cell => parse(cell) is { } value ? (T?)value : null, value => value ?? none);
    }

    private ImmutableArray<string> Read(CsvRows rows, string column, Func<string, string?> parse, string none) => Read(rows, column, parse, value => value ?? none);

    private ImmutableArray<TOut> Read<TIn, TOut>(CsvRows rows, string column, Func<string, TIn?> parse, Func<TIn?, TOut> keep)
    {
        int position = rows.Find(column);
        if (position < 0)
        {
            problems.Add(Problems.File("column-missing", new Place(rows.File, 1, column), new($"The column {column} is missing.", $"缺少欄位 {column}。")));
            return [];
        }

        ImmutableArray<TOut>.Builder values = ImmutableArray.CreateBuilder<TOut>(rows.Rows.Count);
        foreach ((long line, string[] cells) in rows.Rows)
        {
            string cell = position < cells.Length ? cells[position] : "";
            TIn? value = parse(cell);
            if (value is null)
            {
                problems.Add(Problems.File("bad-cell", new Place(rows.File, line, column), new($"\"{cell}\" cannot be read as {column}.", $"「{cell}」無法讀作 {column}。"), cell));
            }

            values.Add(keep(value));
        }

        return values.ToImmutable();
    }
}
