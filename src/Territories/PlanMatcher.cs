using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>A plan made ready to answer: for each account and layer the territory, the rule that decided, and the path.</summary>
/// <remarks>Immutable and safe for many threads. A table is answered by profiles of rows, so its cost grows with what the rules can tell apart.</remarks>
public sealed partial class PlanMatcher
{
    private readonly RuleSet rules;
    private readonly Tree[] trees;
    private readonly Dictionary<string, int> indexOf;
    private readonly Dictionary<(string Layer, string Account), List<AccountOverride>> overrides = [];

    private PlanMatcher(PlanDocument plan, Atlas? atlas)
    {
        Plan = plan;
        var nodes = new List<TreeNode>();
        var asked = new List<Rule>();
        trees = [.. plan.Layers.Select(layer => new Tree(layer, nodes, rule =>
        {
            asked.Add(rule);
            return asked.Count - 1;
        }))];
        rules = RuleSet.Compile(asked, plan.Scope, atlas);
        Array.ForEach(trees, tree => tree.Top.Prepare(rules));
        Territories = [.. nodes.Select(node => node.Territory)];
        indexOf = nodes.ToDictionary(node => node.Territory.Id.Value, node => node.Index, StringComparer.Ordinal);
        foreach (AccountOverride each in plan.Overrides)
        {
            (string, string) key = (each.Layer, each.Account.Value);
            (overrides.TryGetValue(key, out List<AccountOverride>? known) ? known : overrides[key] = []).Add(each);
        }
    }

    /// <summary>The plan.</summary>
    public PlanDocument Plan { get; }

    /// <summary>All territories of all layers, in the order written, parents before children.</summary>
    public ImmutableArray<TerritoryNode> Territories { get; }

    /// <summary>What is wrong with the plan against the geography at hand: boundary sets that it names and that are not there.</summary>
    public IReadOnlyList<Problem> Problems => rules.Problems;

    /// <summary>Whether some territory takes whole families, so that parents matter.</summary>
    public bool AsksForParents => trees.Any(tree => tree.HasFamilies);

    /// <summary>Makes a plan ready.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="atlas">The boundary sets at hand; null when no rule asks for areas.</param>
    public static PlanMatcher Compile(PlanDocument plan, Atlas? atlas) => new(plan, atlas);

    /// <summary>The index of a territory in <see cref="Territories"/>, or −1.</summary>
    public int IndexOf(TerritoryId territory) => indexOf.GetValueOrDefault(territory.Value, -1);

    /// <summary>The territory above, as an index; −1 at the top.</summary>
    public int ParentOf(int territory) => TreeOf(territory).NodeAt(territory).Parent;

    /// <summary>Answers for a table of accounts with their places found.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="day">The day for which overrides count.</param>
    /// <param name="parents">Who belongs to whom, when more is known than the table tells.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public PlanAnswers Assign(ColumnTable accounts, DateOnly day, AccountParents? parents = null, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        parents ??= AsksForParents ? AccountParents.Of(accounts) : AccountParents.None;
        ClassifiedAccounts classified = rules.Classify(accounts);
        return new PlanAnswers([.. trees.Select(tree => Answer(tree, accounts, classified, day, parents, problems, cancellation))], [.. problems.DistinctBy(problem => problem.Value, StringComparer.Ordinal)]);
    }

    /// <summary>Answers for one account with its place found: one answer a layer.</summary>
    /// <param name="account">The account.</param>
    /// <param name="day">The day for which overrides count.</param>
    /// <param name="parents">Who belongs to whom; by default only the account's own parent is known.</param>
    public ImmutableArray<PlanAnswer> Assign(MarketRow account, DateOnly day, AccountParents? parents = null)
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        table.Add(account);
        return [.. Assign(table.Build(), day, parents).Layers.Select(layer => layer[0])];
    }

    /// <summary>The territories of rows of which only the place is known, by their wheres alone when the layer's scope takes none of them.</summary>
    /// <remarks>A scope such as <c>type = "B2B"</c> asks for more than a place, so it cannot tell which areas a layer is about.</remarks>
    internal int[] TerritoriesOfPlaces(ColumnTable places, int layer, bool mayLeaveScope)
    {
        ClassifiedAccounts classified = rules.Classify(places);
        RuleAsker asker = classified.Ask();
        int[] inScope = Walk(hasScope: true);
        return !mayLeaveScope || inScope.Any(territory => territory >= 0) ? inScope : Walk(hasScope: false);

        int[] Walk(bool hasScope) =>
        [
            .. Enumerable.Range(0, places.Count).Select(row =>
            {
                asker.Turn(classified.ProfileOf[row]);
                (int node, MatchRule rule) = trees[layer].Walk(asker, null, hasScope);
                return rule is MatchRule.Gap or MatchRule.OutOfScope ? -1 : node;
            }),
        ];
    }

    private LayerAnswers Answer(
        Tree tree, ColumnTable accounts, ClassifiedAccounts classified, DateOnly day, AccountParents parents, List<Problem> problems, CancellationToken cancellation)
    {
        (int Node, MatchRule Rule)[] ofProfile = new (int, MatchRule)[classified.Profiles];
        RuleAsker asker = classified.Ask();
        for (int profile = 0; profile < ofProfile.Length; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            asker.Turn(profile);
            ofProfile[profile] = tree.Walk(asker, null);
        }

        var nodes = new int[accounts.Count];
        var decided = new MatchRule[accounts.Count];
        TextValues ids = accounts[Accounts.Id];
        bool hasNames = tree.Named.Count > 0;
        bool hasOverrides = overrides.Count > 0;
        for (int row = 0; row < nodes.Length; row++)
        {
            (int Node, MatchRule Rule) landing = ofProfile[classified.ProfileOf[row]];
            if ((hasNames || hasOverrides) && ids[row] is { } account)
            {
                if (hasOverrides && OverrideOf(tree, account, day) is { } forced)
                {
                    landing = (IndexOf(forced.Territory), MatchRule.Override);
                }
                else if (hasNames && NameOf(tree, account, parents, problems).Node is { } named)
                {
                    asker.Turn(classified.ProfileOf[row]);
                    landing = tree.Walk(asker, named);
                }
            }

            (nodes[row], decided[row]) = landing;
        }

        return new LayerAnswers(tree, nodes, decided);
    }

    private AccountOverride? OverrideOf(Tree tree, string account, DateOnly day) =>
        overrides.TryGetValue((tree.Layer.Name, account), out List<AccountOverride>? known) ? known.Find(each => each.Days.Contains(day)) : null;

    // The node that names an account, and by which account's name: its own, else that of the nearest ancestor whose family stays together.
    private static (TreeNode? Node, string By) NameOf(Tree tree, string account, AccountParents parents, List<Problem> problems)
    {
        if (tree.Named.TryGetValue(account, out TreeNode? own))
        {
            return (own, account);
        }

        if (tree.HasFamilies)
        {
            foreach (string ancestor in parents.AncestorsOf(account, problems))
            {
                if (tree.Named.TryGetValue(ancestor, out TreeNode? family) && family.Territory.IsFamilyTogether)
                {
                    return (family, ancestor);
                }
            }
        }

        return (null, account);
    }

    private Tree TreeOf(int territory) => trees.Last(tree => tree.First <= territory);
}
