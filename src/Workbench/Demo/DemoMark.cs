using System.Text.Json;
using Bailiwick.Samples;

namespace Bailiwick.Workbench.Demo;

/// <summary>The mark of a demo in a workspace folder: which sample it holds, and the market's version after it went in.</summary>
/// <param name="Sample">How the sample was made.</param>
/// <param name="MarketVersion">The version that the demo left; null while it is being made.</param>
internal sealed record DemoMark(SampleOptions Sample, long? MarketVersion)
{
    private const string FileName = "demo.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The mark of a folder; null when it has none, or one that cannot be read.</summary>
    public static DemoMark? Read(string folder)
    {
        string file = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<DemoMark>(File.ReadAllText(file), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json));
    }
}
