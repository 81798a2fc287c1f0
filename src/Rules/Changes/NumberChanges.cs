using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules.Changes;

/// <summary>Other numbers, amounts and days: of each class the one nearest to the present one.</summary>
/// <param name="field">The field.</param>
/// <param name="lines">Its numbers, and by what a number of the column is multiplied before it is compared.</param>
/// <param name="currency">What stands behind an amount; empty for none.</param>
internal sealed class NumberChanges(Field field, IReadOnlyList<(NumberLine Line, decimal Factor)> lines, string currency)
{
    // Beyond it a step more or less is lost in the digits.
    private const double Most = 1e18;
    private const decimal DaysOfHalfSize = 365;

    public IEnumerable<RowChange> Of(decimal? now)
    {
        decimal[] cuts = [.. lines.SelectMany(each => each.Line.Table.Cuts.Where(cut => Math.Abs((double)cut / (double)each.Factor) < Most).Select(cut => cut / each.Factor))];
        decimal step = StepOf(cuts, now);
        string present = now is { } number ? ClassesOf(number) : "";
        var best = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (decimal candidate in cuts.SelectMany(cut => Around(cut, step)).Append(field.Kind == FieldKind.Date ? 730_000 : 1).Where(IsHeld))
        {
            string own = ClassesOf(candidate);
            if (own != present && (!best.TryGetValue(own, out decimal known) || Math.Abs(candidate - (now ?? 0)) < Math.Abs(known - (now ?? 0))))
            {
                best[own] = candidate;
            }
        }

        string? from = now is { } value ? Shown(value) : null;
        foreach (decimal to in best.Values.OrderBy(to => Math.Abs(to - (now ?? 0))))
        {
            yield return RowChange.Of(field, from, Shown(to), SizeOf(now, to), (field.Name, Written(to)));
        }

        if (now is not null)
        {
            yield return RowChange.Of(field, from, null, RowChange.Unknown, (field.Name, null));
        }
    }

    // One a line: values that all of them tell alike are one.
    private string ClassesOf(decimal number) => string.Join(' ', lines.Select(each => each.Line.ClassOf(Kinds.Times(number, each.Factor)).ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<decimal> Around(decimal number, decimal step)
    {
        decimal below = decimal.Floor(number / step) * step;
        return [below - step, below, below + step];
    }

    // Of numbers that have no smallest step the decimals in use are one.
    private decimal StepOf(decimal[] cuts, decimal? now) => field switch
    {
        { IsWhole: true } or { Kind: FieldKind.Date } => 1,
        { Kind: FieldKind.Money } => 1m / Money.Scale,
        _ => new decimal(1, 0, 0, false, cuts.Append(now ?? 0).Max(number => Math.Min(number.Scale, (byte)9))),
    };

    private bool IsHeld(decimal number) => field switch
    {
        { IsWhole: true } => number >= 0,
        { Kind: FieldKind.Date } => number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber,
        _ => Math.Abs(number) <= long.MaxValue / Money.Scale,
    };

    // Half for twice as much.
    private decimal SizeOf(decimal? now, decimal to)
    {
        if (now is not { } from)
        {
            return 1;
        }

        decimal distance = Math.Abs(to - from);
        return distance / (distance + (field.Kind == FieldKind.Date ? DaysOfHalfSize : Math.Max(1, Math.Abs(from))));
    }

    private string Shown(decimal number) => $"{Written(number)} {currency}".TrimEnd();

    private string Written(decimal number) => field.Kind == FieldKind.Date
        ? DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : number.ToString("0.############################", CultureInfo.InvariantCulture);
}
