using System.Xml.Linq;

namespace Bailiwick.House.Tests;

public class RoomTests
{
    private static readonly string[] Rooms =
        ["Measures", "Geography", "Market", "Rules", "Insight", "Territories", "Alignment", "Staffing", "Plans", "Samples"];

    // The plan of the house as a test: a room, the rooms it may know, the packages it may use. Read from the top.
    // A change of it is a decision: say why in docs/decisions/.
    private static readonly Dictionary<string, (string[] Rooms, string[] Packages)> Plan = new()
    {
        ["Measures"] = ([], []),
        ["Geography"] = (["Measures"],
            ["NetTopologySuite", "NetTopologySuite.IO.Esri.Shapefile", "ProjNET"]),
        ["Market"] = (["Measures", "Geography"], []),
        ["Rules"] = (["Measures", "Geography", "Market"], ["Superpower"]),
        ["Insight"] = (["Measures", "Geography", "Market", "Rules"], ["MathNet.Numerics"]),
        ["Territories"] = (["Measures", "Geography", "Market", "Rules"], ["YamlDotNet"]),
        ["Alignment"] = (["Measures"], ["Google.OrTools"]),
        ["Staffing"] = (["Measures", "Geography", "Market", "Rules", "Territories"], ["Google.OrTools"]),
        ["Plans"] = (["Measures", "Geography", "Market", "Rules", "Insight", "Territories", "Alignment", "Staffing"], []),
        ["Samples"] = (["Measures", "Geography", "Market"], []),

        // Doors: they know rooms; no room knows a door.
        ["Import"] = (["Measures", "Geography", "Market", "Rules", "Territories", "Plans"],
            ["DuckDB.NET.Data.Full", "MiniExcel", "ParquetSharp", "UTF.Unknown", "YamlDotNet"]),
        ["Workbench"] = (Rooms, []),
        ["Storage"] = ([.. Rooms, "Workbench"], ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "System.IO.Hashing"]),
        ["Web"] = ([.. Rooms, "Import", "Workbench", "Storage"], ["Microsoft.AspNetCore.OpenApi", "MudBlazor", "Scalar.AspNetCore"]),
        ["Cli"] = ([.. Rooms, "Import", "Workbench", "Storage", "Web"], ["Spectre.Console", "System.CommandLine"]),
    };

    public static TheoryData<string> All => [.. Plan.Keys];

    [Theory, MemberData(nameof(All))]
    public void Room_references_only_what_the_plan_allows(string room)
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Src, room, $"{room}.csproj"));

        Assert.Empty(Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Except(Plan[room].Rooms));
        Assert.Empty(Includes(project, "PackageReference").Except(Plan[room].Packages));
    }

    [Fact]
    public void Every_folder_of_the_sources_stands_in_the_plan() =>
        Assert.Equal(Plan.Keys.Order(), Directory.EnumerateDirectories(Repository.Src).Select(Path.GetFileName).Order());

    [Theory, MemberData(nameof(All))]
    public void Every_room_has_tests(string room) =>
        Assert.NotEmpty(Repository.Files($"tests/{room}.Tests", ".cs"));

    [Fact]
    public void Only_Geography_uses_NetTopologySuite() =>
        Assert.Empty(Repository.Files("src", ".cs")
            .Where(file => !file.Contains("/src/Geography/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("using NetTopologySuite", StringComparison.Ordinal)));

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string)element.Attribute("Include")!);
}
