namespace Bailiwick.Geography.Shapes;

/// <summary>
/// The nearest shore point of another component: a balanced tree over points on the unit sphere (k-d tree, Bentley, CACM 18(9), 1975,
/// doi 10.1145/361002.361007) whose branches know when all of their points belong to one component, and are then skipped by it.
/// </summary>
internal sealed class ShoreTree
{
    private const int LeafSize = 8;

    private readonly (int Area, GridPoint At)[] points;
    private readonly (double X, double Y, double Z)[] places;
    private readonly int[] order;
    private readonly double[] cuts; // per node, where its axis is cut

    public ShoreTree((int Area, GridPoint At)[] points)
    {
        this.points = points;
        places = [.. points.Select(point => OnSphere(point.At))];
        order = [.. Enumerable.Range(0, points.Length)];
        cuts = new double[4 * Math.Max(1, points.Length)];
        Split(1, 0, order.Length, 0);
    }

    /// <summary>Per node the one component of all of its points, or −1; for the components as they are now.</summary>
    public int[] Pure(int[] component)
    {
        var pure = new int[4 * Math.Max(1, points.Length)];
        Fill(1, 0, order.Length, component, pure);
        return pure;
    }

    /// <summary>The nearest point of another component than that of <paramref name="from"/>, nearer than <paramref name="squaredChord"/>; or −1.</summary>
    public int Nearest(int from, int[] component, int[] pure, ref double squaredChord)
    {
        int best = -1;
        Search(1, 0, order.Length, 0, from, component, pure, ref squaredChord, ref best);
        return best;
    }

    private void Search(int node, int low, int high, int axis, int from, int[] component, int[] pure, ref double limit, ref int best)
    {
        if (low >= high || pure[node] == component[points[from].Area])
        {
            return;
        }

        if (high - low <= LeafSize)
        {
            for (int i = low; i < high; i++)
            {
                double squared = Squared(places[from], places[order[i]]);
                if (squared < limit && component[points[order[i]].Area] != component[points[from].Area])
                {
                    (limit, best) = (squared, order[i]);
                }
            }

            return;
        }

        int middle = (low + high) / 2;
        double away = On(places[from], axis) - cuts[node];
        int next = (axis + 1) % 3;
        if (away < 0)
        {
            Search(2 * node, low, middle, next, from, component, pure, ref limit, ref best);
            if (away * away < limit)
            {
                Search((2 * node) + 1, middle, high, next, from, component, pure, ref limit, ref best);
            }
        }
        else
        {
            Search((2 * node) + 1, middle, high, next, from, component, pure, ref limit, ref best);
            if (away * away <= limit)
            {
                Search(2 * node, low, middle, next, from, component, pure, ref limit, ref best);
            }
        }
    }

    private void Split(int node, int low, int high, int axis)
    {
        if (high - low <= LeafSize)
        {
            return;
        }

        Array.Sort(order, low, high - low, Comparer<int>.Create((a, b) =>
            On(places[a], axis) != On(places[b], axis) ? On(places[a], axis).CompareTo(On(places[b], axis)) : a.CompareTo(b)));
        int middle = (low + high) / 2;
        cuts[node] = On(places[order[middle]], axis);
        Split(2 * node, low, middle, (axis + 1) % 3);
        Split((2 * node) + 1, middle, high, (axis + 1) % 3);
    }

    private int Fill(int node, int low, int high, int[] component, int[] pure)
    {
        if (high - low <= LeafSize)
        {
            int first = low < high ? component[points[order[low]].Area] : -1;
            bool isPure = true;
            for (int i = low; i < high; i++)
            {
                isPure &= component[points[order[i]].Area] == first;
            }

            return pure[node] = isPure ? first : -1;
        }

        int middle = (low + high) / 2;
        int left = Fill(2 * node, low, middle, component, pure);
        int right = Fill((2 * node) + 1, middle, high, component, pure);
        return pure[node] = left == right ? left : -1;
    }

    private static (double X, double Y, double Z) OnSphere(GridPoint point)
    {
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double east, double north) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return (cosine * north, cosine * east, sine);
    }

    private static double On((double X, double Y, double Z) place, int axis) => axis switch { 0 => place.X, 1 => place.Y, _ => place.Z };

    private static double Squared((double X, double Y, double Z) a, (double X, double Y, double Z) b) =>
        ((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)) + ((a.Z - b.Z) * (a.Z - b.Z));
}
