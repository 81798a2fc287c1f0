using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>Conditions by seeded chance, over every operator. Makes the list and polygon files that they name.</summary>
internal sealed class RandomConditions(Chance chance, RandomPlaces places, ImmutableSortedDictionary<string, string> fields, ImmutableSortedDictionary<string, decimal> rates)
{
    private static readonly string[] Texts = ["country", "subdivision", "city", "type", "tier", "stage", "name", "owner"];
    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    public SortedDictionary<string, ImmutableArray<string>> Lists { get; } = new(StringComparer.Ordinal);

    public Condition Next(int depth) => (depth == 0 ? 9 : chance.Next(10)) switch
    {
        0 or 1 => new All(Parts(depth)),
        2 or 3 => new Any(Parts(depth)),
        4 => new Not(Next(depth - 1)),
        _ => Question(),
    };

    private ImmutableArray<Condition> Parts(int depth) => [.. Enumerable.Range(0, 2 + chance.Next(2)).Select(_ => Next(depth - 1))];

    private Condition Question() => chance.Next(12) switch
    {
        0 => Number("employees", _ => new Value(Vocabulary.Number(chance, "employees"), IsQuoted: false)),
        1 => Number("revenue", Amount),
        2 => Number("since", _ => new Value(Vocabulary.Day(chance), IsQuoted: false)),
        3 => Custom(),
        4 => Set(chance.Next(3) switch { 0 => "products", 1 => "interests", _ => "tags" }),
        5 => places.Circle(),
        6 => new Inside(places.Shape()),
        7 => Text("postal", canBeBetween: true),
        8 => Text("industry", canBeUnder: true),
        9 => chance.Next(4) == 0 ? Text("area", canBeUnder: true) : Text(Squares.Id, canBeUnder: true) with { Field = "area", Set = Squares.Id },
        _ => Text(Texts[chance.Next(Texts.Length)]),
    };

    private Ask Custom()
    {
        if (fields.Count == 0)
        {
            return Text("country");
        }

        (string name, string kind) = fields.ElementAt(chance.Next(fields.Count));
        return kind switch
        {
            "number" => Number(name, _ => new Value(Vocabulary.Number(chance, name), IsQuoted: false)),
            "date" => Number(name, _ => new Value(Vocabulary.Day(chance), IsQuoted: false)),
            "set" => Set(name),
            _ => Text(name, canBeUnder: kind == "code"),
        };
    }

    private Ask Text(string words, bool canBeUnder = false, bool canBeBetween = false)
    {
        Value Quoted() => new(Vocabulary.Word(chance, words), IsQuoted: true);
        Value Beginning() => new(Vocabulary.Beginning(chance, words), IsQuoted: true);
        bool isNegated = chance.Next(3) == 0;
        return chance.Next(9) switch
        {
            0 => new Ask(words, null, "=", false, [Quoted()]),
            1 => new Ask(words, null, "!=", false, [Quoted()]),
            2 => Known(words),
            3 => new Ask(words, null, "starts with", isNegated, [Beginning()]),
            4 => new Ask(words, null, "in", isNegated, [], List([.. Enumerable.Range(0, chance.Next(4)).Select(_ => Quoted().Text)])),
            5 or 6 when canBeUnder => new Ask(words, null, "under", isNegated, [Beginning()]),
            5 or 6 when canBeBetween => new Ask(words, null, "between", isNegated, Range(Quoted(), Quoted(), (one, other) => string.CompareOrdinal(Key(one), Key(other)) <= 0)),
            _ => new Ask(words, null, "in", isNegated, [.. Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => Quoted())]),
        };
    }

    private static string Key(Value value) => string.Concat(value.Text.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));

    private Ask Number(string field, Func<string?, Value> next)
    {
        bool isNegated = chance.Next(3) == 0;
        // Both ends of a range are of one currency, for without rates no two currencies have an order.
        Value first = next(null);
        return chance.Next(9) switch
        {
            0 => Known(field),
            1 => new Ask(field, null, "in", isNegated, [first, .. Enumerable.Range(0, chance.Next(3)).Select(_ => next(null))]),
            2 when first.Currency is null && (rates.Count == 0 || field != "revenue") => new Ask(field, null, "in", isNegated, [], List([.. Enumerable.Range(0, chance.Next(4)).Select(_ => next(null).Text)])),
            3 or 4 => new Ask(field, null, "between", isNegated, Range(first, next(first.Currency ?? ""), IsOrdered)),
            _ => new Ask(field, null, Comparisons[chance.Next(Comparisons.Length)], false, [first]),
        };
    }

    private static bool IsOrdered(Value one, Value other) =>
        one.Text.Contains('-', StringComparison.Ordinal) && one.Text.Length == 10
            ? string.CompareOrdinal(one.Text, other.Text) <= 0
            : decimal.Parse(one.Text, CultureInfo.InvariantCulture) <= decimal.Parse(other.Text, CultureInfo.InvariantCulture);

    private static ImmutableArray<Value> Range(Value one, Value other, Func<Value, Value, bool> isOrdered) => isOrdered(one, other) ? [one, other] : [other, one];

    // Without a currency only where the plan has one of its own, or no rates at all.
    private Value Amount(string? currency)
    {
        bool canBeBare = rates.Count == 0 || rates.ContainsValue(1);
        string[] known = rates.Count == 0 ? ["TWD", "USD"] : [.. rates.Keys];
        currency ??= canBeBare && chance.Next(2) == 0 ? "" : known[chance.Next(known.Length)];
        return new Value(Vocabulary.Number(chance, "revenue"), IsQuoted: false, currency.Length == 0 ? null : currency);
    }

    private Ask Set(string field) => chance.Next(5) == 0 ? Known(field) : new Ask(field, null, "has", chance.Next(3) == 0, [new Value(Vocabulary.Word(chance, field), IsQuoted: true)]);

    private Ask Known(string field) => new(field, null, chance.Next(2) == 0 ? "is known" : "is unknown", false, []);

    private string List(ImmutableArray<string> values)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"lists/l{Lists.Count}.csv");
        Lists[path] = values;
        return path;
    }
}
