using Bailiwick.Rules;

namespace Bailiwick.Territories.Engine;

/// <summary>In which way a list is asked; the answers are the same.</summary>
internal enum Way
{
    /// <summary>By the index, and by the diagram once so many rows were asked that it pays.</summary>
    Fastest,

    /// <summary>By the bitset index alone.</summary>
    Index,

    /// <summary>By the diagram; by the index where it grows past its limits.</summary>
    Diagram,

    /// <summary>Rule by rule, by the conditions.</summary>
    Walk,
}

/// <summary>One layer made ready: its list, the index over it, and the diagram when it stands. Safe for many threads.</summary>
internal sealed class LayerEngine
{
    // The index asks some ten million rows a second; a diagram of a thousand boxes takes less than a tenth of a second to build.
    private const long RowsPerBox = 1_000;

    private readonly LayerList list;
    private readonly ListAxis[] axes;
    private readonly BitsetIndex index;
    private readonly EngineOptions options;
    private readonly Way way;
    private readonly Lazy<DiagramBuilding> building;
    private long asked;

    public LayerEngine(Tree tree, RuleSpace space, EngineOptions options, Way way)
    {
        (Tree, this.options, this.way) = (tree, options, way);
        list = Flattening.Of(tree, new RuleBoxes(space.BoxesOf, space.BoxesWithout), options);
        axes = ListAxis.Of(list);
        index = BitsetIndex.Build(axes, list.Count);
        building = new(() => DiagramBuilder.Build(list, axes, this.options, TimeProvider.System));
    }

    public Tree Tree { get; }

    public LayerList List => list;

    public BitsetIndex Index => index;

    /// <summary>What became of the diagram; null when nobody has asked for it yet.</summary>
    public DiagramBuilding? Building => building.IsValueCreated ? building.Value : null;

    /// <summary>Where the list is begun for rows that a territory names, or that nobody names (null).</summary>
    /// <param name="named">A territory with children, or null.</param>
    /// <param name="hasScope">False leaves the scope aside.</param>
    public int StartOf(TreeNode? named, bool hasScope = true) => named is not null ? list.StartOfNamed[named.Index] : hasScope ? 0 : list.WithoutScope;

    /// <summary>Where one row lands.</summary>
    /// <param name="classes">A class of every axis of the rule space.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="space">Asked where rules have no boxes.</param>
    public Landing LandingOf(ReadOnlySpan<int> classes, int start, RuleSpace space) => Settled(list.Landings[list.CodeOf[index.First(classes, start)]], classes, space);

    /// <summary>Where rows land.</summary>
    /// <param name="rows">Their classes.</param>
    /// <param name="starts">Per row where to begin; null when all begin at the top.</param>
    /// <param name="space">Asked where rules have no boxes.</param>
    /// <param name="landings">Filled, one a row.</param>
    public void Fill(RowClasses rows, int[]? starts, RuleSpace space, Span<Landing> landings)
    {
        if (DiagramFor(rows.Count) is { } diagram)
        {
            var states = new int[rows.Count];
            int root = diagram.RootOf[0];
            for (int row = 0; row < states.Length; row++)
            {
                states[row] = starts is null || starts[row] == 0 ? root : diagram.RootOf[starts[row]];
            }

            DiagramMatch.Run(diagram, [.. Enumerable.Range(0, space.Axes.Length).Select(rows.Of)], 0, states);
            for (int row = 0; row < states.Length; row++)
            {
                landings[row] = Of(diagram.Landings[states[row]], rows, row, space);
            }

            return;
        }

        var classes = new int[space.Axes.Length];
        Span<int> found = stackalloc int[index.Axes];
        for (int row = 0; row < rows.Count; row++)
        {
            rows.Row(row, classes);
            index.Rows(classes, found);
            landings[row] = Settled(list.Landings[list.CodeOf[index.FirstOf(found, starts?[row] ?? 0)]], classes, space);
        }
    }

    private Landing Of(Landing landing, RowClasses rows, int row, RuleSpace space)
    {
        if (!landing.MustAsk)
        {
            return landing;
        }

        var classes = new int[space.Axes.Length];
        rows.Row(row, classes);
        return Settled(landing, classes, space);
    }

    private Landing Settled(Landing landing, ReadOnlySpan<int> classes, RuleSpace space)
    {
        if (!landing.MustAsk)
        {
            return landing;
        }

        int[] kept = classes.ToArray();
        return TreeWalk.From(Tree, landing, rule => space.Holds(rule, kept));
    }

    private Diagram? DiagramFor(int rows) => way switch
    {
        Way.Index or Way.Walk => null,
        Way.Diagram => building.Value.Diagram,
        Way.Fastest => Interlocked.Add(ref asked, rows) > RowsPerBox * list.Count ? building.Value.Diagram : null,
        _ => throw new InvalidOperationException($"no way {way}"),
    };
}
