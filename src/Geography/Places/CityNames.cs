namespace Bailiwick.Geography.Places;

/// <summary>Names of large cities that the tables lack: in Traditional Chinese as used in Taiwan, and in the city's own language.</summary>
internal static class CityNames
{
    /// <summary>One city a line: country, name in the tables, Chinese name, then other names.</summary>
    private const string Table = """
        AT|Vienna|維也納|Wien
        AU|Sydney|雪梨
        AU|Melbourne|墨爾本
        AU|Brisbane|布里斯本
        AU|Perth|伯斯
        BE|Brussels|布魯塞爾|Bruxelles|Brussel
        BE|Antwerpen|安特衛普|Antwerp|Anvers
        CA|Toronto|多倫多
        CA|Vancouver|溫哥華
        CA|Montréal|蒙特婁|Montreal
        CH|Zürich|蘇黎世|Zurich
        CH|Genève|日內瓦|Geneva|Genf
        CN|Beijing|北京|Peking
        CN|Shanghai|上海
        CN|Shenzhen|深圳
        CN|Guangzhou|廣州|Canton
        CN|Tianjin|天津
        CN|Chengdu|成都
        CN|Hangzhou|杭州
        CN|Suzhou|蘇州
        CN|Nanjing|南京
        CN|Wuhan|武漢
        CN|Dongguan|東莞
        CN|Xiamen|廈門
        CZ|Prague|布拉格|Praha
        DE|Berlin|柏林
        DE|Munich|慕尼黑|München|Muenchen
        DE|Köln|科隆|Cologne|Koeln
        DE|Frankfurt am Main|法蘭克福|Frankfurt
        DE|Hamburg|漢堡
        DE|Hannover|漢諾威|Hanover
        DE|Nürnberg|紐倫堡|Nuremberg|Nuernberg
        DK|Copenhagen|哥本哈根|København
        ES|Madrid|馬德里
        ES|Barcelona|巴塞隆納
        ES|Sevilla|塞維亞|Seville
        FI|Helsinki|赫爾辛基|Helsingfors
        FR|Paris|巴黎
        FR|Lyon|里昂|Lyons
        FR|Marseille|馬賽|Marseilles
        GB|London|倫敦
        GB|Manchester|曼徹斯特
        GR|Athens|雅典|Athína
        HK|Hong Kong|香港
        ID|Jakarta|雅加達
        IN|Mumbai|孟買|Bombay
        IN|Bengaluru|邦加羅爾|Bangalore
        IN|Delhi|德里
        IT|Rome|羅馬|Roma
        IT|Milan|米蘭|Milano
        IT|Florence|佛羅倫斯|Firenze
        IT|Naples|那不勒斯|Napoli
        IT|Turin|杜林|Torino
        IT|Venice|威尼斯|Venezia
        JP|Tokyo|東京
        JP|Osaka|大阪
        JP|Nagoya-shi|名古屋|Nagoya
        JP|Yokohama|橫濱|横浜
        JP|Kyoto|京都
        JP|Kobe|神戶|神戸
        JP|Fukuoka-shi|福岡|Fukuoka
        JP|Sapporo|札幌
        KR|Seoul|首爾
        KR|Busan|釜山|Pusan
        MO|Macau|澳門|Macao
        MY|Kuala Lumpur|吉隆坡
        NL|Amsterdam|阿姆斯特丹
        NL|The Hague|海牙|Den Haag|'s-Gravenhage
        PH|Manila|馬尼拉
        PL|Warsaw|華沙|Warszawa
        PT|Lisbon|里斯本|Lisboa
        RO|Bucharest|布加勒斯特|București
        RU|Moscow|莫斯科|Moskva
        SE|Göteborg|哥特堡|Gothenburg
        SE|Stockholm|斯德哥爾摩
        SG|Singapore|新加坡
        TH|Bangkok|曼谷|Krung Thep
        US|New York City|紐約
        US|Los Angeles|洛杉磯
        US|Chicago|芝加哥
        US|Houston|休士頓
        US|San Francisco|舊金山
        US|San Jose|聖荷西
        US|Seattle|西雅圖
        US|Boston|波士頓
        US|Philadelphia|費城
        VN|Ho Chi Minh City|胡志明市|Saigon
        VN|Hanoi|河內|Ha Noi
        """;

    private static readonly Dictionary<(string Country, string Name), string[]> ByName = Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|'))
        .ToDictionary(words => (words[0], words[1]), words => words[2..]);

    /// <summary>The Chinese name of a city, then its other names; none for most.</summary>
    public static IReadOnlyList<string> Of(string country, string name) => ByName.GetValueOrDefault((country, name)) ?? [];
}
