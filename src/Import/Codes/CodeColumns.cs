namespace Bailiwick.Import.Codes;

/// <summary>Which columns of a list of industry codes hold what; −1 where there is none.</summary>
/// <param name="Code">The codes.</param>
/// <param name="Parent">The codes above.</param>
/// <param name="English">Titles in English, or in the only language there is.</param>
/// <param name="Chinese">Titles in Chinese.</param>
/// <param name="Levels">Codes above, from the top down, in columns left of the codes: division, major group, …</param>
internal sealed record CodeColumns(int Code, int Parent, int English, int Chinese, int[] Levels)
{
    private static readonly string[] Codes = ["code", "codes", "naics", "sic", "isic", "nace", "代碼", "代號", "行業代碼", "行業代號", "分類代碼", "行業別代碼"];
    private static readonly string[] Parents = ["parent", "parentcode", "parentid", "broader", "上層代碼", "上層", "上級代碼", "父代碼"];
    private static readonly string[] Titles = ["title", "titleen", "name", "nameen", "description", "label", "english", "英文名稱"];
    private static readonly string[] ChineseTitles = ["titlezh", "titlezhtw", "namezh", "namezhtw", "chinese", "名稱", "行業名稱", "中文名稱", "標題", "分類名稱"];
    private static readonly string[] LevelNames = ["division", "section", "sector", "subsector", "majorgroup", "industrygroup", "group", "大類", "中類", "小類"];

    /// <summary>The columns of a header; null when none holds codes.</summary>
    public static CodeColumns? Of(IReadOnlyList<string> header)
    {
        // Editions stand in names: 2022 NAICS US Code.
        string[] names = [.. header.Select(name => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant())];
        int code = Array.FindIndex(names, name => Codes.Contains(name) || (name.EndsWith("code", StringComparison.Ordinal) && !Parents.Contains(name)));
        return code < 0 ? null : new CodeColumns(
            code,
            Array.FindIndex(names, Parents.Contains),
            Array.FindIndex(names, name => Titles.Contains(name) || (name.EndsWith("title", StringComparison.Ordinal) && !ChineseTitles.Contains(name))),
            Array.FindIndex(names, ChineseTitles.Contains),
            [.. Enumerable.Range(0, code).Where(column => LevelNames.Contains(names[column]))]);
    }
}
