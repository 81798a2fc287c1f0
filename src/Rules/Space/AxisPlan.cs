using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;

namespace Bailiwick.Rules.Space;

/// <summary>Which axes a rule set needs, in which order, and which combinations of their classes no row can have.</summary>
internal static class AxisPlan
{
    // The order in which diagrams ask: what stands early and splits much keeps them small.
    private static readonly string[] Order =
        ["country", "subdivision", "postal", "city", "area", "", "industry", "employees", "revenue", "products", "product", "interests", "tags"];

    /// <summary>The axes of tests by attribute.</summary>
    public static ImmutableArray<AxisIndex> Of(IEnumerable<KeyValuePair<Attribute, List<NumberedTest>>> tests, RuleScope scope, Atlas? atlas) =>
    [
        .. tests.SelectMany(pair => AxesOf(pair.Key, pair.Value, scope, atlas))
            .Select((axis, place) => (axis, place))
            .OrderBy(each => Array.IndexOf(Order, each.axis.Attribute.Field.Name) is var rank and >= 0 ? rank : Order.Length)
            .ThenBy(each => each.axis.Attribute.Field.Name, StringComparer.Ordinal)
            .ThenBy(each => each.axis.Attribute.Parameter, StringComparer.Ordinal)
            .ThenBy(each => each.place)
            .Select(each => each.axis),
    ];

    /// <summary>The columns that axes ask of a file.</summary>
    public static IReadOnlySet<string> ColumnsOf(IEnumerable<AxisIndex> axes) => axes.SelectMany(axis => axis switch
    {
        // A place is found by everything that a row says about it.
        PointAxis or AreaAxis => [Accounts.Country, Accounts.Subdivision, Accounts.City, Accounts.Postal, Accounts.Area, Accounts.Longitude, Accounts.Latitude],
        { Attribute.Field: { IsCustom: true } or { Columns.IsEmpty: true } } => Array.Empty<Column>(),
        { Attribute.Field: var field } when field == Fields.Industry => [Accounts.Industry, Accounts.IndustryScheme],
        { Attribute.Field.Kind: FieldKind.Money } => [axis.Attribute.Field.Columns[0], Accounts.Currency],
        // A subdivision's name means something in its country alone.
        _ => [.. axis.Attribute.Field.Columns, Accounts.Country],
    }).Select(column => column.Name).Concat(axes.Select(axis => axis.Attribute.Field.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Boxes that no row can be in.</summary>
    public static ImmutableArray<Box> Impossible(ImmutableArray<AxisIndex> axes)
    {
        ImmutableArray<Box>.Builder boxes = ImmutableArray.CreateBuilder<Box>();
        for (int axis = 0; axis < axes.Length; axis++)
        {
            AxisIndex index = axes[axis];
            int[] never = [.. Enumerable.Range(0, index.Classes).Where(number => !index.CanBe(number))];
            AddBox(new BoxSide(axis, ClassSet.Of(index.Classes, never)));
            for (int other = 0; other < axes.Length; other++)
            {
                if (index is PointAxis point && axes[other] is PointAxis later && point.Bundle < later.Bundle)
                {
                    AddPlaces((axis, point), (other, later));
                }

                if (axes[other] is KnownAxis && index is SetAxis && axes[other].Attribute.Equals(index.Attribute))
                {
                    // What has a value is known.
                    AddBox(new BoxSide(other, ClassSet.Of(2, [0])), new BoxSide(axis, ClassSet.Of(index.Classes, [0]).Not()));
                }
            }
        }

        return boxes.ToImmutable();

        void AddPlaces((int Number, PointAxis Axis) one, (int Number, PointAxis Axis) other)
        {
            foreach (int answers in Enumerable.Range(0, one.Axis.Classes).Where(one.Axis.CanBe))
            {
                IEnumerable<int> never = Enumerable.Range(0, other.Axis.Classes).Where(each => !one.Axis.Cells.CanBe((one.Axis.Bundle, answers), (other.Axis.Bundle, each)));
                AddBox(new BoxSide(one.Number, ClassSet.Of(one.Axis.Classes, [answers])), new BoxSide(other.Number, ClassSet.Of(other.Axis.Classes, never)));
            }
        }

        void AddBox(params BoxSide[] sides)
        {
            if (Array.TrueForAll(sides, side => !side.Classes.IsEmpty) && Box.Of(sides) is { } box)
            {
                boxes.Add(box);
            }
        }
    }

    private static IEnumerable<AxisIndex> AxesOf(Attribute attribute, List<NumberedTest> tests, RuleScope scope, Atlas? atlas)
    {
        switch (attribute)
        {
            case { Field: { Name: "area" }, Parameter: { } set }:
                return [AreaAxis.Of(attribute, tests, atlas is not null && atlas.Has(set) ? atlas.Set(set) : null)];
            case { Field.Kind: FieldKind.Text or FieldKind.Code or FieldKind.Postal }:
                return [TextAxis.Of(attribute, tests, scope.Schemes)];
            case { Field.Kind: FieldKind.Number or FieldKind.Money or FieldKind.Date }:
                return [NumberAxis.Of(attribute, tests, scope.Rates)];
            case { Field.Kind: FieldKind.Point }:
                NumberedTest[][] asked = [.. tests.Chunk(SetAxis.MostQuestions)];
                var cells = new PointCells([.. asked.Select(questions => questions.Select(question => question.Predicate).ToArray())]);
                return asked.Select((questions, bundle) => new PointAxis(attribute, questions, cells, bundle));
            case { Field.Kind: FieldKind.Set }:
                NumberedTest[] known = [.. tests.Where(test => test.Predicate is IsAnything)];
                NumberedTest[][] bundles = [.. tests.Except(known).Chunk(SetAxis.MostQuestions)];
                bool hasKnown = known.Length > 0 || bundles.Length > 1;
                return [.. hasKnown ? new AxisIndex[] { new KnownAxis(attribute, known) } : [], .. bundles.Select(questions => new SetAxis(attribute, questions, !hasKnown))];
            default:
                throw new InvalidOperationException($"no axis of {attribute}");
        }
    }
}
