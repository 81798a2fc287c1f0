using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Ledger;

/// <summary>The widest level of an industry scheme: the sections that a sales director knows by name.</summary>
/// <remarks>
/// NAICS: sectors, US Census Bureau, 2022 NAICS. SIC: divisions by range of major groups, 1987 SIC. ISIC: sections by range of
/// divisions, United Nations, ISIC Rev. 4. Taiwan: sections by range of divisions, DGBAS, 行業統計分類 11th revision (2021).
/// A code of another scheme is grouped by its first two digits, a word by itself.
/// </remarks>
internal sealed class IndustryScheme
{
    private readonly ImmutableArray<(int First, int Last, string Code, Text Title)> sections;

    private IndustryScheme(params ImmutableArray<(int, int, string, Text)> sections) => this.sections = sections;

    private static readonly IndustryScheme Naics = new(
        (11, 11, "11", new("Agriculture, forestry, fishing and hunting", "農、林、漁、牧業")),
        (21, 21, "21", new("Mining, quarrying, oil and gas", "礦業及油氣開採業")),
        (22, 22, "22", new("Utilities", "公用事業")),
        (23, 23, "23", new("Construction", "營造業")),
        (31, 33, "31-33", new("Manufacturing", "製造業")),
        (42, 42, "42", new("Wholesale trade", "批發業")),
        (44, 45, "44-45", new("Retail trade", "零售業")),
        (48, 49, "48-49", new("Transportation and warehousing", "運輸及倉儲業")),
        (51, 51, "51", new("Information", "資訊業")),
        (52, 52, "52", new("Finance and insurance", "金融及保險業")),
        (53, 53, "53", new("Real estate, rental and leasing", "不動產及租賃業")),
        (54, 54, "54", new("Professional, scientific and technical services", "專業、科學及技術服務業")),
        (55, 55, "55", new("Management of companies", "企業總管理機構")),
        (56, 56, "56", new("Administrative, support and waste services", "行政支援及廢棄物服務業")),
        (61, 61, "61", new("Educational services", "教育業")),
        (62, 62, "62", new("Health care and social assistance", "醫療保健及社會工作服務業")),
        (71, 71, "71", new("Arts, entertainment and recreation", "藝術、娛樂及休閒服務業")),
        (72, 72, "72", new("Accommodation and food services", "住宿及餐飲業")),
        (81, 81, "81", new("Other services", "其他服務業")),
        (92, 92, "92", new("Public administration", "公共行政")));

    private static readonly IndustryScheme Sic = new(
        (1, 9, "A", new("Agriculture, forestry and fishing", "農、林、漁業")),
        (10, 14, "B", new("Mining", "礦業")),
        (15, 17, "C", new("Construction", "營造業")),
        (20, 39, "D", new("Manufacturing", "製造業")),
        (40, 49, "E", new("Transportation, communications and utilities", "運輸、通訊及公用事業")),
        (50, 51, "F", new("Wholesale trade", "批發業")),
        (52, 59, "G", new("Retail trade", "零售業")),
        (60, 67, "H", new("Finance, insurance and real estate", "金融、保險及不動產業")),
        (70, 89, "I", new("Services", "服務業")),
        (91, 99, "J", new("Public administration", "公共行政")));

    private static readonly IndustryScheme Isic = new(
        (1, 3, "A", new("Agriculture, forestry and fishing", "農、林、漁、牧業")),
        (5, 9, "B", new("Mining and quarrying", "礦業及土石採取業")),
        (10, 33, "C", new("Manufacturing", "製造業")),
        (35, 35, "D", new("Electricity, gas and steam", "電力及燃氣供應業")),
        (36, 39, "E", new("Water supply, sewerage and waste", "用水供應及污染整治業")),
        (41, 43, "F", new("Construction", "營建工程業")),
        (45, 47, "G", new("Wholesale and retail trade", "批發及零售業")),
        (49, 53, "H", new("Transportation and storage", "運輸及倉儲業")),
        (55, 56, "I", new("Accommodation and food services", "住宿及餐飲業")),
        (58, 63, "J", new("Information and communication", "資訊及通訊業")),
        (64, 66, "K", new("Finance and insurance", "金融及保險業")),
        (68, 68, "L", new("Real estate", "不動產業")),
        (69, 75, "M", new("Professional, scientific and technical services", "專業、科學及技術服務業")),
        (77, 82, "N", new("Administrative and support services", "支援服務業")),
        (84, 84, "O", new("Public administration and defence", "公共行政及國防")),
        (85, 85, "P", new("Education", "教育業")),
        (86, 88, "Q", new("Health and social work", "醫療保健及社會工作服務業")),
        (90, 93, "R", new("Arts, entertainment and recreation", "藝術、娛樂及休閒服務業")),
        (94, 96, "S", new("Other services", "其他服務業")),
        (97, 98, "T", new("Households as employers", "家庭僱傭")),
        (99, 99, "U", new("Extraterritorial organisations", "境外組織")));

    private static readonly IndustryScheme Taiwan = new(
        (1, 3, "A", new("Agriculture, forestry, fishing and animal husbandry", "農、林、漁、牧業")),
        (5, 6, "B", new("Mining and quarrying", "礦業及土石採取業")),
        (8, 34, "C", new("Manufacturing", "製造業")),
        (35, 35, "D", new("Electricity and gas supply", "電力及燃氣供應業")),
        (36, 39, "E", new("Water supply and remediation", "用水供應及污染整治業")),
        (41, 43, "F", new("Construction", "營建工程業")),
        (45, 48, "G", new("Wholesale and retail trade", "批發及零售業")),
        (49, 54, "H", new("Transportation and storage", "運輸及倉儲業")),
        (55, 56, "I", new("Accommodation and food services", "住宿及餐飲業")),
        (58, 63, "J", new("Publishing, media, information and communication", "出版影音及資通訊業")),
        (64, 66, "K", new("Finance and insurance", "金融及保險業")),
        (67, 68, "L", new("Real estate", "不動產業")),
        (69, 76, "M", new("Professional, scientific and technical services", "專業、科學及技術服務業")),
        (77, 82, "N", new("Support services", "支援服務業")),
        (83, 84, "O", new("Public administration and defence", "公共行政及國防；強制性社會安全")),
        (85, 85, "P", new("Education", "教育業")),
        (86, 88, "Q", new("Health and social work", "醫療保健及社會工作服務業")),
        (90, 93, "R", new("Arts, entertainment and recreation", "藝術、娛樂及休閒服務業")),
        (94, 96, "S", new("Other services", "其他服務業")));

    /// <summary>The section that a code of a scheme belongs to.</summary>
    /// <param name="code">The industry as the account holds it: a code, or words.</param>
    /// <param name="scheme">The scheme's name as the account holds it; null when not given.</param>
    public static Figure.Label? SectionOf(string code, string? scheme)
    {
        string tidy = code.Trim();
        IndustryScheme? known = Named(scheme);
        int digits = tidy.TakeWhile(char.IsAsciiDigit).Count();
        if (digits >= 2 && int.TryParse(tidy.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int division))
        {
            return known?.Holding(division) ?? new Figure.Label(tidy[..2], Text.Same(tidy[..2]));
        }

        bool isSection = known is not null && tidy.Length >= 1 && char.IsAsciiLetter(tidy[0]) && tidy.Skip(1).All(char.IsAsciiDigit);
        return (isSection ? known!.Lettered(tidy[..1]) : null) ?? Groups.Itself(tidy);
    }

    private static IndustryScheme? Named(string? scheme)
    {
        string name = scheme?.ToUpperInvariant() ?? "";
        return name switch
        {
            _ when name.Contains("NAICS", StringComparison.Ordinal) => Naics,
            _ when name.Contains("ISIC", StringComparison.Ordinal) || name.Contains("NACE", StringComparison.Ordinal) => Isic,
            _ when name.StartsWith("TW", StringComparison.Ordinal) || name.Contains("DGBAS", StringComparison.Ordinal) || name.Contains('行', StringComparison.Ordinal) => Taiwan,
            _ when name.Contains("SIC", StringComparison.Ordinal) => Sic,
            _ => null,
        };
    }

    private Figure.Label? Holding(int division) => Label(sections.FirstOrDefault(section => division >= section.First && division <= section.Last));

    private Figure.Label? Lettered(string letter) => Label(sections.FirstOrDefault(section => string.Equals(section.Code, letter, StringComparison.OrdinalIgnoreCase)));

    private static Figure.Label? Label((int First, int Last, string Code, Text Title) section) => section.Code is null
        ? null
        : new Figure.Label(section.Code, new Text($"{section.Code} {section.Title.English}", $"{section.Code} {section.Title.Chinese}"));
}
