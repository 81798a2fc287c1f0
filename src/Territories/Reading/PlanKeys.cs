using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Reading;

/// <summary>What the value of a key must be.</summary>
internal enum KeyShape
{
    /// <summary>A text; numbers count as text.</summary>
    Words,

    /// <summary>A rule.</summary>
    Rule,

    /// <summary>The one word <c>together</c>.</summary>
    Together,

    /// <summary>A day such as 2027-01-31.</summary>
    Day,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    YesOrNo,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>A list of account ids, or <c>list("file.csv")</c>.</summary>
    Accounts,

    /// <summary>Names of custom fields and their kinds.</summary>
    Fields,

    /// <summary>Currencies and what one unit is worth.</summary>
    Rates,

    /// <summary>An imagined account: columns and values.</summary>
    Account,

    /// <summary>Territories and amounts.</summary>
    Amounts,

    /// <summary>Keys and values of a table of their own.</summary>
    Map,

    /// <summary>A list of such maps.</summary>
    Maps,
}

/// <summary>One key that a map may have.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Shape">What its value must be.</param>
/// <param name="Meaning">What it is for.</param>
internal sealed record PlanKey(string Name, KeyShape Shape, Text Meaning)
{
    /// <summary>Whether it must be written, with a value.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The table of a <see cref="KeyShape.Map"/> or of each of <see cref="KeyShape.Maps"/>.</summary>
    public Func<KeyTable>? Table { get; init; }
}

/// <summary>The keys that one kind of map may have.</summary>
/// <param name="What">What the map is, for messages.</param>
/// <param name="Keys">The keys, in the order in which people write them.</param>
internal sealed record KeyTable(Text What, ImmutableArray<PlanKey> Keys)
{
    /// <summary>Keys of which exactly one is written; empty where there is no such choice.</summary>
    public ImmutableArray<string> OneOf { get; init; } = [];

    public PlanKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}

/// <summary>All keys of a plan file: the reader knows these, and the JSON Schema that editors use is made from them.</summary>
internal static class PlanKeys
{
    private static readonly PlanKey From = new("from", KeyShape.Day, new("first day in force", "生效首日"));
    private static readonly PlanKey Until = new("until", KeyShape.Day, new("last day in force", "生效末日"));
    private static readonly PlanKey Why = new("why", KeyShape.Words, new("the reason", "原因"));

    public static KeyTable Territory { get; } = new(new("a territory", "轄區"),
    [
        new("id", KeyShape.Words, new("its key, unique within the plan; no / in it", "識別碼，在方案內不可重複，不可含 /")) { IsNeeded = true },
        new("name", KeyShape.Words, new("what people call it; the id when it is left out", "名稱；未填時同識別碼")),
        new("where", KeyShape.Rule, new("which accounts it takes: a rule, or otherwise for what no sibling before takes", "收哪些客戶：規則，或以 otherwise 收前面同層轄區都不收的客戶")),
        new("accounts", KeyShape.Accounts, new("named accounts: a list of ids, or list(\"file.csv\")", "指名客戶：識別碼清單，或 list(\"file.csv\")")),
        new("family", KeyShape.Together, new("together: a name extends to the descendants of the account by parent", "together：指名延伸到該客戶的所有子公司（依 parent）")),
        new("keeps", KeyShape.YesOrNo, new("true: accounts that no child takes stay here", "true：下層都不收的客戶留在這裡")),
        new("territories", KeyShape.Maps, new("the territories below, in the order in which they are asked", "下層轄區，依詢問順序")) { Table = () => Territory! },
    ]);

    public static KeyTable Layer { get; } = new(new("a layer", "圖層"),
    [
        new("layer", KeyShape.Words, new("its name", "名稱")) { IsNeeded = true },
        new("scope", KeyShape.Rule, new("which accounts it speaks of: a rule; all when it is left out", "涵蓋哪些客戶：規則；未填為全部")),
        new("territories", KeyShape.Maps, new("the territories at the top, in the order in which they are asked", "最上層轄區，依詢問順序")) { IsNeeded = true, Table = () => Territory },
    ]);

    public static KeyTable Override { get; } = new(new("an override", "override "),
    [
        new("account", KeyShape.Words, new("the account", "客戶")) { IsNeeded = true },
        new("layer", KeyShape.Words, new("the layer", "圖層")) { IsNeeded = true },
        new("territory", KeyShape.Words, new("where it is put", "放入的轄區")) { IsNeeded = true },
        From, Until, Why,
    ]);

    public static KeyTable Holdout { get; } = new(new("a holdout", "holdout "),
    [
        new("account", KeyShape.Words, new("the account", "客戶")) { IsNeeded = true },
        new("owner", KeyShape.Words, new("the rep who keeps it", "保留的業務代表")) { IsNeeded = true },
        new("layer", KeyShape.Words, new("the layer; all when it is left out", "圖層；未填為全部")),
        From, Until, Why,
    ]);

    public static KeyTable Expectation { get; } = new(new("an expectation", "expect "),
    [
        new("account", KeyShape.Words, new("an account of the market", "市場中的客戶")),
        new("with", KeyShape.Account, new("or an imagined one: columns of accounts and their values; all others unknown", "或假想客戶：客戶欄位與值，其餘未知")),
        new("layer", KeyShape.Words, new("the layer", "圖層")) { IsNeeded = true },
        new("is in", KeyShape.Words, new("the territory in which it must land, or above", "必須落入的轄區（或其下層）")) { IsNeeded = true },
    ])
    {
        OneOf = ["account", "with"],
    };

    public static KeyTable Rep { get; } = new(new("a line of reps", "reps "),
    [
        new("territory", KeyShape.Words, new("the territory", "轄區")) { IsNeeded = true },
        new("owner", KeyShape.Words, new("the rep accountable for it", "負責的業務代表")) { IsNeeded = true },
        new("overlay", KeyShape.List, new("reps who work in it beside the owner", "協銷的業務代表")),
    ]);

    public static KeyTable Quotas { get; } = new(new("quotas", "quotas "),
    [
        new("currency", KeyShape.Words, new("the currency of all amounts (ISO 4217)", "所有金額的貨幣（ISO 4217）")) { IsNeeded = true },
        new("goal", KeyShape.Number, new("for all together", "總目標")),
        new("territories", KeyShape.Amounts, new("by territory", "各轄區的金額")),
    ]);

    public static KeyTable Plan { get; } = new(new("the plan", "方案"),
    [
        new("plan", KeyShape.Words, new("the plan's name", "方案名稱")) { IsNeeded = true },
        new("effective", KeyShape.Day, new("first day in force", "生效日")),
        new("fields", KeyShape.Fields, new("custom fields that rules ask, with their kinds", "規則使用的自訂欄位及其類型")),
        new("rates", KeyShape.Rates, new("what one unit of each currency is worth; the plan's own has 1", "各貨幣一單位的價值；方案本身的貨幣為 1")),
        new("layers", KeyShape.Maps, new("sets of territories that cover the market once each", "圖層：各自涵蓋市場一次的一組轄區")) { IsNeeded = true, Table = () => Layer },
        new("overrides", KeyShape.Maps, new("accounts placed by hand", "人工指定的客戶")) { Table = () => Override },
        new("holdouts", KeyShape.Maps, new("accounts that keep their owner, whatever territory they are in", "不論轄區皆保留原負責人的客戶")) { Table = () => Holdout },
        new("expect", KeyShape.Maps, new("tests of the plan: where an account must land", "方案的測試：客戶必須落在哪裡")) { Table = () => Expectation },
        new("reps", KeyShape.Maps, new("who owns which territory", "各轄區的負責人")) { Table = () => Rep },
        new("quotas", KeyShape.Map, new("what territories are to sell", "各轄區的業績配額")) { Table = () => Quotas },
    ]);
}
