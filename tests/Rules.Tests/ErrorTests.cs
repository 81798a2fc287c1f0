using System.Runtime.CompilerServices;
using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.Rules.Tests;

public sealed class ErrorTests
{
    // One wrong rule a line; the golden text holds what each is told.
    private static readonly string[] Wrong =
    [
        "",
        "country",
        "country =",
        "country = TW",
        "country = \"TW\" and",
        "country = \"TW\" employees > 5",
        "country \"TW\"",
        "contry = \"TW\"",
        "fleet > 5",
        "industry undr \"Q\"",
        "country under \"T\"",
        "country > \"TW\"",
        "employees > \"5\"",
        "employees > 5.5",
        "employees > 2027-01-01",
        "employees > 99999999999999999999999999999999",
        "since > 2027-02-30",
        "since > 5",
        "products = \"P\"",
        "country has \"P\"",
        "postal = 90210",
        "country = \"\"",
        "employees between 20 and 10",
        "postal between \"2\" and \"1\"",
        "revenue > 5 ABC",
        "revenue > 5 EUR",
        "postal in list(\"none.csv\")",
        "(country = \"TW\"",
        "country = \"TW\")",
        "country in ()",
        "country in (\"TW\" \"JP\")",
        "country = \"TW",
        "country & \"TW\"",
        "within 5 miles of (121, 25)",
        "within 5 km of (25, 121)",
        "within -1 km of (121, 25)",
        "country is kown",
        "inside harbour.geojson",
        "inside \"shapes/none.geojson\"",
        "inside \"shapes/broken.geojson\"",
        "not inside \"shapes/broken.geojson\" or contry = \"TW\"",
        "country = \"TW\" and\n  contry = \"TW\" and\n  employes > 5",
    ];

    [Fact]
    public void Wrong_rules_are_told_where_what_and_what_would_do()
    {
        var told = new StringBuilder();
        foreach (string rule in Wrong)
        {
            told.AppendLine(rule.Replace("\n", "⏎", StringComparison.Ordinal));
            foreach (Problem problem in Rule.Parse(rule, Account.Scope).Problems)
            {
                told.AppendLine("  " + problem.Code + " " + problem.In(Language.English)).AppendLine("  " + problem.In(Language.Chinese));
            }
        }

        Golden.Check(told.ToString(), "errors.txt");
    }
}

/// <summary>Texts that change only with a look: delete the file, run the test, look at the difference.</summary>
internal static class Golden
{
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(caller)!, "golden", name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.ReplaceLineEndings("\n"));
            Assert.Fail($"{name} was written anew: look at it, then run again.");
        }

        Assert.Equal(File.ReadAllText(file), text.ReplaceLineEndings("\n"));
    }
}
