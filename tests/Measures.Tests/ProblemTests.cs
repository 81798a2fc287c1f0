namespace Bailiwick.Measures.Tests;

public class ProblemTests
{
    private static readonly Problem Postal = new(
        "import.unknown-postal",
        Severity.Doubt,
        new Place("accounts.csv", 12, "postal"),
        new Text("\"99999\" is not a postal code of the United States; the account was placed by its city.", "「99999」不是美國的郵遞區號，客戶已依城市定位。"),
        "99999",
        new Text("Maybe a digit is wrong.", "可能有一位數字有誤。"));

    [Fact]
    public void A_problem_names_place_thing_and_advice() =>
        Assert.Equal("accounts.csv:12:postal: \"99999\" is not a postal code of the United States; the account was placed by its city. Maybe a digit is wrong.", Postal.ToString());

    [Fact]
    public void It_says_so_in_Chinese() =>
        Assert.Equal("accounts.csv:12:postal: 「99999」不是美國的郵遞區號，客戶已依城市定位。 可能有一位數字有誤。", Postal.In(Language.Chinese));

    [Fact]
    public void Without_a_place_only_the_words_stand() =>
        Assert.Equal("No market.", new Problem("workbench.no-market", Severity.Error, Place.None, new Text("No market.", "尚無市場資料。")).ToString());
}
