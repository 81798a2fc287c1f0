using Bailiwick.Measures;

namespace Bailiwick.Geography.Shapes;

/// <summary>Joins the components of a graph of areas by the shortest links over water: a minimum spanning tree over the components (Borůvka 1926).</summary>
internal static class SeaLinks
{
    public static LinkedGraph Join(AreaGraph neighbours, Topology topology)
    {
        int[] component = neighbours.Components();
        (int Area, GridPoint At)[] shore = Shore(topology);
        var tree = new ShoreTree(shore);
        var links = new List<SeaLink>();
        int open = component.Distinct().Count();
        while (open > 1)
        {
            int before = open;
            foreach (SeaLink link in Shortest(component, shore, tree))
            {
                (int kept, int gone) = (component[link.A], component[link.B]);
                if (kept != gone)
                {
                    links.Add(link);
                    component = [.. component.Select(own => own == gone ? kept : own)];
                    open--;
                }
            }

            if (open == before)
            {
                throw new InvalidOperationException("an area without any shore of its own cannot be linked");
            }
        }

        links.Sort(Compare);
        return new LinkedGraph(AreaGraph.Of(neighbours.Count, neighbours.Pairs().Concat(links.Select(link => (link.A, link.B)))), [.. links]);
    }

    /// <summary>The points of borders that have an area on one side only.</summary>
    private static (int Area, GridPoint At)[] Shore(Topology topology)
    {
        var points = new HashSet<(int Area, GridPoint At)>();
        for (int arc = 0; arc < topology.ArcCount; arc++)
        {
            if (topology.Left[arc] < 0 || topology.Right[arc] < 0)
            {
                foreach (GridPoint point in topology.Arc(arc))
                {
                    points.Add((Math.Max(topology.Left[arc], topology.Right[arc]), point));
                }
            }
        }

        return [.. points.OrderBy(point => point.Area).ThenBy(point => point.At.X).ThenBy(point => point.At.Y)];
    }

    /// <summary>For each component but the one with most shore its shortest link, shortest first. Each of them is in the minimum spanning tree.</summary>
    private static List<SeaLink> Shortest(int[] component, (int Area, GridPoint At)[] shore, ShoreTree tree)
    {
        int[] pure = tree.Pure(component);
        var points = Enumerable.Range(0, shore.Length).GroupBy(point => component[shore[point].Area]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key);
        var links = new List<SeaLink>();
        foreach (IGrouping<int, int> island in points.Skip(1))
        {
            (double limit, int from, int to) = (double.MaxValue, -1, -1);
            foreach (int point in island)
            {
                int nearest = tree.Nearest(point, component, pure, ref limit);
                if (nearest >= 0)
                {
                    (from, to) = (point, nearest);
                }
            }

            Metres distance = shore[from].At.ToLonLat().DistanceTo(shore[to].At.ToLonLat());
            links.Add(new SeaLink(Math.Min(shore[from].Area, shore[to].Area), Math.Max(shore[from].Area, shore[to].Area), distance));
        }

        links.Sort(Compare);
        return links;
    }

    private static int Compare(SeaLink left, SeaLink right) =>
        left.Metres != right.Metres ? left.Metres.CompareTo(right.Metres) : (left.A, left.B).CompareTo((right.A, right.B));
}
