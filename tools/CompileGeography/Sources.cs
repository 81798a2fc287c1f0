using System.Text.Json;
using Bailiwick.Geography.Files;

namespace Bailiwick.CompileGeography;

/// <summary>The packages and what was dumped of them.</summary>
internal sealed class Sources(string packages, string dump)
{
    /// <summary>The features of one object of a TopoJSON file.</summary>
    public List<Feature> Topology(string file, string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(packages, file)));
        return TopoJson.Read(document.RootElement, name);
    }

    /// <summary>The rows of a dumped table.</summary>
    public IEnumerable<string[]> Table(string name) =>
        File.ReadLines(Path.Combine(dump, name + ".tsv")).Select(line => line.Split('\t'));

#pragma warning disable RS0030 // A build step without a door of its own: it talks to the build's log.
    public static void Tell(string words) => Console.WriteLine(words);
#pragma warning restore RS0030
}
