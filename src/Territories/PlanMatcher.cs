using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Engine;

namespace Bailiwick.Territories;

/// <summary>A plan made ready to answer: for each account and layer the territory, the rule that decided, and the path.</summary>
/// <remarks>
/// Safe for many threads. Each layer is a list of boxes in one space of all rules (<see cref="RuleSpace"/>), asked by a bitset index and, for very
/// many rows, by a decision diagram; the answers are the same.
/// </remarks>
public sealed partial class PlanMatcher
{
    private readonly RuleSpace space;
    private readonly Atlas? atlas;
    private readonly LayerEngine[] layers;
    private readonly Dictionary<string, int> indexOf;
    private readonly Dictionary<(string Layer, string Account), List<AccountOverride>> overrides = [];
    private readonly Dictionary<Tree, NameFilter?> filters;

    private PlanMatcher(PlanDocument plan, Atlas? atlas, EngineOptions options)
    {
        (Plan, Version) = (plan, plan.Version);
        this.atlas = atlas;
        var nodes = new List<TreeNode>();
        var asked = new List<Rule>();
        Tree[] trees = [.. plan.Layers.Select(layer => new Tree(layer, nodes, rule =>
        {
            asked.Add(rule);
            return asked.Count - 1;
        }))];
        space = RuleSpace.Compile(asked, plan.Scope, atlas);
        layers = [.. trees.Select(tree => new LayerEngine(tree, space, options))];
        Territories = [.. nodes.Select(node => node.Territory)];
        indexOf = nodes.ToDictionary(node => node.Territory.Id.Value, node => node.Index, StringComparer.Ordinal);
        foreach (AccountOverride each in plan.Overrides)
        {
            (string, string) key = (each.Layer, each.Account.Value);
            (overrides.TryGetValue(key, out List<AccountOverride>? known) ? known : overrides[key] = []).Add(each);
        }

        filters = trees.ToDictionary(tree => tree, tree =>
        {
            string[] named = [.. tree.Named.Keys, .. overrides.Keys.Where(key => key.Layer == tree.Layer.Name).Select(key => key.Account)];
            return named.Length == 0 ? null : new NameFilter(named);
        });
    }

    /// <summary>The plan.</summary>
    public PlanDocument Plan { get; }

    /// <summary>The plan's <see cref="PlanDocument.Version"/>: all answers are by it.</summary>
    public string Version { get; }

    /// <summary>All territories of all layers, in the order written, parents before children.</summary>
    public ImmutableArray<TerritoryNode> Territories { get; }

    /// <summary>What is wrong with the plan against the geography at hand: boundary sets that it names and that are not there.</summary>
    public IReadOnlyList<Problem> Problems => space.Problems;

    /// <summary>Whether some territory takes whole families, so that parents matter.</summary>
    public bool AsksForParents => layers.Any(layer => layer.Tree.HasFamilies);

    /// <summary>Whether some rule asks where an account is on the map: by area, distance or polygon.</summary>
    public bool AsksForPoints => space.AsksForPoints;

    /// <summary>Per layer how many numbers its answers can have.</summary>
    internal IEnumerable<int> MostCodes => layers.Select(layer => layer.Tree.Codes);

    /// <summary>Names of the columns and custom fields of a file that matter besides the key: in any case.</summary>
    public IReadOnlySet<string> Columns => new HashSet<string>([.. space.Columns, Leads.Account.Name, .. AsksForParents ? [Accounts.Parent.Name] : Array.Empty<string>()], StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a plan ready.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="atlas">The boundary sets at hand; null when no rule asks for areas.</param>
    public static PlanMatcher Compile(PlanDocument plan, Atlas? atlas) => new(plan, atlas, EngineOptions.Default);

    internal static PlanMatcher Compile(PlanDocument plan, Atlas? atlas, EngineOptions options) => new(plan, atlas, options);

    /// <summary>How each layer is asked so far: its index, and its diagram or the limit that ended the building of it.</summary>
    public IReadOnlyList<EngineState> Engines => [.. layers.Select(layer => layer.StateIn(Version))];

    /// <summary>The index of a territory in <see cref="Territories"/>, or −1.</summary>
    public int IndexOf(TerritoryId territory) => indexOf.GetValueOrDefault(territory.Value, -1);

    /// <summary>The territory above, as an index; −1 at the top.</summary>
    public int ParentOf(int territory) => TreeOf(territory).NodeAt(territory).Parent;

    /// <summary>Answers for a table of accounts or leads with their places found. A lead that belongs to an account goes by what is said of that account by name.</summary>
    /// <param name="accounts">The accounts, or leads.</param>
    /// <param name="day">The day for which overrides count.</param>
    /// <param name="parents">Who belongs to whom, when more is known than the table tells.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public PlanAnswers Assign(ColumnTable accounts, DateOnly day, AccountParents? parents = null, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        parents ??= AsksForParents ? AccountParents.Of(accounts) : AccountParents.None;
        using RowClasses classes = space.Classify(accounts);
        cancellation.ThrowIfCancellationRequested();
        return new PlanAnswers([.. layers.Select(layer => Answer(layer, NamesIn(accounts), classes, new Names(this, layer.Tree, day, parents, problems)))], [.. problems.DistinctBy(problem => problem.Value, StringComparer.Ordinal)], Version);
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
        using RowClasses classes = space.Classify(places);
        int[] inScope = Walk(null);
        return !mayLeaveScope || inScope.Any(territory => territory >= 0) ? inScope : Walk([.. Enumerable.Repeat(layers[layer].List.WithoutScope, places.Count)]);

        int[] Walk(int[]? starts)
        {
            var codes = new int[places.Count];
            layers[layer].Fill(classes, starts, codes);
            var answers = new LayerAnswers(layers[layer].Tree, codes);
            return [.. Enumerable.Range(0, places.Count).Select(answers.TerritoryOf)];
        }
    }

    /// <summary>Per layer who would have been next: the territory that would take a row by its rule if the row's own territory took nothing; a gap's answer when none would.</summary>
    /// <param name="accounts">The accounts, or leads.</param>
    /// <param name="answers">Their answers.</param>
    public IReadOnlyList<LayerAnswers> RunnersUp(ColumnTable accounts, PlanAnswers answers)
    {
        using RowClasses classes = space.Classify(accounts);
        return [.. layers.Zip(answers.Layers, (layer, own) => own.With(layer.RunnersUp(classes, own.Codes)))];
    }

    private static TextValues NamesIn(ColumnTable rows) => rows.Table == Leads.Table ? rows[Leads.Account] : rows[Accounts.Id];

    private static LayerAnswers Answer(LayerEngine layer, TextValues ids, RowClasses classes, Names names)
    {
        int[] codes = GC.AllocateUninitializedArray<int>(classes.Count);
        if (!names.AreThere)
        {
            layer.Fill(classes, null, codes);
            return new LayerAnswers(layer.Tree, codes);
        }

        var starts = new int[codes.Length];
        var direct = new List<(int Row, int Code)>();
        for (int row = 0; row < codes.Length; row++)
        {
            if (ids[row] is { } account && names.MayTell(account) && names.Of(account) is var (node, rule))
            {
                if (rule == MatchRule.Named && node.Children.Nodes.Length > 0)
                {
                    starts[row] = layer.StartOf(node);
                }
                else
                {
                    direct.Add((row, layer.Tree.CodeOf(node.Index, rule)));
                }
            }
        }

        layer.Fill(classes, starts, codes);
        direct.ForEach(each => codes[each.Row] = each.Code);
        return new LayerAnswers(layer.Tree, codes);
    }

    private Tree TreeOf(int territory) => layers.Last(layer => layer.Tree.First <= territory).Tree;
}
