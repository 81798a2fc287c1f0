using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>Small worlds by seeded chance: deep trees, names at any node, families with cycles, overrides with days, several layers.</summary>
public static class RandomWorlds
{
    private const int MostTerritories = 40;
    private static readonly DateOnly Day = new(2027, 1, 15);
    private static readonly string[] LayerNames = ["core", "key accounts", "層'二"];
    private static readonly string[] OddIds = ["O'Brien", "台北-1", "a\"b", "x y", "--", "$q$", "C:\\", "null", "%s"];

    /// <summary>The world of a seed.</summary>
    public static World Of(ulong seed, int accounts = 30)
    {
        var chance = new Chance(seed);
        var places = new RandomPlaces(chance);
        ImmutableSortedDictionary<string, string> fields = Vocabulary.CustomFields.RemoveRange(Vocabulary.CustomFields.Keys.Where(_ => chance.Next(3) == 0));
        ImmutableSortedDictionary<string, decimal> rates = Rates(chance);
        var conditions = new RandomConditions(chance, places, fields, rates);
        string[] ids = [.. Enumerable.Range(0, accounts).Select(account => account < 3 ? $"{OddIds[account]}-{account}" : $"A{account}"), "ghost"];
        var trees = new Trees(chance, conditions, ids);
        ImmutableArray<LayerModel> layers = [.. LayerNames.Take(1 + chance.Next(3)).Select(trees.Layer)];
        ImmutableArray<OverrideModel> overrides = [.. layers.SelectMany(layer => Overrides(chance, layer, ids))];
        var plan = new PlanModel(
            fields,
            rates,
            layers,
            overrides,
            conditions.Lists.ToImmutableSortedDictionary(StringComparer.Ordinal),
            places.Shapes.ToImmutableSortedDictionary(StringComparer.Ordinal));
        return new World(seed, plan, [.. ids.Take(accounts).Select(id => RandomAccounts.Of(chance, id, ids, places))], Day);
    }

    /// <summary>Some rules with the world that they need: a layer of territories that stand beside each other.</summary>
    public static World OfRules(ulong seed, int rules, int depth, int accounts = 30)
    {
        var chance = new Chance(seed);
        var places = new RandomPlaces(chance);
        ImmutableSortedDictionary<string, decimal> rates = Rates(chance);
        var conditions = new RandomConditions(chance, places, Vocabulary.CustomFields, rates);
        ImmutableArray<NodeModel> nodes = [.. Enumerable.Range(0, rules).Select(rule => new NodeModel($"t{rule}", conditions.Next(depth), IsOtherwise: false, [], IsFamilyTogether: false, Keeps: false, []))];
        var plan = new PlanModel(
            Vocabulary.CustomFields,
            rates,
            [new LayerModel("core", null, nodes)],
            [],
            conditions.Lists.ToImmutableSortedDictionary(StringComparer.Ordinal),
            places.Shapes.ToImmutableSortedDictionary(StringComparer.Ordinal));
        string[] ids = [.. Enumerable.Range(0, accounts).Select(account => $"A{account}")];
        return new World(seed, plan, [.. ids.Select(id => RandomAccounts.Of(chance, id, ids, places))], Day);
    }

    private static ImmutableSortedDictionary<string, decimal> Rates(Chance chance)
    {
        (string, decimal)[] rates = chance.Next(4) switch
        {
            0 => [],
            1 => [("TWD", 1), ("USD", 32.1m)],
            2 => [("USD", 1), ("TWD", 0.0311526479m), ("JPY", 0.0067m)],
            _ => [("USD", 32.1m), ("JPY", 0.21m)],
        };
        return rates.ToImmutableSortedDictionary(rate => rate.Item1, rate => rate.Item2, StringComparer.Ordinal);
    }

    private static IEnumerable<OverrideModel> Overrides(Chance chance, LayerModel layer, string[] ids)
    {
        string[] territories = [.. layer.Nodes.SelectMany(node => node.WithDescendants()).Select(node => node.Id)];
        foreach (string id in ids.Where(_ => chance.Next(8) == 0))
        {
            DateOnly? from = chance.Next(3) == 0 ? null : Day.AddDays(chance.Next(5) - 2);
            DateOnly? until = chance.Next(3) == 0 ? null : (from ?? Day).AddDays(chance.Next(4) - (from is null ? 2 : 0));
            yield return new OverrideModel(id, layer.Name, territories[chance.Next(territories.Length)], from, until);
            if (until is { } ended && chance.Next(2) == 0)
            {
                yield return new OverrideModel(id, layer.Name, territories[chance.Next(territories.Length)], ended.AddDays(1), null);
            }
        }
    }

    private sealed class Trees(Chance chance, RandomConditions conditions, string[] ids)
    {
        private readonly Queue<string> names = [];
        private int territories;
        private int budget;

        public LayerModel Layer(string name)
        {
            names.Clear();
            string[] shuffled = [.. ids];
            chance.Shuffle<string>(shuffled);
            foreach (string id in shuffled.Take(chance.Next(12)))
            {
                names.Enqueue(id);
            }

            budget = MostTerritories;
            Condition? scope = chance.Next(2) == 0 ? conditions.Next(1) : null;
            return new LayerModel(name, scope, Nodes(1 + chance.Next(7)));
        }

        private ImmutableArray<NodeModel> Nodes(int depth)
        {
            ImmutableArray<NodeModel>.Builder nodes = ImmutableArray.CreateBuilder<NodeModel>();
            int count = 1 + chance.Next(4);
            bool hasOtherwise = chance.Next(3) == 0;
            for (int place = 0; place < count && (budget > 0 || place == 0); place++)
            {
                nodes.Add(Node(depth, hasOtherwise && place == count - 1));
            }

            // By name only, behind the one that takes the rest.
            if (hasOtherwise && names.TryDequeue(out string? name))
            {
                nodes.Add(new NodeModel(NextId(), null, false, [name], chance.Next(2) == 0, false, []));
            }

            return nodes.ToImmutable();
        }

        private NodeModel Node(int depth, bool isOtherwise)
        {
            budget--;
            string id = NextId();
            bool isNamed = names.Count > 0 && chance.Next(3) == 0;
            ImmutableArray<string> named = isNamed ? [names.Dequeue(), .. names.Count > 0 && chance.Next(2) == 0 ? [names.Dequeue()] : Array.Empty<string>()] : [];
            Condition? where = isOtherwise || (isNamed && chance.Next(2) == 0) ? null : conditions.Next(chance.Next(3));
            ImmutableArray<NodeModel> children = depth > 1 && budget > 0 && chance.Next(2) == 0 ? Nodes(depth - 1) : [];
            return new NodeModel(id, where, isOtherwise, named, isNamed && chance.Next(2) == 0, chance.Next(3) == 0, children);
        }

        private string NextId()
        {
            int number = territories++;
            return chance.Next(6) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{OddIds[chance.Next(OddIds.Length)]}{number}") : string.Create(CultureInfo.InvariantCulture, $"t{number}");
        }
    }
}
