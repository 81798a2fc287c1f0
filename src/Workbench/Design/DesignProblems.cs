using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>What can be wrong with a request for a design, and what a design's reader should know.</summary>
internal static class DesignProblems
{
    internal static Problem UnknownSet(string id, IReadOnlyList<string> known) => Error(
        "design.unknown-boundaries",
        new($"There is no boundary set \"{id}\".", $"沒有「{id}」這個邊界集。"),
        id,
        new($"Maybe one of: {string.Join(", ", known)}.", $"可用的有：{string.Join("、", known)}。"));

    internal static Problem UnknownMeasure(string name, IEnumerable<string> facts) => Error(
        "design.unknown-measure",
        new($"\"{name}\" is nothing that can be balanced.", $"無法以「{name}」作為平衡依據。"),
        name,
        new(
            $"Maybe one of: {string.Join(", ", Measures(facts))}.",
            $"可用的有：{string.Join("、", Measures(facts))}。"));

    internal static Problem NothingToBalance(string name) => Error(
        "design.nothing-to-balance",
        new($"The areas have nothing of \"{name}\": there is nothing to balance.", $"各區域都沒有「{name}」，沒有可平衡的數值。"),
        name,
        new("Maybe the rule leaves no account, or the accounts have no place yet.", "可能是條件沒有選到任何客戶，或客戶尚未定位。"));

    internal static Problem OtherCurrencies(long sales, string currency) => Doubt(
        "design.other-currencies",
        new($"{Grouped(sales)} sales are not in {currency} and do not count as revenue here.", $"{Grouped(sales)} 筆銷售不是 {currency}，未計入此處的營收。"));

    internal static Problem PotentialFrom(bool isRevenue) => Doubt(
        "design.potential-from-accounts",
        isRevenue
            ? new("There is no area fact named potential: the accounts' own yearly revenue stands for it.", "沒有名為 potential 的區域資料：以客戶公司的年營收代替。")
            : new("There is no area fact named potential: the accounts' employees stand for it.", "沒有名為 potential 的區域資料：以客戶的員工人數代替。"));

    internal static Problem TooHeavy(Text area, string measure, double has, double most, double even) => Doubt(
        "design.area-too-heavy",
        new(
            $"{area.English} alone has {Grouped(has)} of {measure}; an even share is {Grouped(even)} and the limit {Grouped(most)}. An area moves whole, so it stands in a territory that exceeds the limit, and the other territories share the rest evenly.",
            $"{area.Chinese}單獨就有 {measure} {Grouped(has)}，平均為 {Grouped(even)}、上限為 {Grouped(most)}。區域不可分割，因此其所在轄區超過上限，其餘轄區平均分配剩下的部分。"),
        Number(has),
        new("Maybe use smaller areas, fewer territories or a wider tolerance.", "可改用較小的區域、減少轄區數，或放寬容許差。"));

    internal static Problem Outside(DesignedTerritory territory, DesignedMeasure measure, Share tolerance) => Doubt(
        "design.outside-tolerance",
        new(
            $"{territory.Name.English} has {Grouped(measure.Value)} of {measure.Measure}, {Percent(Math.Abs(measure.Deviation))} {(measure.Deviation > 0 ? "above" : "below")} the even share of {Grouped(measure.Target)}; allowed are {Percent(tolerance.Value)}.",
            $"{territory.Name.Chinese}的 {measure.Measure} 為 {Grouped(measure.Value)}，{(measure.Deviation > 0 ? "高於" : "低於")}平均 {Grouped(measure.Target)} 達 {Percent(Math.Abs(measure.Deviation))}；容許差為 {Percent(tolerance.Value)}。"),
        Number(measure.Value));

    internal static Problem Apart(DesignedTerritory territory) => Doubt(
        "design.not-contiguous",
        new($"{territory.Name.English} does not hang together.", $"{territory.Name.Chinese}並不相連。"));

    internal static Problem Linked(int links, int within) => Doubt(
        "design.linked-over-water",
        new(
            $"Islands and separate parts were joined by {links} links (the shortest ones); {within} of them lie within a territory.",
            $"離島與不相連的部分以 {links} 條最短連線接起，其中 {within} 條位於同一轄區內。"));

    internal static Problem Unplaced(long accounts, bool areKept) => Doubt(
        "design.unplaced",
        areKept
            ? new($"{Grouped(accounts)} accounts lie in none of the areas; they are kept in the territory \"unplaced\".", $"{Grouped(accounts)} 家客戶不在任何區域內，暫歸「unplaced」轄區。")
            : new($"{Grouped(accounts)} accounts lie in none of the areas; they will be a gap of the plan.", $"{Grouped(accounts)} 家客戶不在任何區域內，將成為方案的缺口。"),
        Number(accounts),
        new("Maybe complete their addresses, or keep them in a territory of their own (--keep-unplaced).", "可補齊地址，或用 --keep-unplaced 另設一個轄區。"));

    private static IEnumerable<string> Measures(IEnumerable<string> facts) =>
        AreaMeasure.Own.Concat(facts.Take(10).Select(fact => AreaMeasure.AreaFactPrefix + fact));

    private static Problem Error(string code, Text message, string? value = null, Text? advice = null) => new(code, Severity.Error, Place.None, message, value, advice);

    private static Problem Doubt(string code, Text message, string? value = null, Text? advice = null) => new(code, Severity.Doubt, Place.None, message, value, advice);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(double value) => value.ToString(value < 100 && value != Math.Floor(value) ? "N1" : "N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");
}
