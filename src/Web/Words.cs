using Bailiwick.Measures;

namespace Bailiwick.Web;

/// <summary>Every word that a page says, in both languages. Figures stand where <c>{0}</c> is.</summary>
internal static class Words
{
    public static readonly Text Product = Text.Same("Bailiwick");

    // The frame
    public static readonly Text SkipToTerritories = new("Skip to the table of territories", "跳到業務轄區表");
    public static readonly Text MainPlaces = new("Main", "主選單");
    public static readonly Text Plan = new("Plan", "方案");
    public static readonly Text Api = new("API", "API");
    public static readonly Text ApiReference = new("API reference", "API 參考文件");
    public static readonly Text OtherLanguage = new("中文", "EN");
    public static readonly Text SwitchLanguage = new("繁體中文：切換語言", "English: switch language");
    public static readonly Text DarkLook = new("Dark appearance", "深色外觀");
    public static readonly Text Reconnecting = new("The connection to Bailiwick is lost. Trying again…", "與 Bailiwick 的連線中斷，正在重新連線……");
    public static readonly Text Disconnected = new("Bailiwick does not answer. Is it still running?", "Bailiwick 沒有回應。程式還在執行嗎？");
    public static readonly Text Reload = new("Load again", "重新載入");
    public static readonly Text Broken = new("Something went wrong on this page. Nothing was changed.", "這個頁面發生錯誤，資料沒有變動。");
    public static readonly Text NotFound = new("There is no page at this address.", "這個網址沒有頁面。");
    public static readonly Text ToThePlan = new("To the plan", "前往方案");

    // The head of the plan page
    public static readonly Text Published = new("published", "已發布");
    public static readonly Text EffectiveFrom = new("in force from {0}", "自 {0} 起生效");
    public static readonly Text AsOf = new("As of", "截至");
    public static readonly Text Layer = new("Layer", "層");

    // The table
    public static readonly Text TerritoriesCaption = new("Territories of {0}: rep, accounts, revenue and balance", "{0} 的業務轄區：業務代表、客戶數、營收與均衡度");
    public static readonly Text Territory = new("Territory", "業務轄區");
    public static readonly Text Rep = new("Rep", "業務代表");
    public static readonly Text Accounts = new("Accounts", "客戶");
    public static readonly Text Revenue = new("Revenue", "營收");
    public static readonly Text LastTwelveMonths = new("last 12 months", "近 12 個月");
    public static readonly Text Balance = new("Balance", "均衡度");
    public static readonly Text BalanceMeaning = new("100 % is an even share", "100% 為平均水準");
    public static readonly Text Vacant = new("vacant", "懸缺");
    public static readonly Text OutOfBand = new("more than ±{0} from even", "偏離平均超過 ±{0}");
    public static readonly Text Find = new("Find a territory or rep", "搜尋業務轄區或業務代表");
    public static readonly Text NoneFound = new("No territory or rep matches “{0}”.", "沒有符合「{0}」的業務轄區或業務代表。");
    public static readonly Text ShowAll = new("Show all", "顯示全部");
    public static readonly Text TerritoryCount = new("{0} territories", "{0} 個業務轄區");
    public static readonly Text Total = new("Total", "合計");
    public static readonly Text Gaps = new("{0} accounts reach no territory", "{0} 個客戶不屬於任何業務轄區");
    public static readonly Text NoGaps = new("Every account in scope has a territory", "範圍內的客戶都有業務轄區");
    public static readonly Text OutOfScope = new("{0} accounts out of scope", "{0} 個客戶不在範圍內");
    public static readonly Text VacantCount = new("{0} vacant", "{0} 個懸缺");
    public static readonly Text OutOfBandCount = new("{0} out of balance", "{0} 個超出均衡範圍");

    // The panel of one territory
    public static readonly Text Customers = new("Customers", "顧客");
    public static readonly Text ShareOfRevenue = new("Share of revenue", "營收占比");
    public static readonly Text Areas = new("Areas", "區域數");
    public static readonly Text Close = new("Close", "關閉");
    public static readonly Text Details = new("Details of {0}", "{0} 的詳細資料");

    // The map
    public static readonly Text Map = new("Map of territories", "業務轄區地圖");
    public static readonly Text MapLabel = new("Map of territories. The table holds the same figures.", "業務轄區地圖，表格內有相同的數字。");
    public static readonly Text MapLoading = new("Drawing the map…", "地圖繪製中……");
    public static readonly Text MapFailed = new("The map could not be drawn. The table holds the same figures.", "無法繪製地圖，表格內有相同的數字。");
    public static readonly Text MapNeedless = new("This layer is not about places, so there is no map of it.", "這一層與地理位置無關，因此沒有地圖。");
    public static readonly Text RepHome = new("Home of a rep", "業務代表住處");
    public static readonly Text NoTerritory = new("No territory", "無業務轄區");
    public static readonly Text Legend = new("Key", "圖例");
    public static readonly Text ZoomIn = new("Zoom in", "放大");
    public static readonly Text ZoomOut = new("Zoom out", "縮小");
    public static readonly Text TwoFingers = new("Use two fingers to move the map", "請用兩指移動地圖");
    public static readonly Text HoldControl = new("Hold Ctrl and scroll to zoom", "按住 Ctrl 並捲動以縮放");
    public static readonly Text HoldCommand = new("Hold ⌘ and scroll to zoom", "按住 ⌘ 並捲動以縮放");
    public static readonly Text Attribution = new("Attribution", "圖資來源");

    // States
    public static readonly Text Loading = new("Reading the market and the plan…", "正在讀取市場資料與方案……");
    public static readonly Text EmptyTitle = new("This workspace is empty", "這個工作區還沒有資料");
    public static readonly Text EmptyFirst = new("See a sample company, from import to a published plan, in under a minute:", "不到一分鐘，看一家範例公司從匯入到發布方案：");
    public static readonly Text EmptyThen = new("Or bring your own accounts, sales and reps:", "或匯入自己的客戶、銷售與業務代表：");
    public static readonly Text UnplannedTitle = new("No plan is in force on {0}", "{0} 沒有生效的方案");
    public static readonly Text UnplannedDrafts = new("Drafts: {0}", "草稿：{0}");
    public static readonly Text UnplannedFirst = new("Design balanced territories from your market, staff them, publish the plan:", "從市場資料設計均衡的業務轄區、配置業務代表，再發布方案：");
    public static readonly Text OtherDay = new("Or choose another day above.", "或在上方選擇其他日期。");
    public static readonly Text FailedTitle = new("The figures could not be read", "無法讀取數字");

    // The API
    public static readonly Text ApiTitle = new("Bailiwick API", "Bailiwick API");
}
