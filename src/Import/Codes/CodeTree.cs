using Bailiwick.Import.Reading;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Import.Codes;

/// <summary>Rows of a list of codes → codes with the code above each.</summary>
internal sealed class CodeTree(string file, CodeColumns columns)
{
    private const int MostLevels = 50;
    private readonly OrderedDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private string? letter;

    private sealed record Entry(string Code, string? Parent, Text Title, long Line, bool IsRow);

    public IEnumerable<IndustryCode> Codes => entries.Values.Select(entry => new IndustryCode(entry.Code, entry.Parent, entry.Title));

    public void Add(FileRow row)
    {
        if (row.Problem is { } broken)
        {
            problems.Add(broken);
            return;
        }

        string code = Cell(row, columns.Code);
        if (code.Length == 0)
        {
            if (row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                problems.Add(Problems.CodeBlank(file, row.Line));
            }

            return;
        }

        if (entries.TryGetValue(Folding.Fold(code), out Entry? same) && same.IsRow)
        {
            problems.Add(Problems.CodeTwice(file, row.Line, code, same.Line));
            return;
        }

        string? above = AddLevels(row, code);
        entries[Folding.Fold(code)] = new Entry(code, columns.Parent >= 0 ? Cell(row, columns.Parent) is { Length: > 0 } parent ? parent : null : above ?? LetterAbove(code), TitleOf(row, code), row.Line, IsRow: true);
    }

    /// <summary>Settles what lies under what.</summary>
    /// <returns>All problems of the list.</returns>
    public IReadOnlyList<Problem> Close()
    {
        if (entries.Count > IndustryCodeFile.MostCodes)
        {
            return [.. problems, Problems.TooManyCodes(file, IndustryCodeFile.MostCodes)];
        }

        if (entries.Count == 0)
        {
            return [.. problems, Problems.NoCodes(file, [])];
        }

        if (columns.Parent < 0 && columns.Levels.Length == 0)
        {
            SettleByBeginnings();
        }

        foreach (Entry entry in entries.Values.Where(entry => entry.Parent is not null && !entries.ContainsKey(Folding.Fold(entry.Parent))))
        {
            problems.Add(Problems.NoCodeAbove(file, entry.Line, entry.Code, entry.Parent!, NearestName.To(entry.Parent!, entries.Values.Select(other => other.Code))));
        }

        foreach (Entry entry in entries.Values.Where(HasNoTop))
        {
            problems.Add(Problems.CodeCycle(file, entry.Line, entry.Code, MostLevels));
        }

        return problems;
    }

    // The codes of a row's levels, each under the one before; the row's code lies under the last that is another.
    private string? AddLevels(FileRow row, string code)
    {
        string? above = null;
        foreach (string level in columns.Levels.Select(column => Cell(row, column)).Where(level => level.Length > 0 && Folding.Fold(level) != Folding.Fold(code)))
        {
            entries.TryAdd(Folding.Fold(level), new Entry(level, above, Text.Same(level), row.Line, IsRow: false));
            above = level;
        }

        return above;
    }

    // Sections are letters, and what follows one belongs to it, where codes do not say so themselves.
    private string? LetterAbove(string code)
    {
        if (code.All(char.IsLetter))
        {
            letter = code.Length == 1 ? code : letter;
            return null;
        }

        return letter is not null && char.IsAsciiDigit(code[0]) ? letter : null;
    }

    private void SettleByBeginnings()
    {
        var ranges = entries.Values.SelectMany(entry => SectorRange.MembersOf(entry.Code).Select(member => KeyValuePair.Create(member, entry.Code))).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (Entry entry in entries.Values.ToArray())
        {
            string folded = Folding.Fold(entry.Code);
            string? parent = null;
            for (int length = SectorRange.MembersOf(entry.Code).Any() ? 0 : folded.Length - 1; length > 0 && parent is null; length--)
            {
                string beginning = folded[..length];
                parent = entries.TryGetValue(beginning, out Entry? shorter) ? shorter.Code : ranges.GetValueOrDefault(beginning);
            }

            entries[folded] = entry with { Parent = parent ?? entry.Parent };
        }
    }

    private bool HasNoTop(Entry entry)
    {
        Entry? each = entry;
        for (int steps = 0; steps < MostLevels && each is not null; steps++)
        {
            each = each.Parent is { } parent ? entries.GetValueOrDefault(Folding.Fold(parent)) : null;
        }

        return each is not null;
    }

    private Text TitleOf(FileRow row, string code)
    {
        string english = Cell(row, columns.English);
        string chinese = Cell(row, columns.Chinese);
        return (english.Length, chinese.Length) switch
        {
            (0, 0) => Text.Same(code),
            (0, _) => Text.Same(chinese),
            (_, 0) => Text.Same(english),
            _ => new Text(english, chinese),
        };
    }

    private static string Cell(FileRow row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";
}
