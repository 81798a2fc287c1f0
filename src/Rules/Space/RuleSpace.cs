using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules;

/// <summary>Many rules in one space: every value that a row may hold falls into a class of its axis, and every rule is a union of boxes of classes.</summary>
/// <remarks>Classes come from the rules, the geography and the industry schemes, never from the rows at hand. Immutable and safe for many threads.</remarks>
public sealed class RuleSpace
{
    /// <summary>A rule that needs more boxes has none and is asked by its condition.</summary>
    public const int MostBoxes = 4_096;

    private readonly Truth[] programs;
    private readonly Dictionary<int, int> axisOf = [];
    private readonly TestNumbers numbers;
    private readonly ConcurrentDictionary<(int Rule, bool Holds), ImmutableArray<Box>> boxes = new();
    private readonly ConcurrentDictionary<(int Test, bool Holds), ImmutableArray<Box>> ofTests = new();
    private readonly Lazy<ImmutableArray<Box>> impossible;
    private readonly Lazy<PlaceSpace> places;

    private RuleSpace(IReadOnlyList<Rule> rules, RuleScope scope, Atlas? atlas)
    {
        Rules = rules;
        numbers = new TestNumbers();
        programs = [.. rules.Select(rule => numbers.Compile(rule.Condition))];
        ImmutableArray<AxisIndex> indexes = AxisPlan.Of(numbers.ByAttribute, scope, atlas);
        Axes = [.. indexes.Select(index => new Axis(index))];
        for (int axis = 0; axis < indexes.Length; axis++)
        {
            foreach (int test in indexes[axis].Tests)
            {
                axisOf[test] = axis;
            }
        }

        Problems =
        [
            .. numbers.ByAttribute.Keys.Where(attribute => attribute.Field.Name == "area" && attribute.Parameter is not null && atlas?.Has(attribute.Parameter) != true)
                .Select(attribute => Bailiwick.Rules.Problems.UnknownSet(attribute.Parameter!, NearestName.To(attribute.Parameter!, atlas?.SetIds ?? []))),
            .. indexes.Where(index => index.Classes > ushort.MaxValue).Select(index => Bailiwick.Rules.Problems.TooManyClasses(index.Name, index.Classes, ushort.MaxValue)),
        ];
        places = new(() => PlaceSpace.Of(indexes, atlas));
        impossible = new(() => AxisPlan.Impossible(indexes));
    }

    /// <summary>The rules, by their numbers.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The axes, in the order in which diagrams ask.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>Boundary sets that rules name and that are not at hand (to these rules every area is unknown); fields with more classes than can be told apart.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether some rule asks where a row is on the map: by area, distance or polygon.</summary>
    public bool AsksForPoints => Axes.Any(axis => axis.Index is PointAxis or AreaAxis);

    /// <summary>Names of the columns and custom fields that decide the class of a row, in files of accounts or leads.</summary>
    public IReadOnlySet<string> Columns => AxisPlan.ColumnsOf(Axes.Select(axis => axis.Index));

    /// <summary>Boxes that no row can be in; they may overlap.</summary>
    public ImmutableArray<Box> Impossible => impossible.Value;

    /// <summary>Boxes that together are what a real place can be, by the geography at hand; they may overlap. One box of everything when rules ask no places.</summary>
    public ImmutableArray<Box> Real => places.Value.Real;

    /// <summary>Prepares rules.</summary>
    /// <param name="rules">The rules; they are asked by their place in this list.</param>
    /// <param name="scope">The scope in which they were read.</param>
    /// <param name="atlas">The geography at hand; null when no rule asks for areas, and nothing is known of places.</param>
    public static RuleSpace Compile(IReadOnlyList<Rule> rules, RuleScope scope, Atlas? atlas) => new(rules, scope, atlas);

    /// <summary>Boxes whose union is the rule; default when it needs more than <see cref="MostBoxes"/>.</summary>
    public ImmutableArray<Box> BoxesOf(int rule) => BoxesOf(rule, holds: true);

    /// <summary>Boxes whose union is the rule's negation; default when it needs more than <see cref="MostBoxes"/>.</summary>
    public ImmutableArray<Box> BoxesWithout(int rule) => BoxesOf(rule, holds: false);

    /// <summary>The parts of a rule, each with boxes whose union is the rule without it; default when it needs more than <see cref="MostBoxes"/>.</summary>
    public IEnumerable<(RulePart Part, ImmutableArray<Box> Without)> PartsOf(int rule)
    {
        var maker = new BoxMaker(BoxesOf, MostBoxes);
        return Rules[rule].Parts.Select(part => (part, maker.Of(part.Without.Condition, holds: true) ?? default));
    }

    /// <summary>Sorts rows into classes.</summary>
    /// <param name="rows">Accounts or leads, with their places found; one row will do.</param>
    public RowClasses Classify(ColumnTable rows) => RowClasses.Classify(Axes, rows);

    /// <summary>Whether a rule holds for a combination of classes, asked by its condition.</summary>
    /// <param name="rule">The rule's number.</param>
    /// <param name="classes">A class per axis.</param>
    public bool Holds(int rule, ReadOnlySpan<int> classes) => programs[rule].Holds(Passed(classes));

    /// <summary>A row that falls into a combination of classes, as a file of accounts writes it: column → value. Unknown columns are left out.</summary>
    /// <param name="classes">A class per axis; one that <see cref="Impossible"/> does not hold.</param>
    public ImmutableSortedDictionary<string, string> Witness(ReadOnlySpan<int> classes)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        // What only says that something is known comes last, and gives way to values.
        foreach (int axis in Enumerable.Range(0, Axes.Length).OrderBy(axis => Axes[axis].Index is KnownAxis))
        {
            Axes[axis].Index.Write(classes[axis], row);
        }

        int[] points = [.. Enumerable.Range(0, Axes.Length).Where(axis => Axes[axis].Index is PointAxis)];
        if (points.Length > 0)
        {
            var answers = new int[points.Length];
            for (int bundle = 0; bundle < points.Length; bundle++)
            {
                answers[bundle] = classes[points[bundle]];
            }

            ((PointAxis)Axes[points[0]].Index).WriteAll(answers, row);
        }

        places.Value.Improve(classes, row);
        return row.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether a rule holds for each of many rows.</summary>
    /// <param name="rule">The rule's number.</param>
    /// <param name="rows">Their classes.</param>
    public bool[] Holds(int rule, RowClasses rows)
    {
        ImmutableArray<Box> held = BoxesOf(rule);
        var holds = new bool[rows.Count];
        var classes = new int[Axes.Length];
        for (int row = 0; row < holds.Length; row++)
        {
            rows.Row(row, classes);
            holds[row] = held.IsDefault ? Holds(rule, classes) : held.Any(box => box.Holds(classes));
        }

        return holds;
    }

    /// <summary>Why a rule holds for a row, or does not: the conditions that decide.</summary>
    /// <param name="rule">The rule's number.</param>
    /// <param name="rows">Accounts or leads.</param>
    /// <param name="row">One of them.</param>
    /// <param name="classes">Its classes.</param>
    public RuleReason Explain(int rule, ColumnTable rows, int row, ReadOnlySpan<int> classes)
    {
        var deciding = new List<DecidingCondition>();
        bool holds = programs[rule].Explain(Passed(classes), (test, passed) => deciding.Add(new DecidingCondition(
            test.Text, test.Attribute.Name, Axes.First(axis => axis.Index.Attribute.Equals(test.Attribute)).Index.Show(rows, row), passed)));
        return new RuleReason(holds, deciding);
    }

    /// <summary>Single changes of a row that may matter: of every field that rules ask, at least one value of every class but its own.</summary>
    /// <param name="rows">Accounts or leads, with their places found.</param>
    /// <param name="row">One of them.</param>
    public IEnumerable<RowChange> ChangesOf(ColumnTable rows, int row) => Axes.Select(axis => axis.Index).Where(axis => axis is not NumberAxis).SelectMany(axis => axis.Changes(rows, row))
        .Concat(Axes.Select(axis => axis.Index).OfType<NumberAxis>().GroupBy(axis => axis.Attribute.Field.Name, StringComparer.Ordinal).SelectMany(axes => NumberAxis.ChangesOf([.. axes], rows, row)));

    private ImmutableArray<Box> BoxesOf(int rule, bool holds) => boxes.GetOrAdd(
        (rule, holds),
        asked => new BoxMaker(BoxesOf, MostBoxes).Of(Rules[asked.Rule].Condition, asked.Holds) ?? default);

    private ImmutableArray<Box> BoxesOf(TestOf test, bool holds)
    {
        int number = numbers.Find(test);
        return ofTests.GetOrAdd((number, holds), asked =>
        {
            ClassSet classes = Axes[axisOf[asked.Test]].Index.SetOf(asked.Test);
            return Box.Of([new BoxSide(axisOf[asked.Test], asked.Holds ? classes : classes.Not())]) is { } box ? [box] : [];
        });
    }

    private bool[] Passed(ReadOnlySpan<int> classes)
    {
        var passed = new bool[numbers.Count];
        foreach ((int test, int axis) in axisOf)
        {
            passed[test] = Axes[axis].Index.SetOf(test)[classes[axis]];
        }

        return passed;
    }
}
