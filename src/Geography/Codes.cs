using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A country of ISO 3166-1.</summary>
/// <param name="Alpha2">Two capital letters: <c>TW</c>.</param>
/// <param name="Alpha3">Three capital letters: <c>TWN</c>.</param>
/// <param name="Numeric">Three digits: <c>158</c>.</param>
/// <param name="Name">Its usual name in both languages.</param>
public sealed record Country(string Alpha2, string Alpha3, string Numeric, Text Name);

/// <summary>A subdivision of ISO 3166-2.</summary>
/// <param name="Code">Country, hyphen, up to three characters: <c>US-CA</c>, <c>TW-TPE</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Its name; both languages are the same where no Chinese name is at hand.</param>
/// <param name="Parent">ISO 3166-2 of the subdivision that holds it; null directly below the country.</param>
public sealed record Subdivision(string Code, string Country, Text Name, string? Parent);

/// <summary>All countries, by any of their codes and names.</summary>
public sealed class CountryCodes
{
    /// <summary>All countries in order of their alpha-2 codes.</summary>
    public IReadOnlyList<Country> All => throw new NotSupportedException();

    /// <summary>The country with exactly this code (alpha-2, alpha-3 or numeric) or name (English, Chinese or a usual short form), in any case and width; or null.</summary>
    public Country? Find(string codeOrName) => throw new NotSupportedException(codeOrName);
}

/// <summary>All subdivisions, by code and name.</summary>
public sealed class SubdivisionCodes
{
    /// <summary>All subdivisions in order of their codes.</summary>
    public IReadOnlyList<Subdivision> All => throw new NotSupportedException();

    /// <summary>The subdivision with this ISO 3166-2 code, or null.</summary>
    public Subdivision? Find(string code) => throw new NotSupportedException(code);

    /// <summary>The subdivision of a country by its code with or without the country (<c>US-CA</c>, <c>CA</c>) or its name in either language; or null.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="codeOrName">As given, in any case and width.</param>
    public Subdivision? Find(string country, string codeOrName) => throw new NotSupportedException(country + codeOrName);
}
