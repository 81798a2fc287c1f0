using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>One thing about an account or lead that could be otherwise: another value of one field, or none.</summary>
/// <param name="Field">The field as rules name it; <c>place</c> for the point on the map.</param>
/// <param name="From">The value as a person reads it; null is unknown.</param>
/// <param name="To">The value that it would have; null is unknown.</param>
/// <param name="Size">How large a change it is, above 0: 1 for another text, less for what is near (a number or a place by its distance, a code by its beginning), more for what becomes unknown.</param>
/// <param name="Words">The change for a person, after "with" or 若: <c>employees 500 (now 320)</c>.</param>
public sealed record RowChange(string Field, string? From, string? To, decimal Size, Text Words)
{
    internal const decimal Unknown = 1.5m;
    internal const decimal Other = 1.25m;

    /// <summary>What a file of accounts would say: column → value; null is an empty cell.</summary>
    public required ImmutableSortedDictionary<string, string?> Cells { get; init; }

    /// <summary>Makes the change.</summary>
    public void Apply(MarketRow row)
    {
        foreach ((string name, string? value) in Cells)
        {
            Apply(row, name, value);
        }
    }

    internal static RowChange Of(Field field, string? from, string? to, decimal size, params IEnumerable<(string Column, string? Value)> cells) =>
        new(field.Name, from, to, size, WordsOf(field.Name, from, to)) { Cells = cells.ToImmutableSortedDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal) };

    internal static Text WordsOf(string field, string? from, string? to) => new(
        $"{field} {to ?? "unknown"} (now {from ?? "unknown"})",
        $"{field} 為 {to ?? "未知"}（目前{(from is null ? "未知" : $" {from}")}）");

    private static void Apply(MarketRow row, string name, string? value)
    {
        switch (row.Table.Find(name))
        {
            case TextColumn text: row[text] = value; break;
            case IntegerColumn whole: row[whole] = value is null ? null : long.Parse(value, CultureInfo.InvariantCulture); break;
            case NumberColumn number: row[number] = value is null ? null : double.Parse(value, CultureInfo.InvariantCulture); break;
            case MoneyColumn money: row[money] = value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture); break;
            case DateColumn date: row[date] = value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
            case SetColumn set: row[set] = value is null ? [] : [.. value.Split(SetColumn.Separator).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]; break;
            default: row.Custom = value is null ? row.Custom.Remove(name) : row.Custom.SetItem(name, value); break;
        }
    }
}
