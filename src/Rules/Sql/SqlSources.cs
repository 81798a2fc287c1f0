using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules.Sql;

/// <summary>What columns are made from.</summary>
internal sealed record SqlWorld(RuleScope Scope, Atlas? Atlas, SqlNames Names);

/// <summary>The columns that tests need, and each test as a condition on them.</summary>
/// <param name="world">What columns are made from.</param>
/// <param name="written">Each test as its rule writes it.</param>
internal sealed class SqlSources(SqlWorld world, IReadOnlyDictionary<int, string> written)
{
    // Between them numbers keep their order in a column with 11 digits behind the point.
    private const decimal MostNumber = 1e26m;

    private const int MostDigits = 10;

    /// <summary>All columns, in the order in which rules first ask them.</summary>
    public List<SqlSource> All { get; } = [];

    /// <summary>Each test as a condition: an atom, or in parentheses.</summary>
    public Dictionary<int, string> TextOf { get; } = [];

    /// <summary>Makes the columns of an attribute.</summary>
    public void Add(Attribute attribute, List<NumberedTest> tests)
    {
        NumberedTest[] plain = [.. tests.Where(test => CanAsk(attribute, test.Predicate))];
        NumberedTest[] under = [.. tests.Where(test => test.Predicate is IsUnder)];
        if (plain.Length > 0)
        {
            AddPlain(attribute, plain);
        }

        if (under.Length > 0)
        {
            var column = new SqlColumn(world.Names.Of($"{attribute.Name} under"), SqlType.Text);
            All.Add(new UnderSource(AxisPlan.Of([KeyValuePair.Create(attribute, under.ToList())], world.Scope, world.Atlas)[0], under, column));
            foreach (NumberedTest test in under)
            {
                TextOf[test.Number] = Has(column, ((IsUnder)test.Predicate).Folded);
            }
        }

        NumberedTest[] rest = [.. tests.Except(plain).Except(under)];
        foreach (AxisIndex axis in rest.Length == 0 ? [] : AxisPlan.Of([KeyValuePair.Create(attribute, rest.ToList())], world.Scope, world.Atlas))
        {
            AddYesNo(axis);
        }
    }

    private void AddYesNo(AxisIndex axis)
    {
        int[] asked = [.. axis.Tests.Order()];
        ImmutableArray<SqlColumn> columns = [.. asked.Select(test => new SqlColumn(world.Names.Of(written[test]), SqlType.YesNo))];
        All.Add(new YesNoSource(axis, asked, columns));
        for (int each = 0; each < asked.Length; each++)
        {
            TextOf[asked[each]] = SqlText.Name(columns[each].Name);
        }
    }

    private void AddPlain(Attribute attribute, NumberedTest[] tests)
    {
        string wish = attribute.Parameter is { } parameter ? $"{attribute.Field.Name} {parameter}" : attribute.Field.Name;
        SqlType type = attribute.Field switch
        {
            { Kind: FieldKind.Date } => SqlType.Day,
            { IsWhole: true } => SqlType.Whole,
            { Kind: FieldKind.Number or FieldKind.Money } => SqlType.Number,
            _ => SqlType.Text,
        };
        var column = new SqlColumn(world.Names.Of(wish), type);
        All.Add(attribute.Field switch
        {
            { Kind: FieldKind.Set } => new SetSource(attribute.Field, column),
            { Name: "area" } when attribute.Parameter is not null => new AreaSource((AreaAxis)AxisPlan.Of([KeyValuePair.Create(attribute, tests.ToList())], world.Scope, world.Atlas)[0], column),
            _ when type == SqlType.Text => new TextSource(attribute.Field, column),
            _ => new NumberSource(attribute, world.Scope.Rates, column),
        });
        foreach (NumberedTest test in tests)
        {
            TextOf[test.Number] = TextOfPlain(attribute.Field, column, test.Predicate);
        }
    }

    private static string TextOfPlain(Field field, SqlColumn column, Predicate predicate)
    {
        string name = SqlText.Name(column.Name);
        return predicate switch
        {
            IsAnything => $"{name} IS NOT NULL",
            IsOneOf one when field.Kind == FieldKind.Set => one.Folded is [var only] ? Has(column, only) : $"({string.Join(" OR ", one.Folded.Select(value => Has(column, value)))})",
            IsOneOf { Folded: [var only] } => $"{name} = {SqlText.Quote(only)}",
            IsOneOf { Folded: [] } => "FALSE",
            IsOneOf one => $"{name} IN ({string.Join(", ", one.Folded.Select(SqlText.Quote))})",
            HasPrefix prefix => $"starts_with({name}, {SqlText.Quote(prefix.Folded)})",
            LiesBetween(var low, var high) =>
                $"({name} COLLATE \"C\" >= {SqlText.Quote(low)} AND ({name} COLLATE \"C\" <= {SqlText.Quote(high)} OR starts_with({name}, {SqlText.Quote(high)})))",
            IsInside inside => TextOfNumber(name, inside, column.Type == SqlType.Day ? SqlText.Day : SqlText.Number),
            _ => throw new InvalidOperationException($"no SQL of {predicate}"),
        };
    }

    private static string TextOfNumber(string name, IsInside inside, Func<decimal, string> write) => inside switch
    {
        { Low: null, High: null } => $"{name} IS NOT NULL",
        { Low: { } low, High: { } high } when low == high && inside.LowIncluded && inside.HighIncluded => $"{name} = {write(low)}",
        { Low: { } low, High: null } => $"{name} {(inside.LowIncluded ? ">=" : ">")} {write(low)}",
        { Low: null, High: { } high } => $"{name} {(inside.HighIncluded ? "<=" : "<")} {write(high)}",
        { Low: { } low, High: { } high } => $"({name} {(inside.LowIncluded ? ">=" : ">")} {write(low)} AND {name} {(inside.HighIncluded ? "<=" : "<")} {write(high)})",
    };

    private static string Has(SqlColumn column, string value) => $"strpos({SqlText.Name(column.Name)}, {SqlText.Quote(SqlText.Barred(value))}) > 0";

    private static bool CanAsk(Attribute attribute, Predicate predicate) => predicate switch
    {
        IsNear or IsInsideShape or IsUnder => false,
        // Databases compare bytes of UTF-8, we compare UTF-16: the same order but for bounds behind the surrogates.
        LiesBetween(var low, var high) => !low.AsSpan().ContainsAnyInRange('\uD800', char.MaxValue) && !high.AsSpan().ContainsAnyInRange('\uD800', char.MaxValue),
        IsInside(var low, _, var high, _) when attribute.Field.Kind != FieldKind.Date => IsExact(low ?? 0) && IsExact(high ?? 0),
        _ => true,
    };

    private static bool IsExact(decimal number) => Math.Abs(number) < MostNumber && decimal.Round(number, MostDigits) == number;
}
