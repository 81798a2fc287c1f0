using System.Collections.Immutable;
using System.Globalization;

namespace Bailiwick.Rules;

/// <summary>The industry schemes at hand. Immutable and safe for many threads.</summary>
public sealed class IndustrySchemes
{
    private readonly ImmutableSortedDictionary<string, IndustryScheme> byName;

    private IndustrySchemes(ImmutableArray<IndustryScheme> all)
    {
        All = all;
        ImmutableSortedDictionary<string, IndustryScheme>.Builder names = ImmutableSortedDictionary.CreateBuilder<string, IndustryScheme>(StringComparer.Ordinal);
        // NAICS alone means the newest edition at hand: naics-2022 before naics-2017.
        foreach (IndustryScheme scheme in all.OrderBy(scheme => EditionOf(Tidy(scheme.Id))))
        {
            string name = Tidy(scheme.Id);
            names[name.TrimEnd("0123456789".ToCharArray()) is { Length: > 0 } bare ? bare : name] = scheme;
        }

        foreach (IndustryScheme scheme in all)
        {
            names[Tidy(scheme.Id)] = scheme;
        }

        byName = names.ToImmutable();
    }

    /// <summary>No scheme: codes lie under their beginnings.</summary>
    public static IndustrySchemes None { get; } = new([]);

    /// <summary>The schemes, in order of their ids.</summary>
    public ImmutableArray<IndustryScheme> All { get; }

    /// <summary>These schemes; of two with the same id the later one counts.</summary>
    public static IndustrySchemes Of(params IEnumerable<IndustryScheme> schemes) => None.With(schemes);

    /// <summary>With more schemes; one with the id of another takes its place.</summary>
    public IndustrySchemes With(params IEnumerable<IndustryScheme> more)
    {
        ImmutableSortedDictionary<string, IndustryScheme>.Builder all = ImmutableSortedDictionary.CreateBuilder<string, IndustryScheme>(StringComparer.Ordinal);
        foreach (IndustryScheme scheme in All.Concat(more))
        {
            all[Tidy(scheme.Id)] = scheme;
        }

        return new IndustrySchemes([.. all.Values]);
    }

    /// <summary>The scheme that an account means; null when it names none, or none at hand.</summary>
    /// <param name="name">As the account writes it. Only letters and digits count: NAICS 2017 is naics-2017. Without an edition the newest is meant.</param>
    public IndustryScheme? Find(string? name) => name is null ? null : byName.GetValueOrDefault(Tidy(name));

    /// <summary>Whether a code is another or lies below it: by the tree of the scheme; by leading characters without one, and also when the scheme does not have the code.</summary>
    /// <param name="scheme">The scheme of the code, or null.</param>
    /// <param name="code">The code, folded.</param>
    /// <param name="above">The other, folded.</param>
    internal static bool IsUnder(IndustryScheme? scheme, string code, string above) =>
        (scheme?.Has(code) != true && code.StartsWith(above, StringComparison.Ordinal)) || scheme?.CodesAbove(code).Contains(above, StringComparer.Ordinal) == true;

    private static string Tidy(string name) => string.Concat(Folding.Fold(name).Where(char.IsLetterOrDigit));

    private static int EditionOf(string tidy) =>
        int.TryParse(tidy[tidy.TrimEnd("0123456789".ToCharArray()).Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int edition) ? edition : 0;
}
