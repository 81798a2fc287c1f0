using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>An industry of the sample's market, with its code in each scheme.</summary>
/// <param name="Taiwan">Division of 中華民國行業統計分類, 11th revision (2021).</param>
/// <param name="NorthAmerica">Subsector of NAICS 2022.</param>
/// <param name="World">Division of ISIC Rev. 4.</param>
/// <param name="Name">Its name in our words.</param>
/// <param name="Weight">How common it is among companies, in parts of the sum.</param>
/// <param name="Fleet">Vehicles for each hundred employees.</param>
/// <param name="ChineseWords">What stands in company names.</param>
/// <param name="EnglishWords">What stands in company names.</param>
internal sealed record Industry(
    string Taiwan, string NorthAmerica, string World, Text Name, double Weight, double Fleet, ImmutableArray<string> ChineseWords, ImmutableArray<string> EnglishWords)
{
    public string Code(string scheme) => scheme switch
    {
        Industries.TaiwanScheme => Taiwan,
        Industries.NorthAmericanScheme => NorthAmerica,
        _ => World,
    };
}

/// <summary>The industries, the same world over, and the schemes that number them.</summary>
internal static class Industries
{
    public const string TaiwanScheme = "TWSIC";
    public const string NorthAmericanScheme = "NAICS";
    public const string WorldScheme = "ISIC";

    public static ImmutableArray<Industry> All { get; } =
    [
        Of("08", "311", "10", "Food manufacturing", "食品製造業", 5, 12, "食品 生技食品", "Foods|Provisions"),
        Of("11", "313", "13", "Textiles", "紡織業", 3, 5, "紡織 纖維", "Textiles|Mills"),
        Of("18", "325", "20", "Chemicals", "化學材料製造業", 4, 8, "化工 材料", "Chemical|Materials"),
        Of("22", "326", "22", "Plastics products", "塑膠製品製造業", 5, 6, "塑膠 工業", "Plastics|Polymers"),
        Of("25", "332", "25", "Fabricated metal products", "金屬製品製造業", 9, 7, "金屬 精密", "Metalworks|Fabrication"),
        Of("26", "334", "26", "Electronic components", "電子零組件製造業", 8, 3, "電子 光電", "Electronics|Devices"),
        Of("28", "335", "27", "Electrical equipment", "電力設備製造業", 4, 5, "電機 電能", "Electric|Power Systems"),
        Of("29", "333", "28", "Machinery", "機械設備製造業", 8, 6, "機械 精機", "Machinery|Machine Works"),
        Of("30", "336", "29", "Motor vehicles and parts", "汽車及其零件製造業", 3, 9, "車業 汽車零件", "Auto Parts|Motion"),
        Of("41", "236", "41", "Construction of buildings", "建築工程業", 6, 15, "營造 建設", "Builders|Construction"),
        Of("43", "238", "43", "Specialised construction", "專門營造業", 5, 20, "工程 機電工程", "Contracting|Mechanical"),
        Of("45", "423", "46", "Wholesale", "批發業", 12, 14, "貿易 商貿", "Trading|Supply"),
        Of("47", "455", "47", "Retail", "零售業", 9, 8, "商行 百貨", "Stores|Retail"),
        Of("49", "484", "49", "Land transport", "陸上運輸業", 4, 70, "交通 貨運", "Freight|Trucking"),
        Of("53", "493", "52", "Warehousing", "倉儲業", 3, 30, "倉儲 物流", "Logistics|Storage"),
        Of("56", "722", "56", "Restaurants and catering", "餐飲業", 6, 4, "餐飲 美食", "Kitchens|Catering"),
        Of("62", "5415", "62", "Software and consulting", "電腦程式設計及諮詢服務業", 6, 1, "資訊 軟體", "Software|Systems"),
        Of("71", "5413", "71", "Engineering and testing services", "工程及技術檢測服務業", 4, 6, "工程顧問 檢驗科技", "Engineering|Testing"),
        Of("86", "621", "86", "Health care", "醫療保健業", 5, 3, "醫療 健康", "Health|Clinics"),
        Of("85", "611", "85", "Education", "教育業", 3, 2, "教育 文教", "Learning|Academies"),
    ];

    private static Industry Of(
        string taiwan, string northAmerica, string world, string english, string chinese, double weight, double fleet, string chineseWords, string englishWords) =>
        new(taiwan, northAmerica, world, new Text(english, chinese), weight, fleet, [.. chineseWords.Split(' ')], [.. englishWords.Split('|')]);
}
