using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Rules.Space;

namespace Bailiwick.Rules.Sql;

/// <summary>Rules as SQL conditions over a normalised table, and the values of that table.</summary>
/// <remarks>
/// The text is the same for PostgreSQL and DuckDB. What their SQL cannot ask (distance, shapes, trees of codes) the table answers. Safe for many
/// threads.
/// </remarks>
public sealed class RuleSql
{
    private readonly IReadOnlyList<Rule> rules;
    private readonly TestNumbers numbers;
    private readonly SqlSources sources;

    private RuleSql(IReadOnlyList<Rule> rules, TestNumbers numbers, SqlSources sources) => (this.rules, this.numbers, this.sources) = (rules, numbers, sources);

    /// <summary>The columns that the rules need.</summary>
    public IEnumerable<SqlColumn> Columns => sources.All.SelectMany(source => source.Columns);

    /// <summary>Makes the columns that rules need.</summary>
    /// <param name="rules">The rules; they are asked by their place in this list.</param>
    /// <param name="scope">The scope in which they were read.</param>
    /// <param name="atlas">The geography at hand; null when no rule asks for areas.</param>
    /// <param name="names">Gives the columns their names.</param>
    public static RuleSql Compile(IReadOnlyList<Rule> rules, RuleScope scope, Atlas? atlas, SqlNames names)
    {
        var all = new TestNumbers();
        var written = new Dictionary<int, string>();
        foreach (Rule rule in rules)
        {
            all.Compile(rule.Condition);
            foreach (TestOf test in TestsOf(rule.Condition))
            {
                written[all.Find(test)] = test.Text;
            }
        }

        var made = new SqlSources(new SqlWorld(scope, atlas, names), written);
        foreach ((Attribute attribute, List<NumberedTest> tests) in all.ByAttribute)
        {
            made.Add(attribute, tests);
        }

        return new RuleSql(rules, all, made);
    }

    /// <summary>A rule as a condition: true where it holds, false or null elsewhere.</summary>
    public string TextOf(int rule) => TextOf(rules[rule].Condition);

    /// <summary>The values of rows: column by column, in the order of <see cref="Columns"/>; null is unknown.</summary>
    /// <param name="rows">Accounts with their places found.</param>
    public ImmutableArray<string?[]> Values(ColumnTable rows) => [.. sources.All.SelectMany(source => source.Values(rows))];

    // Null is neither here nor there: of "and" and "or" it makes true only what false would, and "not" asks for it by name.
    private string TextOf(Condition condition) => condition switch
    {
        AllOf { Parts: [] } => "TRUE",
        AnyOf { Parts: [] } => "FALSE",
        AllOf all => string.Join(" AND ", all.Parts.Select(part => Within(part, part is AnyOf))),
        AnyOf any => string.Join(" OR ", any.Parts.Select(part => Within(part, part is AllOf))),
        NotOf not => $"({TextOf(not.Inner)}) IS NOT TRUE",
        TestOf test => sources.TextOf[numbers.Find(test)],
        _ => throw new InvalidOperationException($"no SQL of {condition.GetType().Name}"),
    };

    private string Within(Condition part, bool isOther) => isOther ? $"({TextOf(part)})" : TextOf(part);

    private static IEnumerable<TestOf> TestsOf(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(TestsOf),
        AnyOf any => any.Parts.SelectMany(TestsOf),
        NotOf not => TestsOf(not.Inner),
        TestOf test => [test],
        _ => throw new InvalidOperationException($"no tests of {condition.GetType().Name}"),
    };
}
