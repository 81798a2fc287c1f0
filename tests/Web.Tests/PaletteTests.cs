using System.Globalization;
using System.Text.RegularExpressions;
using Bailiwick.Web.Plan;

namespace Bailiwick.Web.Tests;

/// <summary>The colours of the look, measured as people with each kind of colour vision see them.</summary>
public partial class PaletteTests
{
    // Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15(6), 2009,
    // doi 10.1109/TVCG.2009.113: full severity, linear RGB.
    private static readonly Dictionary<string, double[,]> Visions = new(StringComparer.Ordinal)
    {
        ["usual"] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protan"] = new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        ["deutan"] = new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        ["tritan"] = new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    public static TheoryData<string, string> Cases => new(from look in new[] { "light", "dark" } from vision in Visions.Keys select (look, vision));

    [Theory, MemberData(nameof(Cases))]
    public void Every_two_territory_colours_and_the_land_differ_for_everyone(string look, string vision)
    {
        (string Name, double[] Seen)[] colours = [.. Enumerable.Range(0, TerritoryColours.Count).Select(at => $"territory-{at}").Append("land").Select(token => (token, Lab(Token(token, look), vision)))];

        foreach ((string name, double[] seen) in colours)
        {
            foreach ((string otherName, double[] other) in colours.TakeWhile(colour => colour.Name != name))
            {
                // 0.02 can just be told apart side by side; a map and its key need several times that.
                Assert.True(Distance(seen, other) >= 0.075, $"{look}, {vision}: {name} and {otherName} are {Distance(seen, other):0.000} apart");
            }
        }
    }

    [Theory]
    [InlineData("ink", "ground")]
    [InlineData("ink", "surface")]
    [InlineData("ink", "sunken")]
    [InlineData("ink-soft", "ground")]
    [InlineData("ink-soft", "surface")]
    [InlineData("ink-soft", "sunken")]
    [InlineData("ink-soft", "accent-soft")]
    [InlineData("accent", "surface")]
    [InlineData("accent", "accent-soft")]
    [InlineData("on-accent", "accent")]
    [InlineData("warning", "surface")]
    [InlineData("warning", "sunken")]
    [InlineData("warning", "accent-soft")]
    [InlineData("warning", "warning-soft")]
    public void Words_stand_out_from_their_ground(string words, string ground)
    {
        foreach (string look in new[] { "light", "dark" })
        {
            // WCAG 2.2, success criterion 1.4.3: 4.5 to 1.
            double contrast = Contrast(Token(words, look), Token(ground, look));
            Assert.True(contrast >= 4.5, $"{look}: {words} on {ground} is {contrast:0.00} to 1");
        }
    }

    private static double Contrast(double[] one, double[] other)
    {
        double[] luminances = [.. new[] { one, other }.Select(colour => (0.2126 * colour[0]) + (0.7152 * colour[1]) + (0.0722 * colour[2])).Order()];
        return (luminances[1] + 0.05) / (luminances[0] + 0.05);
    }

    private static double Distance(double[] one, double[] other) => Math.Sqrt(one.Zip(other).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));

    // OKLab (Ottosson 2020, "A perceptual color space for image processing"): equal distances look equally large.
    private static double[] Lab(double[] rgb, string vision)
    {
        double[,] m = Visions[vision];
        double[] c = [.. Enumerable.Range(0, 3).Select(row => Math.Clamp((m[row, 0] * rgb[0]) + (m[row, 1] * rgb[1]) + (m[row, 2] * rgb[2]), 0, 1))];
        double l = Math.Cbrt((0.4122214708 * c[0]) + (0.5363325363 * c[1]) + (0.0514459929 * c[2]));
        double a = Math.Cbrt((0.2119034982 * c[0]) + (0.6806995451 * c[1]) + (0.1073969566 * c[2]));
        double b = Math.Cbrt((0.0883024619 * c[0]) + (0.2817188376 * c[1]) + (0.6299787005 * c[2]));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * a) - (0.0040720468 * b),
            (1.9779984951 * l) - (2.4285922050 * a) + (0.4505937099 * b),
            (0.0259040371 * l) + (0.7827717662 * a) - (0.8086757660 * b),
        ];
    }

    // The token's colour in linear RGB.
    private static double[] Token(string name, string look)
    {
        Match token = Tokens().Matches(LookSheet.Value).Single(match => match.Groups["name"].Value == name);
        string hex = token.Groups[look].Value;
        return [.. Enumerable.Range(0, 3).Select(part => Linear(int.Parse(hex.AsSpan(part * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0))];
    }

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static readonly Lazy<string> LookSheet = new(() =>
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Bailiwick.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return File.ReadAllText(Path.Combine(folder!, "src/Web/wwwroot/css/look.css"));
    });

    [GeneratedRegex(@"--(?<name>[\w-]+): light-dark\(#(?<light>[0-9a-f]{6}), #(?<dark>[0-9a-f]{6})\);")]
    private static partial Regex Tokens();
}
