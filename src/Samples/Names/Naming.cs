using Bailiwick.Measures;

namespace Bailiwick.Samples.Names;

/// <summary>Names and addresses of one language. Made of syllables: any likeness to a real company is chance.</summary>
internal abstract class Naming
{
    /// <summary>The naming of a country.</summary>
    public static Naming For(string country) => country == "TW" ? new ChineseNaming() : new EnglishNaming(country);

    /// <summary>What a group of companies shares in its names: 宏遠, Northgate.</summary>
    public abstract string Brand(Chance chance);

    /// <summary>The name of a company of an industry.</summary>
    public abstract string Company(string brand, Industry industry, Chance chance);

    /// <summary>The name of a person.</summary>
    public abstract string Person(Chance chance);

    /// <summary>Street and number, within the place; null where the country has no style of ours.</summary>
    public abstract string? Address(string placeHead, Chance chance);

    /// <summary>A territory by its main place.</summary>
    public abstract string Territory(string place);

    /// <summary>The language in which products and territories are named.</summary>
    public abstract Language Language { get; }

    /// <summary>What reps of the country speak: the first all of them, the others some.</summary>
    public abstract IReadOnlyList<string> Languages { get; }

    protected static string One(IReadOnlyList<string> of, Chance chance) => of[chance.Next(of.Count)];
}
