namespace Bailiwick.Rules.Tests;

public sealed class RuleLanguagePageTests
{
    public static TheoryData<string> Tables => [.. RuleLanguagePage.Tables.Keys];

    // To make the tables anew, empty one between its marks, run this, and look at the difference.
    [Theory, MemberData(nameof(Tables))]
    public void Tables_of_the_page_say_what_the_code_says(string name)
    {
        if (RuleLanguagePage.Written(name).Length == 0)
        {
            RuleLanguagePage.Rewrite();
            Assert.Fail("the tables were written anew: look at them, then run again.");
        }

        Assert.Equal(RuleLanguagePage.Tables[name], RuleLanguagePage.Written(name));
    }

    [Fact]
    public void Rules_on_the_page_are_rules()
    {
        Assert.NotEmpty(RuleLanguagePage.Rules);
        Assert.All(RuleLanguagePage.Rules, rule => Assert.Empty(Rule.Parse(rule, Account.Scope).Problems));
    }

    [Fact]
    public void Answers_on_the_page_are_the_answers()
    {
        Assert.InRange(RuleLanguagePage.Answers.Count(), 40, 200);
        Assert.All(RuleLanguagePage.Answers, line => Assert.True(line.Holds == Holds(line.Rule, line.Account), $"{line.Rule} for {line.Account}"));
    }

    private static bool Holds(string rule, string account)
    {
        RuleReading reading = Rule.Parse(rule, Account.Scope);
        Assert.Empty(reading.Problems);
        RuleSpace space = RuleSpace.Compile([reading.Rule!], Account.Scope, null);
        var classes = new int[space.Axes.Length];
        space.Classify(Account.Table(account.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(cell => cell.Split(": "))
            .Select(cell => KeyValuePair.Create(cell[0], cell[1])))).Row(0, classes);
        return space.Holds(0, classes);
    }
}
