using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Diff;

/// <summary>Whether rules mean the same in two versions of a plan: their words, and what the words name.</summary>
internal sealed class RuleGround(PlanDocument before, PlanDocument after)
{
    private readonly ImmutableHashSet<string> changed =
    [
        .. before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal).Where(path => before.Files.GetValueOrDefault(path) != after.Files.GetValueOrDefault(path)),
    ];

    /// <summary>Whether amounts are compared by other rates.</summary>
    public bool RatesDiffer { get; } = !before.Scope.Rates.SequenceEqual(after.Scope.Rates);

    private readonly bool fieldsDiffer = !before.Scope.CustomFields.SequenceEqual(after.Scope.CustomFields);

    public bool IsSame(Rule? earlier, Rule? later) =>
        (earlier is null && later is null)
        || (earlier is not null && later is not null && !RatesDiffer && !fieldsDiffer && earlier.ToString() == later.ToString() && ChangedFilesOf(later).Length == 0);

    public bool IsSame(TreeNode earlier, TreeNode later) =>
        earlier.Territory.IsOtherwise == later.Territory.IsOtherwise && IsSame(earlier.Territory.Where, later.Territory.Where);

    /// <summary>The lists and shapes that a rule names and whose content changed, in order.</summary>
    public ImmutableArray<string> ChangedFilesOf(Rule rule) =>
        changed.IsEmpty ? [] : [.. FilesOf(Clause.Of(rule)).Where(changed.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> FilesOf(Clause clause) => clause switch
    {
        AllClause all => all.Parts.SelectMany(FilesOf),
        AnyClause any => any.Parts.SelectMany(FilesOf),
        NotClause not => FilesOf(not.Inner),
        AskClause { File: { } file } => [file],
        _ => [],
    };
}
