using Bailiwick.Measures;

namespace Bailiwick.Territories;

/// <summary>What kind of change of a plan moves accounts.</summary>
public enum PlanEditKind
{
    /// <summary>The layer is new.</summary>
    LayerAdded,

    /// <summary>The layer is gone.</summary>
    LayerRemoved,

    /// <summary>Another scope of the layer.</summary>
    Scope,

    /// <summary>A new territory, with those new below it.</summary>
    Added,

    /// <summary>A territory that is gone, with those below it.</summary>
    Removed,

    /// <summary>A territory that stands below another parent.</summary>
    Moved,

    /// <summary>A territory that is asked earlier than siblings that were asked before it.</summary>
    Order,

    /// <summary>Another where, or another content of what it names: lists, shapes, rates.</summary>
    Where,

    /// <summary>It keeps what its children leave, or no longer.</summary>
    Keeps,

    /// <summary>It names other accounts, or takes families where it did not.</summary>
    Names,

    /// <summary>An override of the account came, changed or ended.</summary>
    Override,
}

/// <summary>One change between two versions of a plan.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="Territory">Of which territory; null for the layer and for overrides.</param>
/// <param name="Before">The part as it was; null when it was not there.</param>
/// <param name="After">The part as it is; null when it is gone.</param>
/// <param name="Words">The change for a person.</param>
public sealed record PlanEdit(PlanEditKind Kind, TerritoryId? Territory, string? Before, string? After, Text Words)
{
    /// <summary>The kind as files name it: <c>layer_added</c>.</summary>
    public string KindName => Kind switch
    {
        PlanEditKind.LayerAdded => "layer_added",
        PlanEditKind.LayerRemoved => "layer_removed",
        PlanEditKind.Scope => "scope",
        PlanEditKind.Added => "added",
        PlanEditKind.Removed => "removed",
        PlanEditKind.Moved => "moved",
        PlanEditKind.Order => "order",
        PlanEditKind.Where => "where",
        PlanEditKind.Keeps => "keeps",
        PlanEditKind.Names => "names",
        PlanEditKind.Override => "override",
        _ => throw new InvalidOperationException($"{Kind} is not a kind of edit"),
    };
}

/// <summary>Tells an edit from every other of its layer.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="Territory">Of which territory; empty for the layer and for overrides.</param>
internal readonly record struct EditKey(PlanEditKind Kind, string Territory)
{
    /// <summary>By kind, then by territory.</summary>
    public static IComparer<EditKey> Order { get; } = Comparer<EditKey>.Create((one, other) =>
        one.Kind == other.Kind ? string.CompareOrdinal(one.Territory, other.Territory) : one.Kind.CompareTo(other.Kind));
}
