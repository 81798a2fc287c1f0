using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories.Reading;

/// <summary>Reads layers and their trees, and knows afterwards which territories there are.</summary>
internal sealed class LayerReader(PlanReader plan)
{
    private readonly Dictionary<string, string> layerOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly HashSet<string> layers = new(StringComparer.Ordinal);
    private string layer = "";

    /// <summary>Names of the layers.</summary>
    public IReadOnlySet<string> Layers => layers;

    /// <summary>Territory → its layer.</summary>
    public IReadOnlyDictionary<string, string> LayerOf => layerOf;

    public ImmutableArray<Layer> Read(ImmutableArray<YamlNode> items) => [.. plan.Maps(items, "layers").Select(ReadLayer)];

    private Layer ReadLayer(YamlMap map)
    {
        var keys = new KeyReader(plan, map, PlanKeys.Layer);
        YamlScalar? name = keys.Scalar("layer");
        layer = name?.Value ?? "";
        named.Clear();
        if (name is not null && !layers.Add(name.Value))
        {
            plan.Add(Problems.RepeatedId(plan.File, name, PlanKeys.Layer.What));
        }

        Rule? scope = keys.Scalar("scope") is { } text ? plan.ReadRule(text) : null;
        return new Layer(layer, scope, ReadTerritories(keys.Items("territories")));
    }

    private ImmutableArray<TerritoryNode> ReadTerritories(ImmutableArray<YamlNode> items)
    {
        ImmutableArray<TerritoryNode>.Builder territories = ImmutableArray.CreateBuilder<TerritoryNode>();
        bool isAfterOtherwise = false;
        foreach (YamlMap map in plan.Maps(items, "territories"))
        {
            TerritoryNode territory = ReadTerritory(map, isAfterOtherwise);
            isAfterOtherwise |= territory.IsOtherwise;
            territories.Add(territory);
        }

        return territories.ToImmutable();
    }

    private TerritoryNode ReadTerritory(YamlMap map, bool isAfterOtherwise)
    {
        var keys = new KeyReader(plan, map, PlanKeys.Territory);
        YamlScalar? id = keys.Scalar("id");
        CheckId(id);
        YamlScalar? where = keys.Scalar("where");
        bool isOtherwise = where is not null && string.Equals(where.Value.Trim(), "otherwise", StringComparison.OrdinalIgnoreCase);
        Rule? rule = where is null || isOtherwise ? null : plan.ReadRule(where);
        if (isAfterOtherwise && where is not null && id is not null)
        {
            plan.Add(Problems.OtherwiseNotLast(plan.File, id));
        }

        if (keys.Scalar("family") is { } family && family.Value != "together")
        {
            plan.Add(Problems.WrongShape(plan.File, family.Start, "family", Text.Same("together"), family.Value));
        }

        ImmutableArray<AccountId> accounts = ReadAccounts(keys, id?.Value ?? "");
        ImmutableArray<TerritoryNode> children = ReadTerritories(keys.Items("territories"));
        if (id is not null && where is null && !keys.Has("accounts") && !children.SelectMany(child => child.WithDescendants()).Any(child => child.Accounts.Length > 0))
        {
            plan.Add(Problems.Unreachable(plan.File, id));
        }

        return new TerritoryNode(
            new TerritoryId(id?.Value ?? ""), keys.Words("name") ?? id?.Value ?? "", rule, isOtherwise, accounts, keys.Has("family"), keys.YesOrNo("keeps"), children, Problems.At(plan.File, map.Start));
    }

    private void CheckId(YamlScalar? id)
    {
        if (id is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(id.Value) || id.Value.Contains('/', StringComparison.Ordinal) || id.Value.Any(char.IsControl))
        {
            plan.Add(Problems.BadId(plan.File, id));
        }
        else if (!layerOf.TryAdd(id.Value, layer))
        {
            plan.Add(Problems.RepeatedId(plan.File, id, PlanKeys.Territory.What));
        }
    }

    // Named accounts stand in the plan, or in a list file: accounts: list("key-accounts.csv").
    private ImmutableArray<AccountId> ReadAccounts(KeyReader keys, string territory)
    {
        IEnumerable<YamlScalar> names = keys.Node("accounts") is YamlScalar list ? ReadList(list) : keys.Texts("accounts");
        ImmutableArray<AccountId>.Builder accounts = ImmutableArray.CreateBuilder<AccountId>();
        foreach (YamlScalar name in names)
        {
            if (named.TryAdd(name.Value, territory))
            {
                accounts.Add(new AccountId(name.Value));
            }
            else
            {
                plan.Add(Problems.NamedTwice(plan.File, name, named[name.Value]));
            }
        }

        return accounts.ToImmutable();
    }

    private IEnumerable<YamlScalar> ReadList(YamlScalar scalar)
    {
        const string Open = "list(\"";
        const string Close = "\")";
        string text = scalar.Value.Trim();
        if (text.Length < Open.Length + Close.Length || !text.StartsWith(Open, StringComparison.Ordinal) || !text.EndsWith(Close, StringComparison.Ordinal))
        {
            plan.Add(Problems.WrongShape(plan.File, scalar.Start, "accounts", new("a list of account ids, or list(\"file.csv\")", "客戶識別碼的清單，或 list(\"file.csv\")"), scalar.Value));
            return [];
        }

        string path = text[Open.Length..^Close.Length];
        ListReading reading = plan.Beside.List(path);
        if (reading.Trouble is { } trouble)
        {
            plan.Add(Problems.List(plan.File, scalar.Start, path, trouble));
        }

        return reading.Values.Select(value => scalar with { Value = value.Value });
    }
}
