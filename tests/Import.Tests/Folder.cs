using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Tests;

/// <summary>A folder of files for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bailiwick-import-").FullName;

    public string Rejects => System.IO.Path.Combine(Path, "rejects");

    public string File(string name, string text, Encoding? encoding = null) => File(name, (encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());

    public string File(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public MarketFiles Open(ImportOptions? options = null) => MarketFiles.Open([Path], options ?? new ImportOptions());

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Words for what the tests look at.</summary>
internal static class Seen
{
    public static List<MarketRow> All(this MarketFiles files, MarketTable table) => [.. files.Rows(table)];

    /// <summary>The problems as a person reads them, one a line.</summary>
    public static string[] Said(this MarketFiles files, Language language = Language.English) => [.. files.Problems.All.Select(problem => problem.In(language))];
}
