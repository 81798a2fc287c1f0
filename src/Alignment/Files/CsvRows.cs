using System.Text;

namespace Bailiwick.Alignment.Files;

/// <summary>The rows of a small comma-separated file with a header, each with its line number. Quotes hold commas; blank lines are skipped.</summary>
internal sealed class CsvRows
{
    private CsvRows(string file, string[] header, List<(long Line, string[] Cells)> rows)
    {
        File = file;
        Header = header;
        Rows = rows;
    }

    internal string File { get; }

    internal string[] Header { get; }

    internal List<(long Line, string[] Cells)> Rows { get; }

    internal static CsvRows Read(string path)
    {
        string[] lines = System.IO.File.ReadAllLines(path, Encoding.UTF8);
        var rows = new List<(long, string[])>();
        for (int index = 1; index < lines.Length; index++)
        {
            if (lines[index].Trim().Length > 0)
            {
                rows.Add((index + 1, Split(lines[index])));
            }
        }

        return new CsvRows(Path.GetFileName(path), lines.Length == 0 ? [] : Split(lines[0]), rows);
    }

    /// <summary>The position of a column, or −1.</summary>
    internal int Find(string column) => Array.FindIndex(Header, name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase));

    private static string[] Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int index = 0; index < line.Length; index++)
        {
            char letter = line[index];
            if (letter == '"' && isQuoted && index + 1 < line.Length && line[index + 1] == '"')
            {
                cell.Append('"');
                index++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }
}
