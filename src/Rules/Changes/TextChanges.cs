using Bailiwick.Rules.Space;

namespace Bailiwick.Rules.Changes;

/// <summary>Other values of a text: of each class the one most like the present one.</summary>
internal static class TextChanges
{
    // Rules compare without case; files write these so.
    private static readonly string[] Capitals = ["country", "subdivision", "type"];

    public static IEnumerable<RowChange> Of(Field field, TextLine line, string? now)
    {
        string folded = now is null ? "" : Kinds.Fold(now, field.Kind);
        int present = folded.Length == 0 ? -1 : line.OfFolded(folded);
        var best = new Dictionary<int, (string Value, int Common)>();
        foreach (string value in line.Named)
        {
            int number = line.OfFolded(value);
            int common = value.AsSpan().CommonPrefixLength(folded);
            if (number != present && (!best.TryGetValue(number, out (string, int Common) known) || common > known.Common))
            {
                best[number] = (value, common);
            }
        }

        foreach ((string value, int common) in best.Values)
        {
            string written = Capitals.Contains(field.Name) ? value.ToUpperInvariant() : line.AsWritten(value);
            bool isCode = field.Kind is FieldKind.Code or FieldKind.Postal;
            yield return RowChange.Of(field, now, written, isCode ? 1 - (0.5m * common / Math.Max(value.Length, folded.Length)) : 1, CellsOf(field, written));
        }

        var examples = new Dictionary<int, string>();
        line.Examples(examples);
        foreach ((int number, string value) in examples.Where(example => example.Key != present && !best.ContainsKey(example.Key)))
        {
            // No rule names a value of this class.
            string written = Capitals.Contains(field.Name) ? value.ToUpperInvariant() : value;
            yield return RowChange.Of(field, now, written, RowChange.Other, CellsOf(field, written)) with
            {
                Words = new(
                    $"a {field.Name} that no rule names (now {now ?? "unknown"})",
                    $"{field.Name} 為規則未提到的值（目前{(now is null ? "未知" : $" {now}")}）"),
            };
        }

        if (now is not null)
        {
            yield return RowChange.Of(field, now, null, RowChange.Unknown, CellsOf(field, null));
        }
    }

    // The place found decides before the place given.
    private static IEnumerable<(string, string?)> CellsOf(Field field, string? value) =>
        field.IsCustom || field.Columns.Length < 2 ? [(field.Name, value)] : field.Columns.Select(column => (column.Name, value));
}
