using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Diff;

/// <summary>Says what an edit is, for a person and for a file.</summary>
internal sealed class EditWords(LayerSide before, LayerSide after, RuleGround ground)
{
    // A list of thousands of codes says no more than its beginning.
    private const int MostOfRule = 120;
    private const int MostNames = 3;

    public PlanEdit Of(EditKey key)
    {
        var territory = new TerritoryId(key.Territory);
        TreeNode? was = before.Find(key.Territory);
        TreeNode? now = after.Find(key.Territory);
        return key.Kind switch
        {
            PlanEditKind.Scope => Scope(),
            PlanEditKind.Added => new(key.Kind, territory, null, TextOf(now!), new($"{key.Territory} is new ({TextOf(now!)})", $"新增 {key.Territory}（{TextOf(now!)}）")),
            PlanEditKind.Removed => new(key.Kind, territory, TextOf(was!), null, new($"{key.Territory} is gone ({TextOf(was!)})", $"移除 {key.Territory}（{TextOf(was!)}）")),
            PlanEditKind.Moved => Moved(territory, was!, now!),
            PlanEditKind.Order => Order(territory, now!),
            PlanEditKind.Where => Where(territory, was!, now!),
            PlanEditKind.Keeps => now!.Territory.Keeps
                ? new(key.Kind, territory, "false", "true", new($"{key.Territory} keeps what its children leave", $"{key.Territory} 改為保留下層未收的客戶"))
                : new(key.Kind, territory, "true", "false", new($"{key.Territory} no longer keeps what its children leave", $"{key.Territory} 不再保留下層未收的客戶")),
            PlanEditKind.Names => Names(territory, was!.Territory, now!.Territory),
            PlanEditKind.Override => new(key.Kind, null, null, null, new("an override of the account came, changed or ended", "該客戶的指定歸屬有新增、變更或結束")),
            PlanEditKind.LayerAdded or PlanEditKind.LayerRemoved => throw new InvalidOperationException($"{key.Kind} is told without both versions of a layer"),
            _ => throw new InvalidOperationException($"{key.Kind} is not a kind of edit"),
        };
    }

    /// <summary>The edit that a whole layer came or went.</summary>
    public static PlanEdit OfLayer(string layer, bool isNew) => isNew
        ? new(PlanEditKind.LayerAdded, null, null, layer, new($"layer {layer} is new", $"新增圖層 {layer}"))
        : new(PlanEditKind.LayerRemoved, null, layer, null, new($"layer {layer} is gone", $"移除圖層 {layer}"));

    private PlanEdit Scope()
    {
        (Text words, string? was, string? now) = Meaning(before.Tree.Layer.Scope, after.Tree.Layer.Scope);
        return new(PlanEditKind.Scope, null, was, now, new($"the scope of layer {after.Tree.Layer.Name}{words.English}", $"圖層 {after.Tree.Layer.Name} 的範圍{words.Chinese}"));
    }

    private PlanEdit Where(TerritoryId territory, TreeNode was, TreeNode now)
    {
        if (was.Territory.IsOtherwise != now.Territory.IsOtherwise || was.Territory.Where is null || now.Territory.Where is null)
        {
            (string from, string to) = (TextOf(was), TextOf(now));
            return new(PlanEditKind.Where, territory, from, to, new($"{territory} was {Short(from)}, and is {Short(to)}", $"{territory} 由 {Short(from)} 改為 {Short(to)}"));
        }

        (Text words, string? old, string? fresh) = Meaning(was.Territory.Where, now.Territory.Where);
        return new(PlanEditKind.Where, territory, old, fresh, new($"the where of {territory}{words.English}", $"{territory} 的 where {words.Chinese}"));
    }

    private (Text Words, string? Was, string? Now) Meaning(Rule? was, Rule? now)
    {
        (string? old, string? fresh) = (was?.ToString(), now?.ToString());
        if (old != fresh)
        {
            return (new($" was {Short(old ?? "everything")}, and is {Short(fresh ?? "everything")}", $"由 {Short(old ?? "全部")} 改為 {Short(fresh ?? "全部")}"), old, fresh);
        }

        ImmutableArray<string> files = now is null ? [] : ground.ChangedFilesOf(now);
        return files.IsEmpty
            ? ground.RatesDiffer ? (new(" reads the same, with other rates", "文字相同，但匯率不同"), old, fresh) : (new(" reads the same, with other kinds of fields", "文字相同，但欄位類型不同"), old, fresh)
            : (new($" names {string.Join(", ", files)}, whose content changed", $"所用的 {string.Join("、", files)} 內容有變更"), old, fresh);
    }

    private PlanEdit Moved(TerritoryId territory, TreeNode was, TreeNode now)
    {
        (string? from, string? to) = (ParentOf(before, was), ParentOf(after, now));
        return new(PlanEditKind.Moved, territory, from, to, new(
            $"{territory} stands below {to ?? "the top"}, was below {from ?? "the top"}",
            $"{territory} 由 {from ?? "最上層"} 之下移到 {to ?? "最上層"} 之下"));
    }

    private PlanEdit Order(TerritoryId territory, TreeNode now)
    {
        string? parent = ParentOf(after, now);
        string[] was = [.. before.ChildrenOf(parent is null ? null : before.Find(parent)).Nodes.Select(node => node.Territory.Id.Value)];
        string[] order = [.. after.ChildrenOf(parent is null ? null : after.Find(parent)).Nodes.Select(node => node.Territory.Id.Value)];
        int place = Array.IndexOf(was, territory.Value);
        string[] passed = [.. was.Take(place).Intersect(order.SkipWhile(each => each != territory.Value), StringComparer.Ordinal)];
        string names = string.Join(", ", passed.Take(MostNames)) + (passed.Length > MostNames ? " …" : "");
        return new(PlanEditKind.Order, territory, string.Join(", ", was), string.Join(", ", order), new($"{territory} is asked before {names} now", $"{territory} 改排在 {names} 之前"));
    }

    private static PlanEdit Names(TerritoryId territory, TerritoryNode was, TerritoryNode now)
    {
        AccountId[] came = [.. now.Accounts.Except(was.Accounts)];
        AccountId[] went = [.. was.Accounts.Except(now.Accounts)];
        (List<string> english, List<string> chinese) = ([], []);
        if (came.Length > 0)
        {
            english.Add($"names {Listed(came)}");
            chinese.Add($"新指名 {Listed(came)}");
        }

        if (went.Length > 0)
        {
            english.Add($"no longer names {Listed(went)}");
            chinese.Add($"不再指名 {Listed(went)}");
        }

        if (was.IsFamilyTogether != now.IsFamilyTogether)
        {
            english.Add(now.IsFamilyTogether ? "keeps families together" : "no longer keeps families together");
            chinese.Add(now.IsFamilyTogether ? "關係企業一併歸屬" : "關係企業不再一併歸屬");
        }

        return new(PlanEditKind.Names, territory, CountOf(was), CountOf(now), new($"{territory} {string.Join(" and ", english)}", $"{territory} {string.Join("，", chinese)}"));
    }

    private static string Listed(AccountId[] accounts) =>
        string.Join(", ", accounts.Take(MostNames)) + (accounts.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $" … ({accounts.Length})") : "");

    private static string CountOf(TerritoryNode territory) => string.Create(CultureInfo.InvariantCulture, $"{territory.Accounts.Length} accounts{(territory.IsFamilyTogether ? ", family together" : "")}");

    private static string? ParentOf(LayerSide side, TreeNode node) => node.Parent < 0 ? null : side.Tree.NodeAt(node.Parent).Territory.Id.Value;

    private static string TextOf(TreeNode node) => node.Territory switch
    {
        { IsOtherwise: true } => "otherwise",
        { Where: { } where } => Short(where.ToString()),
        _ => "by name only",
    };

    private static string Short(string text) => text.Length <= MostOfRule ? text : text[..(MostOfRule - 1)] + "…";
}
