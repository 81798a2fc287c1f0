using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Changes;

/// <summary>One value more in a set, or one less.</summary>
internal static class SetChanges
{
    private const decimal Size = 0.75m;

    /// <summary>The values of a row's set, as given.</summary>
    public static string[] ValuesOf(Field field, ColumnTable rows, int row) => field.IsCustom
        ? [.. (RowColumnsOf(field, rows, row) ?? "").Split(SetColumn.Separator).Where(value => Folding.Fold(value).Length > 0)]
        : [.. Space.RowColumns.Sets(rows, field.Columns[0].Name) is { } sets ? sets[row].Where(value => Folding.Fold(value).Length > 0) : []];

    /// <summary>The changes of a set.</summary>
    /// <param name="field">The set.</param>
    /// <param name="now">Its values.</param>
    /// <param name="asked">The values of which rules ask.</param>
    public static IEnumerable<RowChange> Of(Field field, string[] now, IReadOnlyCollection<string> asked)
    {
        var present = now.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (string value in asked.Where(value => value.Length > 0 && !value.Contains(SetColumn.Separator, StringComparison.Ordinal) && !present.Contains(Folding.Fold(value))))
        {
            yield return Changed(field, now, [.. now, value], new($"{value} among its {field.Name} (now without)", $"{field.Name} 包含 {value}（目前沒有）"));
        }

        var known = asked.Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (string value in now.DistinctBy(Folding.Fold, StringComparer.Ordinal).Where(value => known.Contains(Folding.Fold(value))))
        {
            yield return Changed(field, now, [.. now.Where(each => Folding.Fold(each) != Folding.Fold(value))], new($"{value} not among its {field.Name} (now with)", $"{field.Name} 不含 {value}（目前有）"));
        }
    }

    /// <summary>The change from something to nothing, or from nothing to what no rule names.</summary>
    public static RowChange Known(Field field, string[] now) => now.Length > 0
        ? Changed(field, now, [], RowChange.WordsOf(field.Name, string.Join("; ", now), null)) with { Size = RowChange.Unknown }
        : Changed(field, now, ["-"], new($"{field.Name} that are known (now unknown)", $"{field.Name} 為已知（目前未知）")) with { Size = RowChange.Other };

    private static RowChange Changed(Field field, string[] now, string[] next, Text words)
    {
        RowChange changed = RowChange.Of(field, Joined(now, "; "), Joined(next, "; "), Size, (field.Name, Joined(next, SetColumn.Separator.ToString())));
        return changed with { Words = words };
    }

    private static string? Joined(string[] values, string by) => values.Length == 0 ? null : string.Join(by, values);

    private static string? RowColumnsOf(Field field, ColumnTable rows, int row) => Space.RowColumns.TextsOf(field, rows).Select(column => column[row]).FirstOrDefault();
}
