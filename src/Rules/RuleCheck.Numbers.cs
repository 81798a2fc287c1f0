using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>The check of numbers, amounts and days: all become intervals.</summary>
internal sealed partial class RuleCheck
{
    private sealed record Quantity(decimal Value, string? Currency);

    private Condition CheckNumber(TestSyntax test, Field field)
    {
        Quantity[]? values = ReadValues(test, field, literal => ReadQuantity(literal, field));
        if (values is null)
        {
            return Nothing;
        }

        if (field.Kind == FieldKind.Money)
        {
            for (int index = 0; index < values.Length; index++)
            {
                if (Convert(values[index], test.File is null ? test.Operands[index] : new Literal(test.File.At, LiteralKind.Number, test.File.Path)) is not { } converted)
                {
                    return Nothing;
                }

                values[index] = converted;
            }
        }

        if (test.Operator == Operator.Between && values[0].Value > values[1].Value)
        {
            return Refuse(Rules.Problems.EmptyRange(at(test.Operands[0].At), test.Operands[0].Text, test.Operands[1].Text));
        }

        if (test.Operator == Operator.Between && values[0].Currency != values[1].Currency)
        {
            return Refuse(Rules.Problems.NoRate(at(test.Operands[1].At), test.Operands[1].Unit ?? test.Operands[0].Unit!));
        }

        // Without rates an amount is compared within its own currency: each currency asked for is an attribute of its own.
        string text = RulePrinter.Print(test);
        var attribute = new Attribute(field, values.FirstOrDefault()?.Currency);
        Condition Ask(decimal? low, bool lowIncluded, decimal? high, bool highIncluded) => new TestOf(attribute, new IsInside(low, lowIncluded, high, highIncluded), text);
        decimal first = values.FirstOrDefault()?.Value ?? 0;
        return test.Operator switch
        {
            Operator.Equal => Ask(first, true, first, true),
            Operator.NotEqual => Unless(test, attribute, IsInside.Exactly(first)),
            Operator.Less => Ask(null, false, first, false),
            Operator.AtMost => Ask(null, false, first, true),
            Operator.More => Ask(first, false, null, false),
            Operator.AtLeast => Ask(first, true, null, false),
            Operator.Between => Ask(first, true, values[1].Value, true),
            Operator.In => new AnyOf([.. values.Select(value => new TestOf(new Attribute(field, value.Currency), IsInside.Exactly(value.Value), $"{test.Field.Name} = {value.Value} {value.Currency}"))]),
            Operator.IsKnown => Known(new Attribute(field)),
            Operator.IsUnknown => new NotOf(Known(new Attribute(field))),
            Operator.StartsWith or Operator.Under or Operator.Has or Operator.Within or Operator.Inside => throw new InvalidOperationException($"{test.Operator} is not for numbers"),
            _ => throw new InvalidOperationException($"no meaning of {test.Operator}"),
        };
    }

    private static Quantity? ReadQuantity(Literal literal, Field field) => field.Kind switch
    {
        FieldKind.Date => Kinds.DateOf(literal) is { } day ? new Quantity(day.DayNumber, null) : null,
        FieldKind.Money => Kinds.NumberOf(literal) is { } amount ? new Quantity(amount, literal.Unit?.ToUpperInvariant()) : null,
        _ => literal.Unit is null && Kinds.NumberOf(literal) is { } number && (!field.IsWhole || number == decimal.Truncate(number)) ? new Quantity(number, null) : null,
    };

    private Quantity? Convert(Quantity given, Literal literal)
    {
        if (given.Currency is { } code && !Currency.TryOf(code, out _))
        {
            Problems.Add(Rules.Problems.UnknownCurrency(at(literal.At), code));
            return null;
        }

        if (scope.Rates.IsEmpty)
        {
            return given;
        }

        if (given.Currency is null)
        {
            if (!scope.Rates.ContainsValue(1))
            {
                Problems.Add(Rules.Problems.NoBase(at(literal.At), literal.Text));
                return null;
            }

            return given;
        }

        if (!scope.Rates.TryGetValue(given.Currency, out decimal rate))
        {
            Problems.Add(Rules.Problems.NoRate(at(literal.At), given.Currency));
            return null;
        }

        return new Quantity(Kinds.Times(given.Value, rate), null);
    }
}
