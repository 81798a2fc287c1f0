using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Tables;

/// <summary>Codes of areas → conditions: <c>us-counties/06037</c>, ISO 3166-2, or the code of an area in the one set that holds all of a table.</summary>
internal sealed class AreaCodes(Atlas atlas, PlanImportOptions options)
{
    private readonly SortedSet<string> bare = new(StringComparer.Ordinal);
    private readonly PlacesByName places = new(atlas);

    /// <summary>Codes that name no set.</summary>
    public IReadOnlyCollection<string> Bare => bare;

    /// <summary>The sets that hold all codes which name none; known after <see cref="Settle"/>.</summary>
    public IReadOnlyList<BoundarySet> Sets { get; private set; } = [];

    /// <summary>Looks at a code before any is read.</summary>
    public void See(string code)
    {
        if (Whole(code) is null)
        {
            bare.Add(code);
        }
    }

    /// <summary>All codes were seen: finds their set.</summary>
    public void Settle()
    {
        if (bare.Count > 0)
        {
            Sets = options.Boundaries is { } told
                ? atlas.Has(told) ? [atlas.Set(told)] : []
                : [.. atlas.SetIds.Select(atlas.Set).Where(set => bare.All(code => IndexIn(set, code) is not null))];
        }
    }

    /// <summary>The condition of a code; null when no set has it, or several would do.</summary>
    public Clause? Read(string code) => Whole(code) ?? (Sets is [var set] && IndexIn(set, code) is { } index ? AreaIn(set.Id, set.Areas[index].Code.Value) : null);

    private AskClause? Whole(string code)
    {
        if (code.Split('/') is [{ Length: > 0 } set, { Length: > 0 } area])
        {
            return atlas.Has(set) ? AreaIn(set, area) : null;
        }

        IReadOnlyList<string> subdivisions = options.Boundaries is null ? places.Subdivisions(code, options.Country is { } country ? [country] : []) : [];
        return subdivisions.Count == 1 ? AskClause.OneOf("subdivision", subdivisions) : null;
    }

    // A spreadsheet eats the leading zero of 06037.
    private static int? IndexIn(BoundarySet set, string code) =>
        set.IndexOf(new AreaCode(code)) ?? (code.Length == 4 && code.All(char.IsAsciiDigit) ? set.IndexOf(new AreaCode("0" + code)) : null);

    private static AskClause AreaIn(string set, string code) => AskClause.OneOf("area", code) with { Set = set };
}
