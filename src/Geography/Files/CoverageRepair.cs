using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snap;
using NetTopologySuite.Operation.Polygonize;

namespace Bailiwick.Geography.Files;

/// <summary>
/// Makes a coverage of areas that overlap, leave slivers or do not meet: all borders are snapped and cut where they cross; each face between
/// them goes to one area. (The way of JTS CoverageCleaner, Davis 2025.)
/// </summary>
internal static class CoverageRepair
{
    /// <summary>Points nearer than this, in degrees (about half a metre), become one.</summary>
    private const double SnapDegrees = 5e-6;

    /// <summary>Gaps narrower than this on average go to a neighbour; wider ones are taken for lakes.</summary>
    private const double GapMetres = 100;

    public static List<AreaDraft> Run(string file, IReadOnlyList<AreaDraft> areas, List<Problem> problems)
    {
        List<Face> faces = Faces(areas);
        Settle(file, areas, faces, problems);
        ILookup<int, Face> byOwner = faces.Where(face => face.Owner >= 0).ToLookup(face => face.Owner);
        return [.. areas.Select((area, i) => area with { Rings = Polygons.ToRings(Union(byOwner[i])) }).Where(area => area.Rings.Count > 0)];
    }

    private static Geometry Union(IEnumerable<Face> faces)
    {
        Geometry[] shapes = [.. faces.Select(face => (Geometry)face.Shape)];
        return shapes.Length == 0 ? Polygons.Factory.CreatePolygon() : CoverageUnion.Union(shapes);
    }

    /// <summary>The pieces into which all borders cut the plane, each with the areas that claim it.</summary>
    private static List<Face> Faces(IReadOnlyList<AreaDraft> areas)
    {
        var lines = new List<ISegmentString>();
        var tree = new STRtree<int>();
        var locators = new IndexedPointInAreaLocator[areas.Count];
        for (int i = 0; i < areas.Count; i++)
        {
            Geometry shape = Polygons.ToGeometry(areas[i].Rings);
            lines.AddRange(areas[i].Rings.Select(ring => new BasicSegmentString([.. ring.Append(ring[0]).Select(point => new Coordinate(point.Longitude, point.Latitude))], i)));
            tree.Insert(shape.EnvelopeInternal, i);
            locators[i] = new IndexedPointInAreaLocator(shape);
        }

        tree.Build();
        var noder = new SnappingNoder(SnapDegrees);
        noder.ComputeNodes(lines);
        var segments = new HashSet<(Coordinate, Coordinate)>();
        foreach (Coordinate[] line in noder.GetNodedSubstrings().Select(line => line.Coordinates))
        {
            for (int i = 1; i < line.Length; i++)
            {
                segments.Add(line[i - 1].CompareTo(line[i]) < 0 ? (line[i - 1], line[i]) : (line[i], line[i - 1]));
            }
        }

        var polygonizer = new Polygonizer();
        foreach ((Coordinate from, Coordinate to) in segments.OrderBy(segment => segment.Item1).ThenBy(segment => segment.Item2))
        {
            polygonizer.Add(Polygons.Factory.CreateLineString([from, to]));
        }

        return
        [
            .. polygonizer.GetPolygons().Cast<Polygon>().Select(shape =>
            {
                Coordinate inside = shape.InteriorPoint.Coordinate;
                return new Face(shape, [.. tree.Query(new Envelope(inside)).Where(area => locators[area].Locate(inside) != Location.Exterior).Order()]);
            }),
        ];
    }

    /// <summary>Gives each face that several areas claim, or none, to the area with which it shares most border.</summary>
    private static void Settle(string file, IReadOnlyList<AreaDraft> areas, List<Face> faces, List<Problem> problems)
    {
        Dictionary<(Coordinate, Coordinate), List<Face>> bySegment = BySegment(faces);
        foreach (Face face in faces.Where(face => face.Claims.Length != 1).OrderByDescending(face => face.Shape.Area))
        {
            bool isGap = face.Claims.Length == 0;
            double squareMetres = CoverageCheck.SquareMetres(face.Shape);
            if (isGap && squareMetres / (face.Shape.Length * LonLat.MetresPerDegree / 2) > GapMetres)
            {
                problems.Add(Problems.Gap(file, squareMetres, CoverageCheck.At(face.Shape)));
                continue;
            }

            face.Owner = MostShared(face, bySegment, isGap) is >= 0 and int neighbour ? neighbour : isGap ? -1 : face.Claims[0];
            if (squareMetres >= 1 && face.Owner >= 0)
            {
                string to = areas[face.Owner].Code;
                problems.Add(isGap
                    ? Problems.GapGiven(file, to, squareMetres, CoverageCheck.At(face.Shape))
                    : Problems.OverlapGiven(file, areas[face.Claims[0]].Code, areas[face.Claims[1]].Code, to, squareMetres, CoverageCheck.At(face.Shape)));
            }
        }
    }

    private static int MostShared(Face face, Dictionary<(Coordinate, Coordinate), List<Face>> bySegment, bool isGap)
    {
        var shared = new SortedDictionary<int, double>();
        foreach ((Coordinate from, Coordinate to) in Segments(face.Shape))
        {
            foreach (Face other in bySegment[(from, to)].Where(other => other != face && other.Owner >= 0 && (isGap || face.Claims.Contains(other.Owner))))
            {
                shared[other.Owner] = shared.GetValueOrDefault(other.Owner) + from.Distance(to);
            }
        }

        return shared.Count == 0 ? -1 : shared.MaxBy(entry => entry.Value).Key;
    }

    private static Dictionary<(Coordinate, Coordinate), List<Face>> BySegment(List<Face> faces)
    {
        var found = new Dictionary<(Coordinate, Coordinate), List<Face>>();
        foreach (Face face in faces)
        {
            foreach ((Coordinate, Coordinate) segment in Segments(face.Shape))
            {
                if (!found.TryGetValue(segment, out List<Face>? sharing))
                {
                    found[segment] = sharing = [];
                }

                sharing.Add(face);
            }
        }

        return found;
    }

    private static IEnumerable<(Coordinate, Coordinate)> Segments(Polygon shape)
    {
        foreach (LinearRing ring in shape.Holes.Prepend(shape.Shell).Cast<LinearRing>())
        {
            Coordinate[] corners = ring.Coordinates;
            for (int i = 1; i < corners.Length; i++)
            {
                yield return corners[i - 1].CompareTo(corners[i]) < 0 ? (corners[i - 1], corners[i]) : (corners[i], corners[i - 1]);
            }
        }
    }

    /// <summary>A piece between borders, the areas that claim it, and the one that gets it (−1 for none).</summary>
    private sealed class Face(Polygon shape, int[] claims)
    {
        public Polygon Shape { get; } = shape;

        public int[] Claims { get; } = claims;

        public int Owner { get; set; } = claims.Length == 1 ? claims[0] : -1;
    }
}
