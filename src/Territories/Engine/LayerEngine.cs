using Bailiwick.Rules;

namespace Bailiwick.Territories.Engine;

/// <summary>In which way a layer is asked; the answers are the same.</summary>
internal enum Way
{
    /// <summary>By the index; by the diagram once so many rows were asked that it pays and it stands.</summary>
    Fastest,

    /// <summary>By the bitset index alone.</summary>
    Index,

    /// <summary>By the diagram; by the index where it grows past its limits.</summary>
    Diagram,
}

/// <summary>One layer made ready: its list, the index over it, and the diagram when it stands. Safe for many threads.</summary>
internal sealed class LayerEngine
{
    // After so many rows the index has cost about what building the diagram costs (measured: 0.08 s at 1,000 boxes, 4 s at 10,000).
    private const long RowsPerBox = 400;

    private readonly RuleSpace space;
    private readonly BitsetIndex index;
    private readonly int[] codeOf;
    private readonly Way way;
    private readonly Lazy<Task<DiagramBuilding>> building;
    private long asked;

    public LayerEngine(Tree tree, RuleSpace space, EngineOptions options)
    {
        (Tree, this.space, way) = (tree, space, options.Way);
        List = Flattening.Of(tree, new RuleBoxes(space.BoxesOf, space.BoxesWithout), options);
        ListAxis[] axes = ListAxis.Of(List);
        index = BitsetIndex.Build(axes, List.Count);
        codeOf = [.. List.Landings.Select((landing, number) => landing.MustAsk ? ~number : tree.CodeOf(landing.Node, landing.Rule))];
        building = new(() => Task.Run(() => DiagramBuilder.Build(List, axes, options)));
    }

    public Tree Tree { get; }

    public LayerList List { get; }

    /// <summary>How the layer is asked so far.</summary>
    /// <param name="version">Of the plan.</param>
    public EngineState StateIn(string version) => new(Tree.Layer.Name, version, List.Count, List.IsWhole, index.Bytes, Building?.Diagram?.Bytes, Building?.Limit switch
    {
        null or DiagramLimit.None => null,
        DiagramLimit.States => "states",
        DiagramLimit.Bytes => "memory",
        DiagramLimit.Time => "time",
        _ => throw new InvalidOperationException($"no limit {Building.Limit}"),
    });

    // What became of the diagram; null while it is not asked for, or not finished.
    private DiagramBuilding? Building => building is { IsValueCreated: true, Value.IsCompleted: true } ? building.Value.Result : null;

    /// <summary>Where the list is begun for accounts that a territory with children names.</summary>
    public int StartOf(TreeNode named) => List.StartOfNamed[named.Index];

    /// <summary>The answers to rows.</summary>
    /// <param name="rows">Their classes.</param>
    /// <param name="starts">Per row where the list is begun; null when all begin at the top.</param>
    /// <param name="codes">Filled, one a row: codes of <see cref="Tree"/>.</param>
    public void Fill(RowClasses rows, int[]? starts, Span<int> codes)
    {
        if (DiagramFor(rows.Count) is { } diagram)
        {
            ByDiagram(diagram, rows, starts, codes);
        }
        else
        {
            ByIndex(rows, starts, codes);
        }

        if (!List.IsWhole)
        {
            Settle(rows, codes);
        }
    }

    /// <summary>Who would have been next, had each row's territory taken nothing.</summary>
    /// <param name="rows">Their classes.</param>
    /// <param name="codes">Their answers.</param>
    public int[] RunnersUp(RowClasses rows, ReadOnlySpan<int> codes)
    {
        var next = new int[codes.Length];
        var classes = new int[space.Axes.Length];
        var found = new int[index.Axes];
        for (int row = 0; row < codes.Length; row++)
        {
            bool hasTerritory = Tree.RuleOf(codes[row]) is not (MatchRule.Gap or MatchRule.OutOfScope);
            next[row] = Tree.CodeOf(-1, MatchRule.Gap);
            if (hasTerritory)
            {
                rows.Row(row, classes);
                index.Rows(classes, found);
                next[row] = Next(classes, found, Tree.NodeOf(codes[row]));
            }
        }

        return next;
    }

    private int Next(int[] classes, int[] found, int winner)
    {
        for (int box = index.FirstOf(found, 0); box >= 0; box = index.FirstOf(found, box + 1))
        {
            Landing landing = List.Landings[List.CodeOf[box]];
            if (landing.MustAsk)
            {
                landing = TreeWalk.From(Tree, landing, rule => space.Holds(rule, classes), winner);
                if (landing.Node == winner && landing.Rule == MatchRule.Keeps)
                {
                    landing = TreeWalk.From(Tree, AskAfter(Tree.NodeAt(winner)), rule => space.Holds(rule, classes), winner);
                }
            }

            if (landing.Node != winner || landing.Rule == MatchRule.Gap)
            {
                return Tree.CodeOf(landing.Node, landing.Rule);
            }

            if (Tree.NodeAt(winner) is { Territory.IsOtherwise: true, Parent: var parent })
            {
                // Lists end at what takes the rest.
                return Tree.CodeOf(parent, parent >= 0 && Tree.NodeAt(parent).Territory.Keeps ? MatchRule.Keeps : MatchRule.Gap);
            }
        }

        return Tree.CodeOf(-1, MatchRule.Gap);
    }

    private Landing AskAfter(TreeNode node)
    {
        TreeNode[] siblings = node.Parent < 0 ? Tree.Top.Nodes : Tree.NodeAt(node.Parent).Children.Nodes;
        return Landing.Ask(node.Parent, Array.IndexOf(siblings, node) + 1);
    }

    private static void Begin(Diagram diagram, int[]? starts, Span<int> states)
    {
        int top = diagram.RootOf[0];
        for (int row = 0; row < states.Length; row++)
        {
            states[row] = starts is null || starts[row] == 0 ? top : diagram.RootOf[starts[row]];
        }
    }

    private void ByDiagram(Diagram diagram, RowClasses rows, int[]? starts, Span<int> codes)
    {
        Begin(diagram, starts, codes);
        DiagramMatch.Run(diagram, [.. Enumerable.Range(0, space.Axes.Length).Select(rows.Of)], 0, codes);
        foreach (ref int code in codes)
        {
            code = codeOf[code];
        }
    }

    private void ByIndex(RowClasses rows, int[]? starts, Span<int> codes)
    {
        var classes = new int[space.Axes.Length];
        var found = new int[index.Axes];
        for (int row = 0; row < codes.Length; row++)
        {
            rows.Row(row, classes);
            index.Rows(classes, found);
            codes[row] = codeOf[List.CodeOf[index.FirstOf(found, starts?[row] ?? 0)]];
        }
    }

    // Where rules have no boxes their conditions are asked.
    private void Settle(RowClasses rows, Span<int> codes)
    {
        var classes = new int[space.Axes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] < 0)
            {
                rows.Row(row, classes);
                Landing landing = TreeWalk.From(Tree, List.Landings[~codes[row]], rule => space.Holds(rule, classes));
                codes[row] = Tree.CodeOf(landing.Node, landing.Rule);
            }
        }
    }

    private Diagram? DiagramFor(int rows) => way switch
    {
        Way.Index => null,
        Way.Diagram => building.Value.GetAwaiter().GetResult().Diagram,
        Way.Fastest => Interlocked.Add(ref asked, rows) > RowsPerBox * List.Count && building.Value.IsCompletedSuccessfully ? building.Value.Result.Diagram : null,
        _ => throw new InvalidOperationException($"no way {way}"),
    };
}
