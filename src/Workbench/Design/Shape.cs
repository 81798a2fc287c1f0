using Bailiwick.Alignment;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>How a territory lies.</summary>
internal static class Shape
{
    /// <summary>The moment of inertia of a disc of the same surface over that of the territory, each area taken as a disc: 0 to 1.</summary>
    /// <remarks>Li, Goodchild, Church, "An efficient measure of compactness for two-dimensional shapes", IJGIS 27(6), 2013, doi 10.1080/13658816.2012.752093.</remarks>
    internal static double Compactness(DesignAreas areas, int[] units)
    {
        double surface = 0;
        double inertia = 0;
        PlanePoint middle = Middle(areas, units, unit => areas.AreaOf(unit).SquareKilometres);
        foreach (int unit in units)
        {
            double own = areas.AreaOf(unit).SquareKilometres;
            double kilometres = middle.DistanceTo(areas.Points[unit]) / 1000;
            surface += own;
            inertia += own * ((kilometres * kilometres) + (own / (2 * Math.PI)));
        }

        return inertia == 0 ? 1 : surface * surface / (2 * Math.PI) / inertia;
    }

    /// <summary>From the accounts' areas to the middle of the territory's accounts, the mean over accounts; over areas when there are none.</summary>
    internal static Metres MeanDistance(DesignAreas areas, int[] units, long[] accounts)
    {
        double total = units.Sum(unit => (double)accounts[unit]);
        Func<int, double> weight = total > 0 ? unit => accounts[unit] : _ => 1;
        PlanePoint middle = Middle(areas, units, weight);
        return Metres.Of(units.Sum(unit => weight(unit) * middle.DistanceTo(areas.Points[unit])) / units.Sum(weight));
    }

    private static PlanePoint Middle(DesignAreas areas, int[] units, Func<int, double> weight)
    {
        double total = units.Sum(weight);
        return new PlanePoint(
            units.Sum(unit => weight(unit) * areas.Points[unit].X) / total,
            units.Sum(unit => weight(unit) * areas.Points[unit].Y) / total);
    }
}
