using Bailiwick.Market;
using Bailiwick.Rules.Changes;

namespace Bailiwick.Rules.Space;

/// <summary>Up to eight questions whether a set has a value: a class is the set of those answered with yes.</summary>
internal sealed class SetAxis : AxisIndex
{
    /// <summary>So many questions share an axis.</summary>
    public const int MostQuestions = 8;

    private readonly IReadOnlyList<NumberedTest> questions;
    private readonly Dictionary<string, int> bitsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);
    private readonly bool isCounted;

    /// <param name="attribute">The set.</param>
    /// <param name="questions">At most <see cref="MostQuestions"/>.</param>
    /// <param name="isCounted">Whether the column counts here; not where <see cref="KnownAxis"/> counts it.</param>
    public SetAxis(Attribute attribute, IReadOnlyList<NumberedTest> questions, bool isCounted)
        : base(attribute, attribute.Name, 1 << questions.Count, Questions.Passing(questions))
    {
        (this.questions, this.isCounted) = (questions, isCounted);
        for (int question = 0; question < questions.Count; question++)
        {
            var asked = (IsOneOf)questions[question].Predicate;
            foreach (string value in asked.Written)
            {
                written.TryAdd(Folding.Fold(value), value);
            }

            foreach (string value in asked.Folded)
            {
                bitsOf[value] = bitsOf.GetValueOrDefault(value) | (1 << question);
            }
        }
    }

    public override void Classify(ColumnTable rows, Span<ushort> into)
    {
        into.Clear();
        if (Attribute.Field.IsCustom)
        {
            foreach (TextValues column in RowColumns.TextsOf(Attribute.Field, rows))
            {
                int[] ofCell = [.. column.Values.Select(cell => cell.Split(SetColumn.Separator).Aggregate(0, (bits, value) => bits | BitsOf(value)))];
                for (int row = 0; row < into.Length; row++)
                {
                    into[row] = column.Codes[row] < 0 ? (ushort)0 : (ushort)ofCell[column.Codes[row]];
                }
            }
        }
        else if (RowColumns.Sets(rows, Attribute.Field.Columns[0].Name) is { } sets)
        {
            int[] ofValue = [.. sets.Values.Select(BitsOf)];
            for (int row = 0; row < into.Length; row++)
            {
                int bits = 0;
                foreach (int code in sets.CodesOf(row))
                {
                    bits |= ofValue[code];
                }

                into[row] = (ushort)bits;
            }
        }
    }

    public override int ColumnsOf(int number) => isCounted && number > 0 ? 1 : 0;

    public override IEnumerable<RowChange> Changes(ColumnTable rows, int row) => SetChanges.Of(Attribute.Field, SetChanges.ValuesOf(Attribute.Field, rows, row), [.. bitsOf.Keys.Select(value => written.GetValueOrDefault(value, value))]);

    // Two questions for the same value have the same answer.
    public override bool CanBe(int number) => bitsOf.Values.Where(bits => (bits & ~number) == 0).Aggregate(0, (all, bits) => all | bits) == number;

    public override void Write(int number, IDictionary<string, string> row)
    {
        IEnumerable<string> values = bitsOf.Where(value => value.Value != 0 && (value.Value & ~number) == 0).Select(value => value.Key);
        row.TryGetValue(Attribute.Field.Name, out string? before);
        string all = string.Join(SetColumn.Separator, (before is null ? [] : before.Split(SetColumn.Separator)).Concat(values));
        if (number > 0)
        {
            row[Attribute.Field.Name] = all;
        }
    }

    public override string? Show(ColumnTable rows, int row) => ShowSet(Attribute.Field, rows, row);

    /// <summary>The values of a row as a person reads them; null is none.</summary>
    public static string? ShowSet(Field field, ColumnTable rows, int row)
    {
        string values = field.IsCustom
            ? RowColumns.TextsOf(field, rows).Select(column => column[row]).FirstOrDefault() ?? ""
            : string.Join(SetColumn.Separator, RowColumns.Sets(rows, field.Columns[0].Name)?[row] ?? []);
        return values.Length == 0 ? null : values;
    }

    private int BitsOf(string value) => bitsOf.GetValueOrDefault(Kinds.Fold(value, FieldKind.Text));
}

/// <summary>Bundles of yes-or-no questions: class number = the answers as bits, the first question lowest.</summary>
internal static class Questions
{
    public static Dictionary<int, ClassSet> Passing(IReadOnlyList<NumberedTest> questions) => questions
        .Select((question, bit) => (question.Number, Classes: ClassSet.Of(1 << questions.Count, Enumerable.Range(0, 1 << questions.Count).Where(number => (number >> bit & 1) != 0))))
        .ToDictionary(question => question.Number, question => question.Classes);
}

/// <summary>Whether a set has anything, or a place is known: class 1 is known.</summary>
internal sealed class KnownAxis(Attribute attribute, IReadOnlyList<NumberedTest> tests) : AxisIndex(
    attribute, attribute.Name, 2, tests.ToDictionary(test => test.Number, _ => ClassSet.Of(2, [1])))
{
    public override void Classify(ColumnTable rows, Span<ushort> into)
    {
        into.Clear();
        Field field = Attribute.Field;
        if (field.IsCustom)
        {
            foreach (TextValues column in RowColumns.TextsOf(field, rows))
            {
                bool[] isKnown = [.. column.Values.Select(cell => cell.Split(SetColumn.Separator).Any(value => Folding.Fold(value).Length > 0))];
                for (int row = 0; row < into.Length; row++)
                {
                    into[row] = column.Codes[row] >= 0 && isKnown[column.Codes[row]] ? (ushort)1 : (ushort)0;
                }
            }
        }
        else if (RowColumns.Sets(rows, field.Columns[0].Name) is { } sets)
        {
            bool[] isKnown = [.. sets.Values.Select(value => Folding.Fold(value).Length > 0)];
            for (int row = 0; row < into.Length; row++)
            {
                foreach (int code in sets.CodesOf(row))
                {
                    into[row] |= isKnown[code] ? (ushort)1 : (ushort)0;
                }
            }
        }
    }

    public override int ColumnsOf(int number) => number;

    public override bool CanBe(int number) => true;

    public override void Write(int number, IDictionary<string, string> row)
    {
        if (number > 0)
        {
            row.TryAdd(Attribute.Field.Name, "-");
        }
    }

    public override IEnumerable<RowChange> Changes(ColumnTable rows, int row) => [SetChanges.Known(Attribute.Field, SetChanges.ValuesOf(Attribute.Field, rows, row))];

    public override string? Show(ColumnTable rows, int row) => SetAxis.ShowSet(Attribute.Field, rows, row);
}
