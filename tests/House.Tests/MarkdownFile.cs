using System.Text.RegularExpressions;

namespace Bailiwick.House.Tests;

/// <summary>A page of the documents, as far as the tests read it.</summary>
internal sealed partial record MarkdownFile(string Name, string[] Lines)
{
    public static MarkdownFile Read(string file) => new(Repository.Relative(file), File.ReadAllLines(file));

    /// <summary>What stands between single backquotes.</summary>
    public IEnumerable<string> CodeWords => Lines.SelectMany(line => CodeWord().Matches(line)).Select(match => match.Groups[1].Value);

    /// <summary>The lines of the fenced blocks of one language, each with its line number from 1.</summary>
    public IEnumerable<(int Line, string Text)> Fenced(string language)
    {
        string? open = null;
        for (int index = 0; index < Lines.Length; index++)
        {
            string line = Lines[index];
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                open = open is null ? line[3..].Trim() : null;
            }
            else if (open == language)
            {
                yield return (index + 1, line);
            }
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeWord();
}
