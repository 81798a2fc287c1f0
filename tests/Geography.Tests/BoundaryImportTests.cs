using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Bailiwick.Measures;
using NetTopologySuite.Features;
using NetTopologySuite.IO;

namespace Bailiwick.Geography.Tests;

public sealed class BoundaryImportTests
{
    private static readonly (string, string)[] Overlapping =
    [
        ("a", "POLYGON ((0 0, 1.001 0, 1.001 1, 0 1, 0 0))"),
        ("b", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"),
    ];

    private static readonly (string, string)[] WithSliver =
    [
        ("a", "POLYGON ((0 0, 1 0, 0.9999 0.5, 1 1, 0 1, 0 0))"),
        ("b", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"),
    ];

    private static readonly (string, string)[] BowTie =
    [
        ("a", "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"),
        ("b", "POLYGON ((3 0, 4 0, 4 1, 3 1, 3 0))"),
    ];

    // A corner of b lies on the side of a, where a has none.
    private static readonly (string, string)[] MissingCorner =
    [
        ("a", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"),
        ("b", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))"),
    ];

    [Fact]
    public void A_good_file_becomes_a_set_with_neighbours()
    {
        BoundaryReading reading = BoundaryImport.Read("My Fields.geojson", SmallWorlds.GeoJson(SmallWorlds.FourCorners), new BoundaryOptions());

        Assert.Empty(reading.Problems);
        Assert.Equal("my-fields", reading.Set!.Id);
        Assert.Equal("field ne", reading.Set.Areas[0].Name.English);
        Assert.Equal(4, reading.Set.Neighbours.Edges);
    }

    [Fact]
    public void An_overlap_is_told_with_its_size_and_place_and_nothing_is_made()
    {
        BoundaryReading reading = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(Overlapping), new BoundaryOptions());

        Assert.Null(reading.Set);
        Problem problem = Assert.Single(reading.Problems, problem => problem.Code == "geography.overlap");
        Assert.Equal("Areas a and b overlap by 12,363,718 m² at 1.00050, 0.50000.", problem.Message.English);
        Assert.Contains("--repair", problem.Advice!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Repair_gives_an_overlap_to_one_area_and_makes_neighbours()
    {
        BoundaryReading reading = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(Overlapping), new BoundaryOptions(Repair: true));

        Assert.Contains(reading.Problems, problem => problem.Code == "geography.overlap-given" && problem.Severity == Severity.Doubt);
        Assert.Equal(1, reading.Set!.Neighbours.Edges);
        Assert.Equal(0, reading.Set.Topology.Clashes);
        Assert.Equal(SmallWorlds.Set(SmallWorlds.FourCorners).Areas[3].SquareKilometres * 2, reading.Set.Areas.Sum(area => area.SquareKilometres), 5.0);
    }

    [Fact]
    public void A_sliver_is_told_and_repair_fills_it()
    {
        BoundaryReading found = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(WithSliver), new BoundaryOptions());
        BoundaryReading repaired = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(WithSliver), new BoundaryOptions(Repair: true));

        Assert.Contains(found.Problems, problem => problem.Code == "geography.border-mismatch" && problem.Severity == Severity.Doubt);
        Assert.Equal(0, found.Set!.Neighbours.Edges);
        Assert.Contains(repaired.Problems, problem => problem.Code == "geography.gap-given");
        Assert.Equal(1, repaired.Set!.Neighbours.Edges);
    }

    [Fact]
    public void Borders_that_do_not_meet_point_by_point_are_told_and_repaired()
    {
        BoundaryReading found = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(MissingCorner), new BoundaryOptions());
        BoundaryReading repaired = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(MissingCorner), new BoundaryOptions(Repair: true));

        Assert.Contains(found.Problems, problem => problem.Code == "geography.border-mismatch");
        Assert.Equal(1, repaired.Set!.Neighbours.Edges);
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_told_and_repaired()
    {
        BoundaryReading found = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(BowTie), new BoundaryOptions());
        BoundaryReading repaired = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(BowTie), new BoundaryOptions(Repair: true));

        Problem problem = Assert.Single(found.Problems);
        Assert.Equal(("geography.invalid-ring", "a", "0.50000, 0.50000"), (problem.Code, problem.Place.Column, problem.Value));
        Assert.NotNull(repaired.Set);
        Assert.Contains(repaired.Problems, one => one.Code == "geography.ring-fixed");
    }

    [Fact]
    public void What_is_wrong_with_rings_and_what_is_wrong_between_areas_is_told_at_once()
    {
        byte[] file = SmallWorlds.GeoJson([.. Overlapping, ("c", "POLYGON ((3 0, 4 1, 4 0, 3 1, 3 0))")]);

        BoundaryReading reading = BoundaryImport.Read("f.json", file, new BoundaryOptions());

        Assert.Null(reading.Set);
        Assert.Equal(["geography.invalid-ring", "geography.overlap"], reading.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_lake_is_a_doubt_and_no_error()
    {
        BoundaryReading reading = BoundaryImport.Read("f.json", SmallWorlds.GeoJson(SmallWorlds.ThreeFieldsAndAnIsland), new BoundaryOptions(Repair: true));

        Assert.Equal(4, reading.Set!.Areas.Length);
    }

    [Fact]
    public void Rings_drawn_the_wrong_way_round_are_the_same_area()
    {
        byte[] backwards = SmallWorlds.GeoJson([("a", "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))"), ("b", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))")]);

        Assert.Equal(1, BoundaryImport.Read("f.json", backwards, new BoundaryOptions()).Set!.Neighbours.Edges);
    }

    [Theory]
    [InlineData("\u0089PNG\r\n", "geography.not-boundaries")]
    [InlineData("", "geography.not-boundaries")]
    [InlineData("PK\u0003\u0004 cut off", "geography.bad-zip")]
    [InlineData("{\"type\": \"FeatureCollection\", \"features\": [", "geography.bad-json")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[NaN,0],[1,0],[1,1],[0,0]]]}", "geography.bad-json")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[1e999,0],[1,0],[1,1],[0,0]]]}", "geography.bad-coordinates")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[25,121],[26,121],[26,122],[25,121]]]}", "geography.bad-coordinates")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[0,1],[2]]}", "geography.bad-feature")]
    [InlineData("{\"type\":\"Polygon\"}", "geography.bad-feature")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}", "geography.no-polygon")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,2]}", "geography.no-polygon")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":7}", "geography.no-polygon")]
    [InlineData("{\"type\":\"Topology\",\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[5]]}},\"arcs\":[]}", "geography.bad-topology")]
    [InlineData("{\"type\":\"Topology\"}", "geography.bad-topology")]
    [InlineData("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[]}", "geography.unknown-projection")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}", "geography.no-code-field")]
    public void A_file_that_cannot_be_used_is_a_problem_and_no_crash(string content, string code)
    {
        BoundaryReading reading = BoundaryImport.Read("f.geojson", Encoding.UTF8.GetBytes(content), new BoundaryOptions());

        Assert.Null(reading.Set);
        Assert.Contains(reading.Problems, problem => problem.Code == code);
    }

    [Fact]
    public void Codes_that_occur_twice_are_told_and_joined_by_repair()
    {
        byte[] file = SmallWorlds.GeoJson([("a", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"), ("a", "POLYGON ((2 0, 3 0, 3 1, 2 1, 2 0))"), ("b", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))")]);

        BoundaryReading found = BoundaryImport.Read("f.json", file, new BoundaryOptions(CodeField: "code"));
        BoundaryReading repaired = BoundaryImport.Read("f.json", file, new BoundaryOptions(CodeField: "code", Repair: true));

        Assert.Contains(found.Problems, problem => problem.Code == "geography.double-code");
        Assert.Equal(2, repaired.Set!.Areas.Length);
        Assert.Equal(1, repaired.Set.Neighbours.Edges);
    }

    [Fact]
    public void A_shape_over_the_antimeridian_is_cut_there()
    {
        byte[] file = SmallWorlds.GeoJson([("fiji", "POLYGON ((179 -17, -179 -17, -179 -16, 179 -16, 179 -17))")]);

        BoundarySet set = BoundaryImport.Read("f.json", file, new BoundaryOptions()).Set!;

        Assert.Equal(0, set.Find(new LonLat(179.5, -16.5)));
        Assert.Equal(0, set.Find(new LonLat(-179.5, -16.5)));
        Assert.Null(set.Find(new LonLat(0, -16.5)));
        Assert.Equal(23_700, set.Areas[0].SquareKilometres, 100.0);
    }

    [Fact]
    public void A_zipped_shapefile_is_read_with_its_projection_and_encoding()
    {
        // TWD97 / TM2 zone 121 (EPSG:3826), metres: a square kilometre around Taipei 101, named in Big5.
        const string projection = """PROJCS["TWD97_TM2_zone_121",GEOGCS["GCS_TWD97",DATUM["D_TWD97",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",250000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",121.0],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""";
        byte[] zip = Shapefile(projection, "950", "信義", "POLYGON ((306500 2769500, 307500 2769500, 307500 2770500, 306500 2770500, 306500 2769500))");

        BoundaryReading reading = BoundaryImport.Read("xinyi.zip", zip, new BoundaryOptions());

        Assert.Empty(reading.Problems);
        Assert.Equal("信義", reading.Set!.Areas[0].Name.English);
        Assert.Equal(1.0, reading.Set.Areas[0].SquareKilometres, 0.01);
        Assert.Equal(0, reading.Set.Find(new LonLat(121.5645, 25.0340)));
    }

    [Fact]
    public void A_shapefile_without_projection_is_doubted_and_with_an_unknown_one_refused()
    {
        const string square = "POLYGON ((121 25, 122 25, 122 26, 121 26, 121 25))";

        Assert.Contains(BoundaryImport.Read("f.zip", Shapefile(null, null, "x", square), new BoundaryOptions()).Problems, problem => problem.Code == "geography.no-projection");
        Assert.Contains(BoundaryImport.Read("f.zip", Shapefile("PROJCS[\"nonsense\"", null, "x", square), new BoundaryOptions()).Problems, problem => problem.Code == "geography.unknown-projection");
    }

    [Fact]
    public void A_shapefile_cut_off_anywhere_is_a_problem_and_no_crash()
    {
        byte[] zip = Shapefile(null, "UTF-8", "x", "POLYGON ((121 25, 122 25, 122 26, 121 26, 121 25))");

        Assert.All(Enumerable.Range(2, zip.Length - 3), length => Assert.Null(BoundaryImport.Read("f.zip", zip[..length], new BoundaryOptions()).Set));
    }

    [Theory]
    [InlineData(520, null, "geography.too-large")]
    [InlineData(520, 100, "geography.bad-shapefile")] // tells that next to nothing is in it
    [InlineData(1, 500 << 20, "geography.bad-shapefile")] // tells that much more is in it
    public void A_zip_that_unpacks_to_much_or_says_so_is_refused_and_costs_no_memory(int megabytes, int? told, string code)
    {
        byte[] zip = Bomb(megabytes, told);
        long before = GC.GetAllocatedBytesForCurrentThread();

        BoundaryReading reading = BoundaryImport.Read("bomb.zip", zip, new BoundaryOptions());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L << 20);
        Assert.Null(reading.Set);
        Assert.Equal(code, Assert.Single(reading.Problems, problem => problem.Severity == Severity.Error).Code);
    }

    /// <summary>A shapefile of zeros in a zip.</summary>
    /// <param name="megabytes">Its size.</param>
    /// <param name="told">The bytes that the zip says it has; null is the truth.</param>
    private static byte[] Bomb(int megabytes, int? told)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (Stream shapes = archive.CreateEntry("areas.shp", CompressionLevel.Fastest).Open())
            {
                var zeros = new byte[1 << 20];
                for (int i = 0; i < megabytes; i++)
                {
                    shapes.Write(zeros);
                }
            }

            Add(archive, "areas.dbf", []);
        }

        byte[] zip = output.ToArray();
        if (told is { } size)
        {
            // Where the list of contents tells it: 24 bytes after the mark of the entry.
            int entry = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
            BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(entry + 24), size);
        }

        return zip;
    }

    private static byte[] Shapefile(string? projection, string? codePage, string name, string wkt)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = codePage == "950" ? Encoding.GetEncoding(950) : Encoding.UTF8;
        using MemoryStream shp = new(), shx = new(), dbf = new();
        var feature = new NetTopologySuite.Features.Feature(new WKTReader().Read(wkt), new AttributesTable { { "code", "1" }, { "name", name } });
        NetTopologySuite.IO.Esri.Shapefile.WriteAllFeatures([feature], shp, shx, dbf, null, null, encoding);
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "data/areas.shp", shp.ToArray());
            Add(archive, "data/areas.dbf", dbf.ToArray());
            Add(archive, "data/areas.prj", projection is null ? null : Encoding.ASCII.GetBytes(projection));
            Add(archive, "data/areas.cpg", codePage is null ? null : Encoding.ASCII.GetBytes(codePage));
        }

        return output.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[]? content)
    {
        if (content is not null)
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }
    }
}
