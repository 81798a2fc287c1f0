namespace Bailiwick.Measures;

/// <summary>A language in which the house speaks.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Traditional Chinese as used in Taiwan (繁體中文).</summary>
    Chinese,
}

/// <summary>Words for a person, in both languages. A missing translation does not compile.</summary>
/// <param name="English">The words in English.</param>
/// <param name="Chinese">The same in Traditional Chinese, Taiwan usage.</param>
public sealed record Text(string English, string Chinese)
{
    /// <summary>The same characters in both languages: a name, a code, a figure.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>The words in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.English => English,
        Language.Chinese => Chinese,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "not a language of the house"),
    };

    /// <summary>The English words: for logs and failure messages, never for a screen.</summary>
    public override string ToString() => English;
}
