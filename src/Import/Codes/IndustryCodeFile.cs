using Bailiwick.Import.Reading;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import;

/// <summary>What became of a list of industry codes.</summary>
/// <param name="Scheme">The scheme; null when there are errors.</param>
/// <param name="Problems">Everything wrong or doubtful, with file and line.</param>
public sealed record IndustryCodeReading(IndustryScheme? Scheme, IReadOnlyList<Problem> Problems);

/// <summary>Reads lists of industry codes: NAICS, SIC, ISIC, Taiwan's, a company's own.</summary>
public static class IndustryCodeFile
{
    /// <summary>A list of more codes is refused.</summary>
    public const int MostCodes = 100_000;

    /// <summary>Reads a list: one row a code, with the code above in a column of its own or in columns of levels, or told by the codes themselves.</summary>
    /// <remarks>
    /// Without such columns a code lies under its longest beginning, under a range that holds its beginning (31-33), or under the letter before it.
    /// </remarks>
    /// <param name="path">CSV, TSV, Excel or Parquet; of a workbook the first sheet that has a column of codes.</param>
    /// <param name="id">How accounts name the scheme; null takes the file's name.</param>
    public static IndustryCodeReading Read(string path, string? id)
    {
        string name = IdOf(id ?? Path.GetFileNameWithoutExtension(path));
        if (name.Length == 0)
        {
            return new IndustryCodeReading(null, [Problems.NoSchemeId(id ?? path)]);
        }

        var opening = new ProblemList();
        IReadOnlyList<ITableFile> tables = TableFiles.Open(path, path, new ImportOptions(), TextDialect.Unknown, opening);
        List<Problem> problems = [.. opening.All];
        if (tables.Select(table => (Table: table, Columns: Codes.CodeColumns.Of(table.Header))).FirstOrDefault(table => table.Columns is not null) is not { Columns: { } columns, Table: { } file })
        {
            return new IndustryCodeReading(null, tables.Count == 0 ? problems : [.. problems, Problems.NoCodes(path, tables[0].Header)]);
        }

        var tree = new Codes.CodeTree(file.Name, columns);
        foreach (FileRow row in file.Rows().Take(MostCodes + 1))
        {
            tree.Add(row);
        }

        problems.AddRange(tree.Close());
        return new IndustryCodeReading(problems.Any(problem => problem.Severity == Severity.Error) ? null : new IndustryScheme(name, tree.Codes), problems);
    }

    // Blanks and marks do not count when accounts name a scheme; one way of writing keeps lists in order.
    private static string IdOf(string given) =>
        string.Join('-', string.Concat(given.Trim().ToLowerInvariant().Select(each => char.IsLetterOrDigit(each) ? each : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
