using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>Syntax → condition: names are looked up, kinds compared, values read. Collects all problems.</summary>
internal sealed partial class RuleCheck(RuleScope scope, Func<int, Place> at)
{
    // No two places on earth are so far apart: a larger distance is a slip.
    private const int MostMetres = 100_000_000;

    private static readonly Condition Nothing = new AnyOf([]);

    public List<Problem> Problems { get; } = [];

    public Condition Check(Syntax rule) => rule switch
    {
        AllSyntax all => new AllOf([.. all.Parts.Select(Check)]),
        AnySyntax any => new AnyOf([.. any.Parts.Select(Check)]),
        NotSyntax not => new NotOf(Check(not.Inner)),
        TestSyntax test => CheckTest(test),
        _ => throw new InvalidOperationException($"no meaning of {rule.GetType().Name}"),
    };

    private Condition CheckTest(TestSyntax test)
    {
        if (test.Operator == Operator.Within)
        {
            return CheckWithin(test);
        }

        if (test.Operator == Operator.Inside)
        {
            return CheckInside(test);
        }

        if (scope.Find(test.Field.Name) is not { } field)
        {
            return Refuse(Rules.Problems.UnknownField(at(test.Field.At), test.Field.Name, NearestName.To(test.Field.Name, scope.Names)));
        }

        if (!Operators.Of(test.Operator).Kinds.Contains(field.Kind))
        {
            string allowed = string.Join(", ", Operators.Table.Where(row => row.Kinds.Contains(field.Kind)).Select(row => row.Words));
            return Refuse(Rules.Problems.WrongOperator(at(test.OperatorAt), test.Field.Name, Kinds.Of(field), Operators.Of(test.Operator).Words, allowed));
        }

        return field.Kind switch
        {
            FieldKind.Text or FieldKind.Code or FieldKind.Postal or FieldKind.Set => CheckText(test, field),
            FieldKind.Number or FieldKind.Money or FieldKind.Date => CheckNumber(test, field),
            FieldKind.Point => throw new InvalidOperationException("a point has no name that a rule could write"),
            _ => throw new InvalidOperationException($"no check of {field.Kind}"),
        };
    }

    private Condition CheckText(TestSyntax test, Field field)
    {
        var attribute = new Attribute(field, test.Field.Set);
        string[]? values = ReadValues(test, field, literal => Kinds.TextOf(literal, field));
        if (values is null)
        {
            return Nothing;
        }

        string text = RulePrinter.Print(test);
        ImmutableArray<string> written = [.. test.Operands.Select(literal => literal.Text.Trim())];
        Condition Ask(Predicate predicate) => new TestOf(attribute, predicate, text);
        return test.Operator switch
        {
            Operator.Equal or Operator.In or Operator.Has => Ask(new IsOneOf([.. values.Distinct(StringComparer.Ordinal)]) { Written = written }),
            Operator.NotEqual => Unless(test, attribute, new IsOneOf([.. values]) { Written = written }),
            Operator.Under when field == Fields.Industry => Ask(new IsUnder(values[0])),
            Operator.StartsWith or Operator.Under => Ask(new HasPrefix(values[0])),
            Operator.Between when string.CompareOrdinal(values[0], values[1]) <= 0 || values[0].StartsWith(values[1], StringComparison.Ordinal) => Ask(new LiesBetween(values[0], values[1])),
            Operator.Between => Refuse(Rules.Problems.EmptyRange(at(test.Operands[0].At), test.Operands[0].Text, test.Operands[1].Text)),
            Operator.IsKnown => Known(attribute),
            Operator.IsUnknown => new NotOf(Known(attribute)),
            Operator.Less or Operator.AtMost or Operator.More or Operator.AtLeast or Operator.Within or Operator.Inside => throw new InvalidOperationException($"{test.Operator} is not for text"),
            _ => throw new InvalidOperationException($"no meaning of {test.Operator}"),
        };
    }

    // "!=" asks two things: that the value is known, and that it is another one.
    private static AllOf Unless(TestSyntax test, Attribute attribute, Predicate same) =>
        new([Known(attribute), new NotOf(new TestOf(attribute, same, RulePrinter.Print(test with { Operator = Operator.Equal })))]);

    private static TestOf Known(Attribute attribute) => new(attribute, new IsAnything(), $"{attribute.Name} is known");

    private Condition CheckWithin(TestSyntax test)
    {
        decimal?[] numbers = [.. test.Operands.Select(Kinds.NumberOf)];
        // International mile: 1609.344 m.
        decimal unit = test.Operands[0].Unit switch { "km" => 1000, "mi" => 1609.344m, _ => 1 };
        if (numbers[0] is not { } distance || distance < 0 || distance > MostMetres / unit)
        {
            return Refuse(Rules.Problems.WrongValue(at(test.Operands[0].At), "within", new("a distance", "距離"), test.Operands[0].Text));
        }

        if (numbers[1] is not { } longitude || numbers[2] is not { } latitude || !LonLat.IsValid((double)longitude, (double)latitude))
        {
            return Refuse(Rules.Problems.WrongPoint(at(test.Operands[1].At), $"{test.Operands[1].Text}, {test.Operands[2].Text}"));
        }

        var near = new IsNear(new LonLat((double)longitude, (double)latitude), Metres.Of((double)(distance * unit)));
        return new TestOf(new Attribute(Fields.Point), near, RulePrinter.Print(test));
    }

    private Condition CheckInside(TestSyntax test)
    {
        ShapeFile file = scope.Shapes(test.File!.Path);
        if (file.Reading is not { } reading)
        {
            return Refuse(Rules.Problems.ShapeFile(at(test.File.At), test.File.Path, file.Trouble!));
        }

        if (reading.Shape is not { } shape)
        {
            Problems.AddRange(reading.Problems);
            return Nothing;
        }

        return new TestOf(new Attribute(Fields.Point), new IsInsideShape(shape), RulePrinter.Print(test));
    }

    // The values of a test, from the rule or from its list file; null after a problem.
    private T[]? ReadValues<T>(TestSyntax test, Field field, Func<Literal, T?> read)
        where T : class
    {
        int before = Problems.Count;
        var values = new List<T>();
        foreach ((Literal literal, int? line) in test.File is null ? test.Operands.Select(literal => (literal, (int?)null)) : FromFile(test, field))
        {
            bool isBlank = literal.Kind == LiteralKind.Text && string.IsNullOrWhiteSpace(literal.Text);
            if (!isBlank && read(literal) is { } value)
            {
                values.Add(value);
                continue;
            }

            // Places cost a walk through the text: they are asked for only when something is wrong.
            Place place = line is null ? at(literal.At) : new Place(test.File!.Path, line);
            Problems.Add(isBlank
                ? Rules.Problems.BlankValue(place, test.Field.Name)
                : Rules.Problems.WrongValue(place, test.Field.Name, Kinds.Of(field), RulePrinter.Print(literal), Quotes(literal, field)));
        }

        return Problems.Count == before ? [.. values] : null;
    }

    // Most wrong values lack their quotes, or have some too many.
    private static Text? Quotes(Literal literal, Field field) => literal.Kind switch
    {
        LiteralKind.Text when field.Kind is FieldKind.Number or FieldKind.Money or FieldKind.Date => new($"Maybe without quotes: {literal.Text}.", $"不需引號：{literal.Text}。"),
        LiteralKind.Number or LiteralKind.Date when field.Kind is FieldKind.Text or FieldKind.Code or FieldKind.Postal or FieldKind.Set => new($"Maybe in quotes: \"{literal.Text}\".", $"需加引號：\"{literal.Text}\"。"),
        _ => null,
    };

    private IEnumerable<(Literal Literal, int? Line)> FromFile(TestSyntax test, Field field)
    {
        ListReading list = scope.Lists(test.File!.Path);
        if (list.Trouble is { } trouble)
        {
            Problems.Add(Rules.Problems.List(at(test.File.At), test.File.Path, trouble));
            return [];
        }

        LiteralKind kind = field.Kind switch { FieldKind.Number or FieldKind.Money => LiteralKind.Number, FieldKind.Date => LiteralKind.Date, _ => LiteralKind.Text };
        return list.Values.Select(value => (new Literal(test.File.At, kind, value.Value), (int?)value.Line));
    }

    private Condition Refuse(Problem problem)
    {
        Problems.Add(problem);
        return Nothing;
    }
}
