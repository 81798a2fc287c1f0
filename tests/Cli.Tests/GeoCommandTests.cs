using System.Text.Json;
using System.Text.RegularExpressions;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Tests;

/// <summary>A company's own boundaries, called as a person calls them: checked, kept, listed, used, refused.</summary>
public sealed partial class GeoCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-geo-").FullName;

    public GeoCommandTests()
    {
        File.WriteAllText(At("sales fields.geojson"), OwnBoundaries.GeoJson);
        File.WriteAllText(At("row.topojson"), OwnBoundaries.TopoJson);
        File.WriteAllText(At("faulty.geojson"), OwnBoundaries.Faulty);
        OwnBoundaries.WriteShapefile(At("squares.zip"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sales fields.geojson", "sales-fields", 4, 4, 17.9)]
    [InlineData("row.topojson", "row", 3, 2, 13.4)]
    [InlineData("squares.zip", "squares", 2, 1, 2.0)]
    public async Task A_file_is_kept_and_listed_with_its_neighbours(string file, string id, int areas, int pairs, double squareKilometres)
    {
        JsonElement kept = await Run(Outcome.Well, "import", At(file));
        JsonElement listed = Own(await Run(Outcome.Well, "list"))[id];

        Assert.True(kept.GetProperty("kept").GetBoolean());
        Assert.Empty(kept.GetProperty("problems").EnumerateArray());
        Assert.Equal("code", kept.GetProperty("codeField").GetString());
        Assert.True(JsonElement.DeepEquals(kept.GetProperty("set"), listed), $"{listed}");
        Assert.Equal((areas, pairs, 1), (listed.GetProperty("areas").GetInt32(), listed.GetProperty("neighbourPairs").GetInt32(), listed.GetProperty("components").GetInt32()));
        Assert.Equal(squareKilometres, listed.GetProperty("surfaceSquareKilometres").GetDouble(), squareKilometres / 50);
    }

    [Fact]
    public async Task Territories_are_drawn_over_kept_boundaries()
    {
        File.WriteAllText(At("accounts.csv"), "id,name,country,longitude,latitude\nA1,One,TW,121.51,25.01\nA2,Two,TW,121.51,25.03\nA3,Three,TW,121.53,25.01\nA4,Four,TW,121.53,25.03\n");
        await Run(Outcome.Well, "import", At("sales fields.geojson"), "--id", "fields");
        await Call(Outcome.Well, "import", At("accounts.csv"));

        await Call(Outcome.Well, "design", "--boundaries", "fields", "--territories", "2", "--iterations", "1000", "--out", At("plan.yaml"));
        await Call(Outcome.Well, "plan", "publish", At("plan.yaml"));
        await Call(Outcome.Well, "export", "areas", "--out", At("areas.geojson"), "--boundaries", "fields");

        JsonElement[] areas = [.. JsonDocument.Parse(File.ReadAllText(At("areas.geojson"))).RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties"))];
        Assert.Equal(["NE", "NW", "SE", "SW"], areas.Select(area => area.GetProperty("area").GetString()!.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal([2, 2], areas.CountBy(area => area.GetProperty("territory").GetString()!).Select(pair => pair.Value));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-TW")]
    public async Task A_check_tells_overlap_gap_and_invalid_ring_with_their_places(string language)
    {
        using var call = new CalledProgram();

        int exit = await call.RunAsync("geo", "check", At("faulty.geojson"), "--lang", language, "--workspace", At("workspace"));

        Assert.Equal(Outcome.ProblemsInInput, exit);
        Golden.Check(Colour().Replace(call.Results, ""), $"geo-check.{language}.txt");
        Assert.False(Directory.Exists(At("workspace")));
    }

    [Fact]
    public async Task A_faulty_file_is_kept_only_with_repair_and_each_change_is_told()
    {
        JsonElement refused = await Run(Outcome.ProblemsInInput, "import", At("faulty.geojson"));
        Dictionary<string, JsonElement> before = Own(await Run(Outcome.Well, "list"));
        JsonElement repaired = await Run(Outcome.Well, "import", At("faulty.geojson"), "--repair");

        Assert.Equal((false, JsonValueKind.Null), (refused.GetProperty("kept").GetBoolean(), refused.GetProperty("set").ValueKind));
        Assert.Empty(before);
        Assert.Equal(
            ["geography.ring-fixed D 121.60500, 25.00500", "geography.gap  121.51500, 25.02000", "geography.overlap-given B 121.51500, 25.03950"],
            repaired.GetProperty("problems").EnumerateArray().Select(problem => $"{problem.GetProperty("code")} {problem.GetProperty("column")} {problem.GetProperty("value")}"));
        Assert.Equal(4, Own(await Run(Outcome.Well, "list"))["faulty"].GetProperty("areas").GetInt32());
    }

    [Fact]
    public async Task Twice_is_once_and_a_newer_file_of_the_same_id_takes_its_place()
    {
        await Run(Outcome.Well, "import", At("sales fields.geojson"), "--id", "own");
        byte[] first = Kept("own")!;
        await Run(Outcome.Well, "import", At("sales fields.geojson"), "--id", "own");
        byte[] second = Kept("own")!;
        await Run(Outcome.Well, "import", At("row.topojson"), "--id", "own", "--name", "Row of fields");

        Assert.Equal(first, second);
        Assert.Equal(["boundaries.saved own", "boundaries.saved own"], Happenings());
        KeyValuePair<string, JsonElement> listed = Assert.Single(Own(await Run(Outcome.Well, "list")));
        Assert.Equal(("own", "Row of fields", 3), (listed.Key, listed.Value.GetProperty("name").GetString(), listed.Value.GetProperty("areas").GetInt32()));
    }

    [Theory]
    [InlineData("cut.geojson", "geography.bad-json")]
    [InlineData("cut.zip", "geography.bad-zip")]
    [InlineData("picture.geojson", "geography.not-boundaries")]
    [InlineData("bomb.zip", "geography.too-large")]
    [InlineData("nowhere.geojson", "geography.no-file")]
    public async Task A_file_that_cannot_be_used_is_refused_and_the_workspace_stays_as_it_was(string file, string code)
    {
        File.WriteAllText(At("cut.geojson"), OwnBoundaries.GeoJson[..500]);
        File.WriteAllBytes(At("cut.zip"), File.ReadAllBytes(At("squares.zip"))[..600]);
        File.WriteAllBytes(At("picture.geojson"), [0x89, .. "PNG\r\n"u8]);
        OwnBoundaries.WriteBomb(At("bomb.zip"));
        await Run(Outcome.Well, "import", At("sales fields.geojson"), "--id", "own");
        byte[] before = Kept("own")!;

        JsonElement refused = await Run(Outcome.ProblemsInInput, "import", At(file), "--id", "own", "--repair");

        Assert.False(refused.GetProperty("kept").GetBoolean());
        Assert.Equal((code, "error"), refused.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("code").GetString(), problem.GetProperty("severity").GetString())).Single());
        Assert.Equal(before, Kept("own"));
        Assert.Equal(["boundaries.saved own"], Happenings());
    }

    private static Dictionary<string, JsonElement> Own(JsonElement list) => list.GetProperty("sets").EnumerateArray()
        .Where(listed => listed.GetProperty("own").GetBoolean())
        .ToDictionary(listed => listed.GetProperty("set").GetProperty("id").GetString()!, listed => listed.GetProperty("set"), StringComparer.Ordinal);

    private Task<JsonElement> Run(int expected, params string[] args) => Call(expected, ["geo", .. args]);

    private async Task<JsonElement> Call(int expected, params string[] args)
    {
        using var call = new CalledProgram();
        int exit = await call.RunAsync([.. args, "--json", "--workspace", At("workspace")]);
        Assert.True(exit == expected, $"{string.Join(' ', args)}: {exit}\n{call.Results}\n{call.Remarks}");
        return JsonDocument.Parse(call.Results).RootElement;
    }

    private byte[]? Kept(string id)
    {
        using Workspace workspace = WorkspaceFolder.Open(At("workspace"), TimeProvider.System);
        return workspace.Boundaries.Find(id);
    }

    private string[] Happenings()
    {
        using Workspace workspace = WorkspaceFolder.Open(At("workspace"), TimeProvider.System);
        return [.. workspace.Journal.Read().Select(entry => $"{entry.What} {entry.Subject}")];
    }

    private string At(string name) => Path.Combine(folder, name);

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();
}
