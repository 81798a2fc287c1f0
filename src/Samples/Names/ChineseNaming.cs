using System.Collections.Frozen;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Names;

/// <summary>Taiwan: 宏勤精密股份有限公司, 臺北市大安區復興路一段100號8樓.</summary>
internal sealed class ChineseNaming : Naming
{
    // Pairs that name a well-known group are drawn again: the sample is to be mistaken for nobody.
    internal static readonly FrozenSet<string> Taken = (
        "台積 聯發 鴻海 台達 廣達 仁寶 緯創 華碩 宏碁 宏達 友達 群創 聯電 聯華 聯強 聯邦 聯成 聯合 日月 矽品 力成 力晶 南亞 台塑 台化 中鋼 統一 遠東 遠百 遠傳 " +
        "富邦 國泰 玉山 永豐 兆豐 元大 凱基 新光 台新 中信 華南 彰銀 長榮 陽明 萬海 大同 東元 聲寶 奇美 正新 正隆 正崴 建大 巨大 裕隆 中華 和泰 瑞昱 瑞儀 聯詠 義隆 " +
        "旺宏 華邦 億光 光寶 光隆 光陽 致茂 研華 群聯 群光 晶元 欣興 欣陸 景碩 健鼎 信義 信邦 潤泰 潤弘 冠德 興富 佳世 佳格 泰山 泰豐 味全 順達 順德 永光 永大 永信 " +
        "大成 福懋 亞東 亞泥 世芯 創意 祥碩 普安 立隆 立錡 嘉泥 嘉聯 新普 新興 新纖 鼎泰 鼎新 展旺 展茂 宏遠 宏全 宏泰 宏正 宏捷 力旺 力麗 建準 建興 振華 振曜 " +
        "億豐 億泰 昇陽 昇達 勝華 勝利 達興 達能 達邁 益通 益登 弘塑 欣銓 啟碁 全新 全家 全國 盛群 盛達 翔名 翔耀 銘旺 崇友 崇越 穎崴 穎台 景岳 德宏 德律 皇昌 皇普 東陽 東隆 東森 毅嘉 毅豐 晟德 晟銘 信昌 信錦 凱美 凱崴 元晶 元隆 世紀 群益 立凱 立端").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    internal static readonly string[] First =
    [
        "宏", "昇", "鼎", "晟", "冠", "勝", "立", "信", "永", "佳", "群", "力", "泰", "達", "凱", "聯", "順", "益", "創", "世", "弘", "欣", "正", "元", "嘉",
        "祥", "啟", "全", "盛", "翔", "銘", "鑫", "崇", "展", "廣", "億", "建", "瑞", "穎", "景", "德", "皇", "振", "亞", "新", "東", "光", "普", "毅", "豪",
    ];

    internal static readonly string[] Second =
    [
        "勤", "昌", "旺", "隆", "遠", "捷", "鋒", "成", "陽", "豐", "威", "興", "瑋", "邦", "鈺", "通", "誠", "祐", "茂", "宇", "力", "利", "安", "友", "森",
        "霖", "淳", "耀", "潤", "格", "特", "穩", "樺", "緯", "澤", "碩", "岳", "晉", "和", "豪",
    ];

    internal static readonly string[] Forms = ["股份有限公司", "股份有限公司", "股份有限公司", "有限公司", "有限公司", "企業有限公司"];

    internal static readonly string[] Surnames =
    [
        "陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊", "許", "鄭", "謝", "郭", "洪", "曾", "邱", "廖", "賴", "徐", "周", "葉", "蘇", "莊", "江",
    ];

    internal static readonly string[] GivenNames =
    [
        "志豪", "怡君", "雅婷", "冠宇", "承翰", "詩涵", "柏翰", "佳穎", "宗翰", "心怡", "建宏", "淑芬", "俊傑", "美玲", "家瑋", "思妤", "彥廷", "雅雯", "明哲", "惠婷",
        "宇軒", "佩珊", "哲瑋", "欣怡", "文彬", "郁婷", "智凱", "筱涵", "信宏", "靜宜", "育誠", "婉如", "子翔", "孟潔", "仁傑", "雅琪", "政達", "玉珍", "士賢", "曉雯",
    ];

    internal static readonly string[] Roads =
    [
        "中正路", "中山路", "民生路", "民權路", "復興路", "建國路", "光復路", "成功路", "信義路", "和平路", "忠孝路", "仁愛路", "自強路", "文化路", "三民路",
        "大同路", "中華路", "林森路", "博愛路", "工業路", "科學路", "民族路", "新興路", "東興街", "永安街",
    ];

    public override Language Language => Language.Chinese;

    public override IReadOnlyList<string> Languages { get; } = ["zh", "nan", "en", "hak", "ja"];

    public override string Brand(Chance chance)
    {
        while (true)
        {
            string brand = One(First, chance) + One(Second, chance);
            if (!Taken.Contains(brand) && brand[0] != brand[1])
            {
                return brand;
            }
        }
    }

    public override string Company(string brand, Industry industry, Chance chance) =>
        brand + One(industry.ChineseWords, chance) + One(Forms, chance);

    public override string Person(Chance chance) => One(Surnames, chance) + One(GivenNames, chance);

    public override string Address(string placeHead, Chance chance)
    {
        string road = One(Roads, chance);
        string section = road[^1] == '路' && chance.Next(4) == 0 ? "一二三四"[chance.Next(4)] + "段" : "";
        string number = (1 + chance.Next(480)).ToString(CultureInfo.InvariantCulture);
        string floor = chance.Next(3) == 0 ? (2 + chance.Next(14)).ToString(CultureInfo.InvariantCulture) + "樓" : "";
        return $"{placeHead}{road}{section}{number}號{floor}";
    }

    public override string Territory(string place) => place + "轄區";
}
