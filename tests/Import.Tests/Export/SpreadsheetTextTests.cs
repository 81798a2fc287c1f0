using Bailiwick.Import.Export;
using CsCheck;

namespace Bailiwick.Import.Tests.Export;

public class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+886-2-2720-8889", "'+886-2-2720-8889")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-121.5", "-121.5")]
    [InlineData("+5", "+5")]
    [InlineData("-", "'-")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("'tHooft", "'tHooft")]
    [InlineData("00501", "00501")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Text_that_could_run_gets_an_apostrophe(string text, string safe)
    {
        Assert.Equal(safe, SpreadsheetText.Neutralise(text));
        Assert.Equal(text, SpreadsheetText.Restore(safe));
    }

    [Fact]
    public void Restoring_undoes_neutralising_for_every_text() =>
        Gen.Char["='+-@\t\r\n＝＋－＠1.a "].Array[0, 6].Select(characters => new string(characters))
            .Sample(text => SpreadsheetText.Restore(SpreadsheetText.Neutralise(text)) == text);

    [Fact]
    public void Neutralised_text_never_begins_with_a_trigger_unless_it_is_a_number() =>
        Gen.Char["='+-@\t\r\n＝＋－＠1.a "].Array[0, 6].Select(characters => SpreadsheetText.Neutralise(new string(characters)))
            .Sample(text => text.Length == 0 || !"=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) || double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _));
}
