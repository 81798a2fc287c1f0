using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Rules.Tests;

public sealed class LawTests
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

    [Fact]
    public void A_printed_rule_parses_to_the_same_rule()
    {
        for (ulong seed = 0; seed < 1_000; seed++)
        {
            var chance = new Chance(seed);
            foreach (NodeModel node in RandomWorlds.OfRules(seed, rules: 3, depth: 4, accounts: 0).Plan.Layers[0].Nodes)
            {
                string written = new RuleText(chance).Of(node.Where!);
                var first = RuleParser.Parse(new RuleTokenizer().Tokenize(written));
                Assert.True(first.HasValue, $"seed {seed}: {written}: {first}");
                string text = RulePrinter.Print(first.Value);
                var second = RuleParser.Parse(new RuleTokenizer().Tokenize(text));

                Assert.True(second.HasValue, $"seed {seed}: {text}: {second}");
                Assert.True(Shape(first.Value) == Shape(second.Value), $"seed {seed}: {text}");
                Assert.Equal(text, RulePrinter.Print(second.Value));
            }
        }
    }

    [Fact]
    public void Folding_twice_is_folding_once()
    {
        var chance = new Chance(7);
        for (int run = 0; run < 20_000; run++)
        {
            string text = new([.. Enumerable.Range(0, 1 + chance.Next(6)).Select(_ => (char)chance.Next(0x10000))]);
            string folded = Folding.Fold(text);
            Assert.True(folded == Folding.Fold(folded), string.Join(' ', text.Select(each => ((int)each).ToString("X4", CultureInfo.InvariantCulture))));
        }
    }

    [Fact]
    public void No_text_breaks_the_parser()
    {
        string[] pieces = ["country", "=", "\"TW\"", "(", ")", "and", "or", "not", "in", ",", "between", "1", "2027-01-01", "is", "known", "within", "km", "of", "list", "\"", "\\", "#", "-", "\ud800", "台", "\n", "area", "starts", "with", "99999999999999999999999999999999"];
        var chance = new Chance(11);
        for (int run = 0; run < 20_000; run++)
        {
            string text = string.Join(chance.Next(3) == 0 ? "" : " ", Enumerable.Range(0, chance.Next(12)).Select(_ => pieces[chance.Next(pieces.Length)]));
            RuleReading reading = Rule.Parse(text, Account.Scope);

            Assert.True(reading.Rule is not null ^ reading.Problems.Count > 0, text);
            Assert.All(reading.Problems, problem => Assert.True(problem.Place.Line >= 1 && problem.Place.Column is not null || problem.Place.File is not null, text));
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not ", "")]
    [InlineData("not (", ")")]
    public void Nesting_without_end_is_a_problem(string open, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 200_000)) + "country = \"TW\"" + string.Concat(Enumerable.Repeat(close, 200_000));
        Assert.Equal("rules.too-deep", Assert.Single(Rule.Parse(text, Account.Scope).Problems).Code);
    }

    [Fact]
    public void A_list_of_40000_codes_is_one_condition()
    {
        var lists = Account.Scope with { Lists = _ => new ListReading([.. Enumerable.Range(0, 40_000).Select(code => new ListValue(code + 1, code.ToString("D5", CultureInfo.InvariantCulture)))]) };
        Assert.True(Account.Holds("postal in list(\"many.csv\")", "postal=39999", lists));
        Assert.False(Account.Holds("postal in list(\"many.csv\")", "postal=40000", lists));
        Assert.True(Account.Holds($"postal in ({string.Join(", ", Enumerable.Range(0, 40_000).Select(code => $"\"{code:D5}\""))})", "postal=00001", lists));
    }

    // The syntax without places, to compare.
    private static string Shape(Syntax rule) => rule switch
    {
        AllSyntax all => $"all[{string.Join(';', all.Parts.Select(Shape))}]",
        AnySyntax any => $"any[{string.Join(';', any.Parts.Select(Shape))}]",
        NotSyntax not => $"not[{Shape(not.Inner)}]",
        TestSyntax test => $"{test.Field.Name}/{test.Field.Set}/{test.Operator}/{test.File?.Path}/{string.Join(';', test.Operands.Select(operand => $"{operand.Kind}:{operand.Text}:{operand.Unit}"))}",
        _ => throw new InvalidOperationException(),
    };
}
