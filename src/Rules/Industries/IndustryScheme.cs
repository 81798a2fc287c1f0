using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bailiwick.Rules;

/// <summary>A tree of industry codes. Immutable and safe for many threads.</summary>
/// <remarks>Codes compare as text does: without case, width and surrounding blanks.</remarks>
public sealed class IndustryScheme
{
    private readonly FrozenDictionary<string, string?> parents;
    private readonly int longest;

    /// <param name="id">How accounts name it in <c>industry_scheme</c>.</param>
    /// <param name="codes">Its codes. A sector that is a range, such as 31-33, gets its members 31, 32 and 33 between itself and what begins with them.</param>
    /// <exception cref="ArgumentException">A code comes twice, a parent is not among the codes, or a code is its own ancestor.</exception>
    public IndustryScheme(string id, IEnumerable<IndustryCode> codes)
    {
        Id = id;
        Codes = SectorRange.Spread([.. codes]);
        parents = Codes.ToFrozenDictionary(code => Folding.Fold(code.Code), code => code.Parent is null ? null : Folding.Fold(code.Parent), StringComparer.Ordinal);
        longest = parents.Keys.Select(code => code.Length).DefaultIfEmpty().Max();
        foreach (IndustryCode code in Codes)
        {
            if (code.Parent is not null && !Has(Folding.Fold(code.Parent)))
            {
                throw new ArgumentException($"{code.Code} lies under {code.Parent}, which is not a code of {id}", nameof(codes));
            }

            if (CodesAbove(Folding.Fold(code.Code)).Take(Codes.Length + 1).Count() > Codes.Length)
            {
                throw new ArgumentException($"{code.Code} is its own ancestor", nameof(codes));
            }
        }
    }

    /// <summary>How accounts name it.</summary>
    public string Id { get; }

    /// <summary>All codes, in the order given.</summary>
    public ImmutableArray<IndustryCode> Codes { get; }

    /// <summary>Whether it has this code, compared as text is.</summary>
    public bool Contains(string code) => Has(Folding.Fold(code));

    /// <summary>How many codes stand from the top down to this one, itself included; 0 for a code that the scheme does not have.</summary>
    public int DepthOf(string code) => Contains(code) ? CodesAbove(Folding.Fold(code)).Count() : 0;

    /// <summary>Whether it has this code, folded.</summary>
    internal bool Has(string folded) => parents.ContainsKey(folded);

    /// <summary>The codes under which a folded code lies, itself first, then its parent, and so on up.</summary>
    /// <remarks>A code that the scheme does not have stands where its longest beginning that the scheme has stands; without one, nowhere.</remarks>
    internal IEnumerable<string> CodesAbove(string folded)
    {
        string? each = folded;
        for (int length = Math.Min(folded.Length, longest); !Has(each); length--)
        {
            if (length == 0)
            {
                yield break;
            }

            each = folded[..length];
        }

        for (; each is not null; each = parents[each])
        {
            yield return each;
        }
    }
}
