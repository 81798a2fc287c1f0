using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>A comparison of two versions for a person.</summary>
internal sealed class PlanDiffText(IAnsiConsole console, Language language)
{
    private const int MostInText = 20;
    private const int MostCauses = 3;

    public void Print(PlanDiff result)
    {
        ProblemView.Print(console, result.Problems, language);
        ImportView.Widen(console);
        if (result.Before is null || result.After is null)
        {
            return;
        }

        if (result.Market is { } market)
        {
            console.WriteLine(Say(new(
                $"{result.Before} → {result.After}, as of {Day(result.Day)}: {Numbers.Of(market.Accounts)} accounts. {Revenue(market).English}",
                $"{result.Before} → {result.After}，基準日 {Day(result.Day)}：{Numbers.Of(market.Accounts)} 個客戶。{Revenue(market).Chinese}")));
        }

        foreach (LayerDiff layer in result.Layers)
        {
            console.WriteLine();
            Print(layer, result.Market!);
        }

        foreach (LayerRegions layer in result.Regions?.Layers ?? [])
        {
            new RegionsText(console, language).Print(layer);
        }
    }

    private void Print(LayerDiff layer, DiffMarket market)
    {
        console.MarkupLine($"[bold]{Markup.Escape(Say(new($"Layer {layer.Layer}", $"圖層 {layer.Layer}")))}[/]");
        console.WriteLine(layer.Moved.Accounts == 0
            ? Say(new("  No account moves.", "  沒有客戶異動。"))
            : Say(new(
                $"  {Numbers.Of(layer.Moved.Accounts)} of {Numbers.Of(market.Accounts)} accounts {(layer.Moved.Accounts == 1 ? "moves" : "move")}{Worth(layer.Moved, market).English}.",
                $"  {Numbers.Of(market.Accounts)} 個客戶中有 {Numbers.Of(layer.Moved.Accounts)} 個異動{Worth(layer.Moved, market).Chinese}。")));
        foreach (DiffGroup group in layer.Groups.Take(MostInText))
        {
            Print(group, market);
        }

        More(layer.Groups.Length - MostInText, new("groups", "組異動"));
        Table(
            new("territory", "轄區"),
            layer.Territories.Where(each => each.Flow.IsMoved || each.Quota.IsChanged || each.RepBefore != each.RepAfter || each.State != "kept")
                .Select(each => (each.Name == each.Territory.Value ? each.Name : $"{each.Name} ({each.Territory})", each.Flow, each.Quota, Rep: $"{each.RepBefore?.Value ?? "–"}{(each.RepBefore == each.RepAfter ? "" : $" → {each.RepAfter?.Value ?? "–"}")}")));
        Table(
            new("rep", "業務代表"),
            layer.Reps.Where(each => each.Flow.IsMoved || each.Quota.IsChanged)
                .Select(each => (each.Rep is { } rep ? $"{rep} {each.Name}".TrimEnd() : Say(new("(nobody)", "（無人負責）")), each.Flow, each.Quota, Rep: "")));
        if (layer.Relationships is { } known)
        {
            Print(known, market);
        }
    }

    private void Print(DiffGroup group, DiffMarket market)
    {
        console.WriteLine(Say(new(
            $"  {Word(group.From).English} → {Word(group.To).English}: {Numbers.Of(group.Stake.Accounts)} {(group.Stake.Accounts == 1 ? "account" : "accounts")}{Worth(group.Stake, market).English}, as {group.Example}",
            $"  {Word(group.From).Chinese} → {Word(group.To).Chinese}：{Numbers.Of(group.Stake.Accounts)} 個客戶{Worth(group.Stake, market).Chinese}，例如 {group.Example}")));
        foreach (DiffCause cause in group.Causes.Take(MostCauses))
        {
            bool isAll = cause.Stake.Accounts == group.Stake.Accounts;
            Text count = isAll ? new("", "") : new($"{Numbers.Of(cause.Stake.Accounts)}: ", $"{Numbers.Of(cause.Stake.Accounts)} 個：");
            console.WriteLine(Say(new(
                $"      because {count.English}{string.Join("; and ", cause.Edits.Select(edit => edit.Words.English))}",
                $"      原因：{count.Chinese}{string.Join("；且", cause.Edits.Select(edit => edit.Words.Chinese))}")));
        }

        More(group.Causes.Length - MostCauses, new("causes", "種原因"));
        if (group.NotFollowed > 0)
        {
            console.WriteLine(Say(new($"      {Numbers.Of(group.NotFollowed)} of them were not looked at for the cause.", $"      其中 {Numbers.Of(group.NotFollowed)} 個未追查原因。")));
        }
    }

    private void Table(Text what, IEnumerable<(string Name, Flow Flow, QuotaChange Quota, string Rep)> rows)
    {
        (string Name, Flow Flow, QuotaChange Quota, string Rep)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn(Say(what));
        bool hasQuota = Array.Exists(all, each => each.Quota.Before is not null || each.Quota.After is not null);
        bool hasReps = Array.Exists(all, each => each.Rep.Length > 0);
        string[] currencies = [.. all.SelectMany(each => each.Flow.Before.Revenue.Concat(each.Flow.After.Revenue)).Select(money => money.Currency.ToString()).Distinct(StringComparer.Ordinal).Take(1)];
        Array.ForEach<Text>(
            [
                new("accounts", "客戶"), new("in", "移入"), new("out", "移出"), new("after", "異動後"),
                .. currencies.Select(code => new Text($"revenue {code}".TrimEnd(), $"營收 {code}".TrimEnd())), .. currencies.Select(_ => new Text("change", "增減")), .. hasQuota ? [new Text("quota", "配額")] : Array.Empty<Text>(),
            ],
            heading => table.AddColumn(new TableColumn(Say(heading)).RightAligned()));
        if (hasReps)
        {
            table.AddColumn(Say(new("rep", "業務代表")));
        }

        foreach ((string name, Flow flow, QuotaChange quota, string rep) in all.Take(MostInText))
        {
            string[] cells =
            [
                name, Numbers.Of(flow.Before.Accounts), Signed(flow.In.Accounts, '+'), Signed(flow.Out.Accounts, '−'), Numbers.Of(flow.After.Accounts),
                .. currencies.Select(code => In(flow.After.Revenue, code).ToString("N0", CultureInfo.InvariantCulture)),
                .. currencies.Select(code => (In(flow.After.Revenue, code) - In(flow.Before.Revenue, code)).ToString("+#,0;−#,0;0", CultureInfo.InvariantCulture)),
                .. hasQuota ? [Quota(quota)] : Array.Empty<string>(), .. hasReps ? [rep] : Array.Empty<string>(),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
        More(all.Length - MostInText, new("rows", "列"));
    }

    private void Print(RelationshipChange known, DiffMarket market)
    {
        console.WriteLine(Say(new(
            $"  Relationships: {Numbers.Of(known.Kept.Accounts)} kept, {Numbers.Of(known.Broken.Accounts)} broken{(known.Broken.Accounts == 0 ? "" : Worth(known.Broken, market).English)}, {Numbers.Of(known.Restored.Accounts)} restored.",
            $"  客戶關係：維持 {Numbers.Of(known.Kept.Accounts)} 個，中斷 {Numbers.Of(known.Broken.Accounts)} 個{(known.Broken.Accounts == 0 ? "" : Worth(known.Broken, market).Chinese)}，恢復 {Numbers.Of(known.Restored.Accounts)} 個。")));
        foreach (BrokenRelationship broken in known.BrokenBetween.Take(MostInText))
        {
            console.WriteLine(Say(new(
                $"    {broken.From} → {broken.To?.Value ?? "nobody"}: {Numbers.Of(broken.Stake.Accounts)}{Worth(broken.Stake, market).English}",
                $"    {broken.From} → {broken.To?.Value ?? "無人負責"}：{Numbers.Of(broken.Stake.Accounts)} 個{Worth(broken.Stake, market).Chinese}")));
        }

        More(known.BrokenBetween.Length - MostInText, new("pairs of reps", "組業務代表"));
    }

    private void More(int left, Text what)
    {
        if (left > 0)
        {
            console.WriteLine(Say(new($"      … and {Numbers.Of(left)} more {what.English} (all with --json).", $"      ……另有 {Numbers.Of(left)} {what.Chinese}（用 --json 看全部）。")));
        }
    }

    private static Text Worth(Stake stake, DiffMarket market)
    {
        string revenue = Amounts(stake.Revenue);
        string pipeline = Amounts(stake.Pipeline);
        return new(
            $"{(market.Revenue == "none" ? "" : $", revenue {(revenue.Length == 0 ? "0" : revenue)}")}{(market.HasDeals && pipeline.Length > 0 ? $", open pipeline {pipeline}" : "")}",
            $"{(market.Revenue == "none" ? "" : $"，營收 {(revenue.Length == 0 ? "0" : revenue)}")}{(market.HasDeals && pipeline.Length > 0 ? $"，進行中商機 {pipeline}" : "")}");
    }

    private static Text Revenue(DiffMarket market) => market.Revenue switch
    {
        "sales" => new($"Revenue is sales from {Day(market.From!.Value)} to {Day(market.Until!.Value)}.", $"營收為 {Day(market.From!.Value)} 至 {Day(market.Until!.Value)} 的銷售額。"),
        "own" => new("Revenue is the accounts' own yearly revenue: there are no sales.", "營收為客戶本身的年營收（無銷售資料）。"),
        _ => new("Nothing is known of revenue.", "沒有營收資料。"),
    };

    private static string Amounts(IEnumerable<Money> amounts) => string.Join(" + ", amounts.Select(Amount));

    private static string Amount(Money money) => $"{money.Currency} {money.Amount.ToString("N0", CultureInfo.InvariantCulture)}".TrimStart();

    private static decimal In(IEnumerable<Money> amounts, string currency) => amounts.Where(each => each.Currency.ToString() == currency).Sum(each => each.Amount);

    private static string Quota(QuotaChange quota) => quota.IsChanged
        ? $"{(quota.Before is { } was ? Amount(was) : "–")} → {(quota.After is { } now ? Amount(now) : "–")}"
        : quota.After is { } same ? Amount(same) : "–";

    private static string Signed(long count, char sign) => count == 0 ? "–" : sign + Numbers.Of(count);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Say(Text text) => text.In(language);

    private static Text Word(RowEnd end) => RegionsText.Word(end);
}
