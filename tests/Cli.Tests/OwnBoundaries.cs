using System.IO.Compression;
using System.Text;
using NetTopologySuite.Features;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Esri;

namespace Bailiwick.Cli.Tests;

/// <summary>Small boundary files of a company's own, in Taipei, as the programs of others write them.</summary>
internal static class OwnBoundaries
{
    /// <summary>Four fields that meet in one point: each has two neighbours.</summary>
    public const string GeoJson = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"NE","name":"東北"},"geometry":{"type":"Polygon","coordinates":[[[121.52,25.02],[121.54,25.02],[121.54,25.04],[121.52,25.04],[121.52,25.02]]]}},
        {"type":"Feature","properties":{"code":"NW","name":"西北"},"geometry":{"type":"Polygon","coordinates":[[[121.50,25.02],[121.52,25.02],[121.52,25.04],[121.50,25.04],[121.50,25.02]]]}},
        {"type":"Feature","properties":{"code":"SE","name":"東南"},"geometry":{"type":"Polygon","coordinates":[[[121.52,25.00],[121.54,25.00],[121.54,25.02],[121.52,25.02],[121.52,25.00]]]}},
        {"type":"Feature","properties":{"code":"SW","name":"西南"},"geometry":{"type":"Polygon","coordinates":[[[121.50,25.00],[121.52,25.00],[121.52,25.02],[121.50,25.02],[121.50,25.00]]]}}
        ]}
        """;

    /// <summary>Three fields in a row; their borders are shared arcs, their corners whole numbers with a scale.</summary>
    public const string TopoJson = """
        {"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[121.5,25]},
        "objects":{"fields":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","properties":{"code":"W"},"arcs":[[0,1]]},
        {"type":"Polygon","properties":{"code":"M"},"arcs":[[2,3,4,-1]]},
        {"type":"Polygon","properties":{"code":"E"},"arcs":[[5,-4]]}]}},
        "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0]],[[4,0],[0,2]],[[4,2],[-2,0]],[[4,0],[2,0],[0,2],[-2,0]]]}
        """;

    /// <summary>Two areas that overlap, a gap between two others, and a ring that crosses itself.</summary>
    public const string Faulty = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"A"},"geometry":{"type":"Polygon","coordinates":[[[121.50,25.00],[121.53,25.00],[121.53,25.03],[121.52,25.03],[121.52,25.01],[121.51,25.01],[121.51,25.03],[121.50,25.03],[121.50,25.00]]]}},
        {"type":"Feature","properties":{"code":"B"},"geometry":{"type":"Polygon","coordinates":[[[121.50,25.03],[121.51,25.03],[121.52,25.03],[121.53,25.03],[121.53,25.04],[121.50,25.04],[121.50,25.03]]]}},
        {"type":"Feature","properties":{"code":"C"},"geometry":{"type":"Polygon","coordinates":[[[121.50,25.039],[121.53,25.039],[121.53,25.05],[121.50,25.05],[121.50,25.039]]]}},
        {"type":"Feature","properties":{"code":"D"},"geometry":{"type":"Polygon","coordinates":[[[121.60,25.00],[121.61,25.01],[121.61,25.00],[121.60,25.01],[121.60,25.00]]]}}
        ]}
        """;

    // TWD97 / TM2 zone 121 (EPSG:3826), in metres.
    private const string Projection = """PROJCS["TWD97_TM2_zone_121",GEOGCS["GCS_TWD97",DATUM["D_TWD97",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",250000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",121.0],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""";

    /// <summary>Writes two square kilometres side by side as a zipped shapefile: metres of Taiwan, names in Big5.</summary>
    public static void WriteShapefile(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IFeature[] areas =
        [
            Area("1", "信義", "POLYGON ((306500 2769500, 307500 2769500, 307500 2770500, 306500 2770500, 306500 2769500))"),
            Area("2", "松山", "POLYGON ((307500 2769500, 308500 2769500, 308500 2770500, 307500 2770500, 307500 2769500))"),
        ];
        using MemoryStream shp = new(), shx = new(), dbf = new();
        Shapefile.WriteAllFeatures(areas, shp, shx, dbf, null, null, Encoding.GetEncoding(950));
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "areas.shp", shp.ToArray());
        Add(zip, "areas.shx", shx.ToArray());
        Add(zip, "areas.dbf", dbf.ToArray());
        Add(zip, "areas.prj", Encoding.ASCII.GetBytes(Projection));
        Add(zip, "areas.cpg", "950"u8.ToArray());
    }

    /// <summary>Writes a zip of half a megabyte that unpacks to a shapefile of 520 MB.</summary>
    public static void WriteBomb(string path)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using (Stream shapes = zip.CreateEntry("areas.shp", CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 520; megabyte++)
            {
                shapes.Write(zeros);
            }
        }

        Add(zip, "areas.dbf", []);
    }

    private static Feature Area(string code, string name, string wkt) => new(new WKTReader().Read(wkt), new AttributesTable { { "code", code }, { "name", name } });

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
