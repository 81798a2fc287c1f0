using Bailiwick.Measures;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Rules.Tests;

public sealed class ClauseTests
{
    [Fact]
    public void A_rule_as_a_clause_has_the_same_words()
    {
        int read = 0;
        for (ulong seed = 0; seed < 2_000; seed++)
        {
            string text = new RuleText(new Chance(seed)).Of(RandomWorlds.OfRules(seed, rules: 1, depth: 4, accounts: 0).Plan.Layers[0].Nodes[0].Where!);
            if (Rule.Parse(text, Account.Scope).Rule is { } rule)
            {
                read++;
                Assert.True(Clause.Of(rule).ToString() == rule.ToString(), $"seed {seed}: {text}");
            }
        }

        Assert.InRange(read, 100, 2_000);
    }

    [Fact]
    public void Parts_of_the_same_kind_are_taken_apart_and_stand_once()
    {
        Clause country = AskClause.OneOf("country", "TW");
        Clause city = AskClause.OneOf("city", "台北", "A\"B");
        Clause both = Clause.All(country, Clause.All(city, country));

        Assert.Equal("country = \"TW\" and city in (\"台北\", \"A\\\"B\")", both.ToString());
        Assert.Equal("country = \"TW\" and city in (\"台北\", \"A\\\"B\") or country = \"TW\"", Clause.Any(both, Clause.Any(country, both)).ToString());
        Assert.Equal("not (country = \"TW\" and city in (\"台北\", \"A\\\"B\"))", new NotClause(both).ToString());
        Assert.Same(country, Clause.All(country));
        Assert.Throws<ArgumentException>(() => Clause.Any([]));
    }

    [Fact]
    public void An_operator_that_the_language_does_not_have_has_no_words() =>
        Assert.Throws<ArgumentException>(() => new AskClause("country", "sounds like", []).ToString());
}
