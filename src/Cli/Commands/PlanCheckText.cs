using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>A checked plan in words for the people who own the territories.</summary>
internal sealed class PlanCheckText(IAnsiConsole console, Language language, int most)
{
    private const int MostTerritories = 50;

    public void Print(CheckResult result)
    {
        ProblemView.Print(console, result.Problems, language);
        ProblemView.Print(console, [.. result.Expects.Where(expect => expect.Holds == false).Select(expect => expect.Problem)], language);
        if (result.Plan is null)
        {
            return;
        }

        foreach (LayerCheck layer in result.Layers)
        {
            console.MarkupLine($"[bold]{Markup.Escape(Say(new($"Layer {layer.Layer}", $"圖層 {layer.Layer}")))}[/]");
            PrintGaps(layer);
            PrintOverlaps(layer, OverlapKind.Crosses);
            PrintOverlaps(layer, OverlapKind.Hides);
            PrintOverlaps(layer, OverlapKind.Refines);
            PrintDead(layer.Proof);
            PrintUndecided(layer.Proof);
            if (result.Accounts is not null)
            {
                PrintAccounts(layer);
            }
        }

        if (result.Expects.Any(expect => expect.Holds is null))
        {
            console.WriteLine(Say(new("Tests about accounts were not run: no accounts are at hand.", "未執行有關客戶的測試：沒有客戶資料。")));
        }

        console.WriteLine(result.Accounts is { } count
            ? Say(new($"Proven for every account that may come; counted on the {Numbers.Of(count)} accounts at hand.", $"以上證明適用於所有可能的客戶；筆數以現有的 {Numbers.Of(count)} 個客戶計算。"))
            : Say(new("Proven for every account that may come.", "以上證明適用於所有可能的客戶。")));
    }

    private void PrintGaps(LayerCheck layer)
    {
        LayerProof proof = layer.Proof;
        if (proof.IsComplete)
        {
            Line("green", "✓", new("Complete: every account in scope reaches a territory.", "完整：範圍內的每個客戶都有轄區。"));
        }

        foreach ((CoverageGap gap, int at) in proof.Gaps.Select((gap, at) => (gap, at)).Take(most))
        {
            Text where = gap switch
            {
                { Named: { } named } => new($"accounts named by {named}, after {gap.Path}", $"{named} 的指名客戶，走到 {gap.Path} 之後"),
                { Path.Length: 0 } => new("at the top", "最上層"),
                _ => new($"after {gap.Path}", $"走到 {gap.Path} 之後"),
            };
            Text kind = gap.IsConsistent ? new("Gap", "缺口") : new("Gap where no real place is", "缺口（現實中沒有這樣的地點）");
            Line(gap.IsConsistent ? "red" : "yellow", gap.IsConsistent ? "✗" : "!", new(
                $"{kind.English} {where.English}: {Numbers.Share(gap.Share)} of all combinations reach no territory; smallest: {WitnessText.Of(gap.Witness).English}.",
                $"{kind.Chinese}（{where.Chinese}）：{Numbers.Share(gap.Share)} 的組合沒有轄區；最簡單的例子：{WitnessText.Of(gap.Witness).Chinese}。"));
            PrintReal(layer.InGaps, at);
        }

        More(proof.Gaps.Length);
    }

    private void PrintOverlaps(LayerCheck layer, OverlapKind kind)
    {
        (TerritoryOverlap Overlap, int At)[] overlaps = [.. layer.Proof.Overlaps.Select((overlap, at) => (overlap, at)).Where(each => each.overlap.Kind == kind && each.overlap.IsConsistent)];
        (string colour, string mark, long total, Text title) = kind switch
        {
            OverlapKind.Crosses => ("yellow", "!", layer.Proof.Totals.Crosses, new Text("Overlaps that only the order decides", "僅由先後順序決定的重疊（交叉）")),
            OverlapKind.Hides => ("yellow", "!", layer.Proof.Totals.Hides, new Text("The later is hidden by the earlier", "後者被前者完全遮蔽（遮蔽）")),
            OverlapKind.Refines => ("green", "·", layer.Proof.Totals.Refines, new Text("Special cases before the general one", "先特例、後通則的重疊（細分）")),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of overlap"),
        };
        if (total == 0)
        {
            return;
        }

        Line(colour, mark, new($"{title.English}: {Numbers.Of(total)}", $"{title.Chinese}：{Numbers.Of(total)}"));
        foreach ((TerritoryOverlap overlap, int at) in overlaps.Take(most))
        {
            Detail(new(
                $"{overlap.Earlier} before {overlap.Later}, as for {WitnessText.Of(overlap.Witness).English}",
                $"{overlap.Earlier} 先於 {overlap.Later}，例如{WitnessText.Of(overlap.Witness).Chinese}"));
            PrintReal(layer.InOverlaps, at);
        }

        More(total);
    }

    private void PrintDead(LayerProof proof)
    {
        foreach (DeadTerritory dead in proof.Dead.Take(most))
        {
            Line("yellow", "!", dead.Reason switch
            {
                DeadReason.Empty => new($"Dead: {dead.Territory} can never take anyone.", $"無效轄區：{dead.Territory} 不可能有任何客戶。"),
                DeadReason.Taken => new(
                    $"Dead: all that {dead.Territory} wants is taken before by {string.Join(", ", dead.TakenBy)}.",
                    $"無效轄區：{dead.Territory} 要的客戶都已先由 {string.Join("、", dead.TakenBy)} 取得。"),
                DeadReason.Above => new($"Dead: {dead.Territory} lies below a dead territory.", $"無效轄區：{dead.Territory} 位於無效轄區之下。"),
                _ => throw new InvalidOperationException($"no words for {dead.Reason}"),
            });
        }

        More(proof.Dead.Length);
        foreach (DeadCondition dead in proof.DeadConditions.Take(most))
        {
            Text by = ImpliedBy(dead);
            Line("yellow", "!", dead.IsTaking
                ? new($"In {dead.Territory}, \"{dead.Part}\" never adds anyone: {by.English}.", $"{dead.Territory} 的「{dead.Part}」不會多納入任何客戶：{by.Chinese}。")
                : new($"In {dead.Territory}, \"{dead.Part}\" never keeps anyone out: {by.English}.", $"{dead.Territory} 的「{dead.Part}」不會排除任何客戶：{by.Chinese}。"));
        }

        More(proof.DeadConditionTotal);
    }

    private static Text ImpliedBy(DeadCondition dead) => (dead.ImpliedBy, dead.Implying) switch
    {
        (ImplicationKind.Rule, _) => new("the rule itself says as much", "規則其他部分已涵蓋"),
        (ImplicationKind.Above, []) => new("the scope says as much", "圖層範圍已涵蓋"),
        (ImplicationKind.Above, var above) => new($"{string.Join(", ", above)} above says as much", $"上層 {string.Join("、", above)} 已涵蓋"),
        (ImplicationKind.Earlier, var earlier) => new($"{string.Join(", ", earlier)} before takes them", $"先由 {string.Join("、", earlier)} 取得"),
        _ => throw new InvalidOperationException($"no words for {dead.ImpliedBy}"),
    };

    private void PrintUndecided(LayerProof proof)
    {
        foreach (Undecided open in proof.Undecided.Take(most))
        {
            Text what = open.What switch
            {
                ProofPart.Gaps => new("gaps", "缺口"),
                ProofPart.Overlaps => new("overlaps", "重疊"),
                ProofPart.Dead => new("dead territories", "無效轄區"),
                ProofPart.Conditions => new("dead conditions", "無效條件"),
                _ => throw new InvalidOperationException($"no words for {open.What}"),
            };
            Line("yellow", "?", new(
                $"Undecided ({what.English}{(open.Territory is { } of ? $", {of}" : "")}): {open.Why.English}.",
                $"未定（{what.Chinese}{(open.Territory is { } about ? $"，{about}" : "")}）：{open.Why.Chinese}。"));
        }

        More(proof.Undecided.Length);
    }

    private void PrintAccounts(LayerCheck layer)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(Say(new("territory", "轄區")));
        table.AddColumn(Say(new("name", "名稱")));
        table.AddColumn(new TableColumn(Say(new("accounts", "客戶數"))).RightAligned());
        foreach ((TerritoryId territory, string name, long accounts) in layer.Territories.Take(MostTerritories))
        {
            table.AddRow(Markup.Escape(territory.Value), Markup.Escape(name), Numbers.Of(accounts));
        }

        console.Write(table);
        int rest = layer.Territories.Length - MostTerritories;
        string more = rest > 0 ? Say(new($" {Numbers.Of(rest)} more territories with --json.", $"其餘 {Numbers.Of(rest)} 個轄區請用 --json。")) : "";
        console.WriteLine(Say(new(
            $"{Numbers.Of(layer.Gaps)} accounts reach no territory, {Numbers.Of(layer.OutOfScope)} are out of scope.{more}",
            $"{Numbers.Of(layer.Gaps)} 個客戶沒有符合的轄區，{Numbers.Of(layer.OutOfScope)} 個不在範圍內。{more}")));
    }

    private void PrintReal(IReadOnlyList<RealFigures> figures, int at)
    {
        if (at >= figures.Count || figures[at].Accounts == 0)
        {
            return;
        }

        RealFigures real = figures[at];
        string revenue = string.Concat(real.Revenue.Take(1).Select(amount => $", {amount.Amount.ToString("N0", CultureInfo.InvariantCulture)} {amount.Currency.Code} ({Numbers.Share(real.RevenueShare)})"));
        Detail(new(
            $"  {Numbers.Of(real.Accounts)} accounts at hand ({Numbers.Share(real.AccountShare)}){revenue}; one of them: {real.Example}",
            $"  現有 {Numbers.Of(real.Accounts)} 個客戶（{Numbers.Share(real.AccountShare)}）{revenue.Replace(", ", "，", StringComparison.Ordinal)}；例如 {real.Example}"));
    }

    private void More(long total)
    {
        if (total > most)
        {
            Detail(new($"… and {Numbers.Of(total - most)} more; --most or --json shows them.", $"……另有 {Numbers.Of(total - most)} 項；可用 --most 或 --json 查看。"));
        }
    }

    private void Line(string colour, string mark, Text text) => console.MarkupLine($"  [{colour}]{mark}[/] {Markup.Escape(text.In(language))}");

    private void Detail(Text text) => console.WriteLine($"      {text.In(language)}");

    private string Say(Text text) => text.In(language);
}
