namespace Bailiwick.Alignment.Search;

/// <summary>The number of neighbour pairs between territories.</summary>
internal sealed class CutScore(UnitGraph graph) : IScore
{
    private int[] territoryOf = [];

    public long Total { get; private set; }

    public void Load(int[] plan)
    {
        territoryOf = plan;
        Total = Recount();
    }

    public long Change(int unit, int from, int to)
    {
        long change = 0;
        foreach (int neighbour in graph.Of(unit))
        {
            int other = territoryOf[neighbour];
            change += (other == from ? 1 : 0) - (other == to ? 1 : 0);
        }

        return change;
    }

    public void Apply(int unit, int from, int to, long change) => Total += change;

    public void Refresh(bool isThorough)
    {
        // Nothing is kept beside the plan.
    }

    public long Recount()
    {
        long cut = 0;
        foreach ((int a, int b) in graph.Pairs)
        {
            cut += territoryOf[a] == territoryOf[b] ? 0 : 1;
        }

        return cut;
    }
}
