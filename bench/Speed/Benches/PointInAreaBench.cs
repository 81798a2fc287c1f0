using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace Bailiwick.Speed.Benches;

/// <summary>Points to areas, places to areas, and opening a set; one core.</summary>
internal sealed class PointInAreaBench : IBench
{
    private const int Points = 2_000_000;
    private const int PeerPoints = 200_000;

    public string Name => "point-in-area";

    public string Title => "Points by chance over the continental United States to their counties, beside NetTopologySuite's STRtree with prepared polygons; the place resolver; opening a set.";

    public void Run(BenchPlace place, BenchResults results)
    {
        BoundarySet counties = Atlas.Open().Set("us-counties");
        var chance = new Chance(7);
        LonLat[] points = [.. Enumerable.Range(0, Points).Select(_ => new LonLat(-125 + (chance.NextDouble() * 59), 24 + (chance.NextDouble() * 26)))];
        int[] ours = new int[Points];
        int[] theirs = new int[PeerPoints];
        Action<int[]> find = into => Fill(into, points, point => counties.Find(point) ?? -1);
        Func<LonLat, int> peer = Peer(counties);

        // Once to warm up, then the measured run: both sides alike.
        find(ours);
        Fill(theirs, points, peer);
        Took us = Took.By(() => find(ours));
        Took them = Took.By(() => Fill(theirs, points, peer));
        int differ = Enumerable.Range(0, PeerPoints).Count(i => ours[i] != theirs[i]);
        results.Add("us-counties, 2 M points", us, Points, "points", "limit: 1 M points/s");
        results.Add("NetTopologySuite, 200,000 of them", them, PeerPoints, "points", Ratio(them.Processor / us.Processor * Points / PeerPoints));
        results.Add("answers that differ", differ.ToString(CultureInfo.InvariantCulture), "of 200,000: 0");
        AddResolver(results);
        AddOpening(results);
        results.AddPeakMemory("at the end");
    }

    private static void AddResolver(BenchResults results)
    {
        Atlas atlas = Atlas.Open();
        PlaceQuery[] queries = [.. atlas.Postals.Select(entry => new PlaceQuery(entry.Country, entry.Subdivision, entry.City, entry.Postal, null, null))];
        results.Add("place resolver: tables opened, first answer", Took.By(() => atlas.Resolver.Resolve(queries[0])), 1, "answers");
        results.Add("place resolver: every postal code with its city, first time", Took.By(() => Resolve(atlas, queries)), queries.Length, "places");
        results.Add("place resolver: the same again", Took.By(() => Resolve(atlas, queries)), queries.Length, "places", "limit: 300,000 places/s");
    }

    private static void AddOpening(BenchResults results)
    {
        foreach (string id in (string[])["us-counties", "tw-villages"])
        {
            results.Add($"opening {id} and its first look-up", Took.By(() => Atlas.Open().Set(id).Find(new LonLat(121.5, 25))), 1, "sets", "limit: tens of milliseconds");
        }
    }

    private static void Resolve(Atlas atlas, PlaceQuery[] queries)
    {
        foreach (PlaceQuery query in queries)
        {
            atlas.Resolver.Resolve(query);
        }
    }

    private static void Fill(int[] into, LonLat[] points, Func<LonLat, int> find)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = find(points[i]);
        }
    }

    private static Func<LonLat, int> Peer(BoundarySet set)
    {
        var tree = new STRtree<(int Area, IPreparedGeometry Shape)>();
        for (int area = 0; area < set.Areas.Length; area++)
        {
            Geometry shape = Polygons.ToGeometry(set.Topology.Rings(area));
            tree.Insert(shape.EnvelopeInternal, (area, PreparedGeometryFactory.Prepare(shape)));
        }

        tree.Build();
        return point =>
        {
            var drawn = new Point(point.Longitude, point.Latitude);
            foreach ((int area, IPreparedGeometry shape) in tree.Query(drawn.EnvelopeInternal))
            {
                if (shape.Covers(drawn))
                {
                    return area;
                }
            }

            return -1;
        };
    }

    private static string Ratio(double times) => string.Create(CultureInfo.InvariantCulture, $"ours is {times:0} × as fast by processor time");
}
