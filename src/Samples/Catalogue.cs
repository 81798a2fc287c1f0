using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>A product of the sample company.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Weight">How often it is bought, in parts of the sum.</param>
/// <param name="CostShare">Cost as a part of the amount.</param>
internal sealed record Product(string Id, Text Name, Text Category, double Weight, double CostShare);

/// <summary>What the sample company sells (scanners, labels, warehouse software, service) and the words of its sales.</summary>
internal static class Catalogue
{
    private static readonly Text Devices = new("Devices", "設備");
    private static readonly Text Supplies = new("Supplies", "耗材");
    private static readonly Text Programs = new("Software", "軟體");
    private static readonly Text Support = new("Services", "服務");

    public static ImmutableArray<Product> Products { get; } =
    [
        new("P-01", new("Handheld scanner H2", "手持掃描器 H2"), Devices, 14, 0.62),
        new("P-02", new("Rugged tablet R10", "強固型平板 R10"), Devices, 9, 0.66),
        new("P-03", new("Label printer L4", "標籤列印機 L4"), Devices, 11, 0.60),
        new("P-04", new("Dock gateway G1", "碼頭閘道器 G1"), Devices, 6, 0.58),
        new("P-05", new("Thermal labels", "感熱標籤"), Supplies, 13, 0.52),
        new("P-06", new("Ribbon set", "碳帶組"), Supplies, 8, 0.50),
        new("P-07", new("Warehouse Suite", "倉儲管理系統"), Programs, 11, 0.22),
        new("P-08", new("Fleet Planner", "車隊排程系統"), Programs, 8, 0.20),
        new("P-09", new("Trace Cloud", "雲端追溯平台"), Programs, 7, 0.24),
        new("P-10", new("Maintenance plan", "維護合約"), Support, 8, 0.45),
        new("P-11", new("Onsite training", "到場教育訓練"), Support, 5, 0.55),
    ];

    public static ImmutableArray<(string Name, Text Words, double Weight)> Sources { get; } =
    [
        ("website", new("website", "官網"), 30),
        ("event", new("events", "展覽活動"), 18),
        ("referral", new("referrals", "客戶推薦"), 15),
        ("advertisement", new("advertisements", "廣告"), 15),
        ("partner", new("partners", "合作夥伴"), 12),
        ("cold-call", new("cold calls", "電話開發"), 10),
    ];

    public static ImmutableArray<(string Name, Text Words)> Tiers { get; } =
        [("small", new("small companies", "小型企業")), ("mid-market", new("mid-market companies", "中型企業")), ("enterprise", new("enterprises", "大型企業"))];

    private static readonly Weighted ByProduct = new(Products.Select(product => product.Weight));
    private static readonly Weighted BySource = new(Sources.Select(source => source.Weight));

    public static ImmutableArray<string> Channels { get; } = ["direct", "distributor", "online"];

    /// <summary>A product by how often it is bought.</summary>
    public static int DrawProduct(Chance chance) => ByProduct.Draw(chance);

    /// <summary>A source by how common it is.</summary>
    public static int DrawSource(Chance chance) => BySource.Draw(chance);

    /// <summary>Tier by employees: enterprise from 500, mid-market from 50.</summary>
    public static int TierOf(long employees) => employees >= 500 ? 2 : employees >= 50 ? 1 : 0;

    /// <summary>Sales of a month against an average one; the mean of the year is 1.</summary>
    public static ImmutableArray<double> Season(bool isChinese) => isChinese
        ? [0.95, 0.70, 1.02, 0.97, 1.00, 1.06, 0.94, 0.96, 1.05, 1.02, 1.10, 1.23]  // the lunar new year empties February
        : [0.86, 0.90, 1.05, 0.94, 0.98, 1.08, 0.90, 0.93, 1.06, 1.02, 1.08, 1.20];
}
