namespace Bailiwick.Territories.Diff;

/// <summary>Siblings of two versions with the same parent: what stands where, and what is not as it was.</summary>
internal sealed class FamilyPair
{
    private readonly Dictionary<string, int> placeBefore;
    private readonly Dictionary<string, int> placeAfter;
    private readonly int[] touched;
    private readonly int[] firstFollowing;

    public FamilyPair(TreeNode[] before, TreeNode[] after, RuleGround ground)
    {
        (Before, After) = (before, after);
        placeBefore = Places(before);
        placeAfter = Places(after);
        touched = [.. Enumerable.Range(0, before.Length).Where(place => AfterOf(before[place]) is not { } later || !ground.IsSame(before[place], later))];
        firstFollowing = new int[after.Length];
        int first = before.Length;
        for (int place = after.Length - 1; place >= 0; place--)
        {
            firstFollowing[place] = first;
            first = Math.Min(first, placeBefore.GetValueOrDefault(IdOf(after[place]), int.MaxValue));
        }
    }

    public TreeNode[] Before { get; }

    public TreeNode[] After { get; }

    /// <summary>The place of a territory among the siblings as they were; −1 for one that was not among them.</summary>
    public int PlaceOf(TreeNode node) => placeBefore.GetValueOrDefault(IdOf(node), -1);

    /// <summary>The same territory among the siblings as they are; null when it is not among them.</summary>
    public TreeNode? AfterOf(TreeNode before) => placeAfter.TryGetValue(IdOf(before), out int place) ? After[place] : null;

    /// <summary>Where a territory would stand among the siblings as they were: before the first that it now precedes.</summary>
    public int PlaceFor(TreeNode after) => firstFollowing[placeAfter[IdOf(after)]];

    /// <summary>Whether a territory is now asked before another.</summary>
    public bool Precedes(TreeNode one, TreeNode other) => placeAfter[IdOf(one)] < placeAfter[IdOf(other)];

    /// <summary>Siblings as they were, before a place, that are gone or have another where.</summary>
    public IEnumerable<TreeNode> TouchedBefore(int place) => touched.TakeWhile(each => each < place).Select(each => Before[each]);

    private static Dictionary<string, int> Places(TreeNode[] nodes) =>
        Enumerable.Range(0, nodes.Length).ToDictionary(place => IdOf(nodes[place]), StringComparer.Ordinal);

    private static string IdOf(TreeNode node) => node.Territory.Id.Value;
}
