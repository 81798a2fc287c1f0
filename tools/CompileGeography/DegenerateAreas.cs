using Bailiwick.Geography.Files;
using Bailiwick.Geography.Shapes;

namespace Bailiwick.CompileGeography;

/// <summary>
/// Gives a shape to an area that coarse drawing has pressed to a line (Falls Church, Virginia): its line bulges by a quarter of its length into
/// the one neighbour, whose border follows, so that the coverage stays without gap and overlap.
/// </summary>
internal static class DegenerateAreas
{
    public static List<Feature> Mend(List<Feature> features)
    {
        foreach (Feature flat in features.Where(feature => feature.Rings().Count == 0).ToList())
        {
            (GridPoint from, GridPoint to) = (flat.Lines[0].Points[0], flat.Lines[0].Points.First(point => point != flat.Lines[0].Points[0]));
            // Half the way along, a quarter to the left of from → to: the neighbour that walks from → to has its inside there.
            var bulge = new GridPoint(
                (int)(((long)from.X + to.X) / 2) - ((to.Y - from.Y) / 4),
                (int)(((long)from.Y + to.Y) / 2) + ((to.X - from.X) / 4));
            flat.Lines.Clear();
            flat.Lines.Add(new FeatureLine([from, to, bulge], IsShell: true));
            foreach (Feature feature in features.Where(feature => feature != flat))
            {
                for (int i = 0; i < feature.Lines.Count; i++)
                {
                    feature.Lines[i] = WithBulge(feature.Lines[i], from, bulge, to);
                }
            }
        }

        return features;
    }

    private static FeatureLine WithBulge(FeatureLine line, GridPoint from, GridPoint bulge, GridPoint to)
    {
        List<GridPoint[]> rings = Ring.Simple(line.Points, line.IsShell);
        var points = new List<GridPoint>();
        foreach (GridPoint[] ring in rings.Take(1))
        {
            for (int i = 0; i < ring.Length; i++)
            {
                points.Add(ring[i]);
                if (ring[i] == from && ring[(i + 1) % ring.Length] == to)
                {
                    points.Add(bulge);
                }
            }
        }

        return points.Contains(bulge) ? line with { Points = points } : line;
    }
}
