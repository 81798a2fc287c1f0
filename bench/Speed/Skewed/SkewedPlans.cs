using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bailiwick.Speed.Skewed;

/// <summary>Which set of territories.</summary>
internal enum SkewedKind
{
    /// <summary>Named accounts, overlays, a partition with gaps and overlaps in it, regional rest.</summary>
    Whole,

    /// <summary>A partition: complete and free of overlap.</summary>
    Partition,

    /// <summary>The partition without one of its leaves.</summary>
    OneGap,

    /// <summary>The partition with gaps and overlaps, nothing else.</summary>
    Real,

    /// <summary>Independent random conjunctions over four attributes and more.</summary>
    Hostile,
}

/// <summary>Plans of any number of territories over the skewed market, as text: the same number gives the same plan.</summary>
internal static class SkewedPlans
{
    private const int Sample = 200_000;
    private static readonly int[] Floors = [500, 1_000, 5_000];

    /// <summary>Writes plan.yaml and, for <see cref="SkewedKind.Whole"/>, its lists of named accounts.</summary>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <param name="kind">Which set.</param>
    /// <param name="territories">How many.</param>
    /// <param name="accounts">How many accounts the market has: of these the 50,000 named ones are taken.</param>
    /// <returns>The plan file.</returns>
    public static string Write(string folder, SkewedKind kind, int territories, long accounts = 5_000_000)
    {
        Directory.CreateDirectory(folder);
        var market = new SkewedAccounts();
        var chance = new SkewedStream(SkewedHash.Seed + (ulong)territories);
        var yaml = new StringBuilder($"plan: {kind} {territories.ToString(CultureInfo.InvariantCulture)}\nfields: {{ main_product: text }}\nlayers:\n  - layer: core\n    territories:\n");
        int named = kind == SkewedKind.Whole ? territories / 20 : 0;
        AddNamed(yaml, folder, named, accounts);
        int number = named;
        foreach (string where in kind == SkewedKind.Hostile ? Hostile(market, chance, territories - 4).Concat(House()) : Wheres(market, chance, kind, territories - named))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      - id: t{++number:00000}\n        where: '{where}'\n");
        }

        string file = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(file, yaml.ToString());
        return file;
    }

    private static IEnumerable<string> Wheres(SkewedAccounts market, SkewedStream chance, SkewedKind kind, int count)
    {
        int overlays = kind == SkewedKind.Whole ? (count * 20 / 19) / 25 : 0;
        int house = kind == SkewedKind.Whole ? 4 : 0;
        bool isMixed = kind is SkewedKind.Whole or SkewedKind.Real;
        int leaves = count - overlays - house;
        List<SkewedLeaf> partition = Partition(market, chance, isMixed ? leaves * 100 / 98 : kind == SkewedKind.OneGap ? leaves + 1 : leaves);
        if (kind == SkewedKind.OneGap)
        {
            partition.RemoveAt(chance.Between(0, partition.Count - 1));
        }

        IEnumerable<string> wheres = isMixed ? Disturbed(partition, leaves, chance) : partition.Select(leaf => leaf.Where);
        return Enumerable.Range(0, overlays).Select(_ => Overlay(market, chance)).Concat(wheres).Concat(house > 0 ? House() : []);
    }

    private static List<SkewedLeaf> Partition(SkewedAccounts market, SkewedStream chance, int count)
    {
        SkewedAccount[] sample = [.. Enumerable.Range(1, Sample).Select(row => market[row])];
        var splits = new SkewedSplits(sample, chance);
        var leaves = new PriorityQueue<SkewedLeaf, (int, int)>();
        int made = 0;
        void Add(SkewedLeaf leaf) => leaves.Enqueue(leaf, (-leaf.Rows.Length, made++));
        Add(new SkewedLeaf([.. Enumerable.Range(0, Sample)], ImmutableSortedDictionary.Create<string, Side>(StringComparer.Ordinal), 0));
        while (leaves.Count < count)
        {
            SkewedLeaf largest = leaves.Dequeue();
            SkewedLeaf[] parts = splits.Split(largest);
            if (parts.Length == 0 || leaves.Count + parts.Length > count + 2)
            {
                Add(largest);
                continue;
            }

            Array.ForEach(parts, Add);
        }

        List<SkewedLeaf> all = [.. leaves.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element)];
        return [.. chance.Some(Enumerable.Range(0, all.Count).ToArray(), all.Count).Select(place => all[place]).Take(count)];
    }

    // Some leaves go, some lose a condition, some take another leaf's share as well; then the order is chance.
    private static string[] Disturbed(List<SkewedLeaf> leaves, int count, SkewedStream chance)
    {
        while (leaves.Count > count)
        {
            leaves.RemoveAt(chance.Between(0, leaves.Count - 1));
        }

        string[] plain = [.. leaves.Select(leaf => chance.Share() < 0.03 && leaf.Sides.Count > 1 ? (leaf with { Sides = leaf.Sides.Remove(chance.Pick([.. leaf.Sides.Keys])) }).Where : leaf.Where)];
        string[] wheres = [.. plain];
        foreach (int place in chance.Some(Enumerable.Range(0, count).ToArray(), count / 10))
        {
            wheres[place] = $"({wheres[place]}) or ({chance.Pick(plain)})";
        }

        for (int place = wheres.Length - 1; place > 0; place--)
        {
            int other = chance.Between(0, place);
            (wheres[place], wheres[other]) = (wheres[other], wheres[place]);
        }

        return wheres;
    }

    private static string Overlay(SkewedAccounts market, SkewedStream chance)
    {
        var parts = new List<string>
        {
            In("country", chance.Some(SkewedPlaces.Countries, chance.Between(1, 5))),
            $"({string.Join(" or ", Enumerable.Range(0, chance.Between(1, 3)).Select(_ => $"industry under \"{chance.Pick(market.Industries.Codes)[..chance.Between(2, 4)]}\""))})",
            FormattableString.Invariant($"employees >= {chance.Pick(Floors)}"),
        };
        if (chance.Share() < 0.5)
        {
            parts.Add($"main_product = \"{chance.Pick(SkewedAccounts.Products)}\"");
        }

        if (chance.Share() < 0.3)
        {
            parts.Add("revenue >= 10000000");
        }

        return string.Join(" and ", parts);
    }

    private static IEnumerable<string> House() => SkewedPlaces.Regions.Select(region => In("country", region));

    private static IEnumerable<string> Hostile(SkewedAccounts market, SkewedStream chance, int count)
    {
        for (int made = 0; made < count;)
        {
            var parts = new List<string>();
            if (chance.Share() < .75)
            {
                int country = market.Places.Country.Pick(chance.Share());
                parts.Add(In("country", [SkewedPlaces.Countries[country], .. chance.Some(SkewedPlaces.Countries, chance.Between(0, 3))]));
                State state = chance.Pick(market.Places.StatesOf[country]);
                if (chance.Share() < .5)
                {
                    parts.Add(In("subdivision", [state.Code, .. chance.Some(market.Places.StatesOf[country], chance.Between(0, 3)).Select(other => other.Code)]));
                }

                if (chance.Share() < .5)
                {
                    int low = state.PostalFrom[0];
                    parts.Add($"postal between \"{SkewedAccounts.PostalOf(low + chance.Between(0, 50))}\" and \"{SkewedAccounts.PostalOf(low + chance.Between(51, 400))}\"");
                }
            }

            AddIf(.60, () => $"industry under \"{chance.Pick(market.Industries.Codes)[..chance.Between(2, 4)]}\"");
            AddIf(.50, () => Stretch("employees", chance.Between(1, 5_000), 20));
            AddIf(.40, () => Stretch("revenue", chance.Between(1, 900) * 1_000_000L, 30));
            AddIf(.40, () => In("main_product", chance.Some(SkewedAccounts.Products, chance.Between(1, 4))));
            AddIf(.30, () => In("tier", chance.Some(SkewedAccounts.Tiers, chance.Between(1, 3))));
            AddIf(.20, () => $"type = \"{(chance.Share() < .5 ? "B2B" : "B2C")}\"");
            if (parts.Count >= 4)
            {
                made++;
                yield return string.Join(" and ", parts);
            }

            void AddIf(double share, Func<string> part)
            {
                if (chance.Share() < share)
                {
                    parts.Add(part());
                }
            }
        }

        string Stretch(string field, long least, int most) => FormattableString.Invariant($"{field} between {least} and {least * chance.Between(2, most)}");
    }

    private static string In(string field, IEnumerable<string> values) => $"{field} in ({string.Join(", ", values.Distinct(StringComparer.Ordinal).Select(value => $"\"{value}\""))})";

    // Of the accounts with 200 employees and more, the 50,000 with the smallest number of their own.
    private static void AddNamed(StringBuilder yaml, string folder, int lists, long accounts)
    {
        if (lists == 0)
        {
            return;
        }

        var chosen = new PriorityQueue<long, ulong>(Comparer<ulong>.Create((left, right) => right.CompareTo(left)));
        for (long row = 1; row <= accounts; row++)
        {
            if (SkewedAccounts.EmployeesOf(row) >= 200)
            {
                chosen.Enqueue(row, SkewedHash.Of(row, 30));
                if (chosen.Count > 50_000)
                {
                    chosen.Dequeue();
                }
            }
        }

        foreach (IGrouping<ulong, long> list in chosen.UnorderedItems.Select(item => item.Element).Order().GroupBy(row => 1 + (SkewedHash.Of(row, 31) % 1_000_000_007 % (ulong)lists)).OrderBy(list => list.Key))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"named-{list.Key:0000}.csv");
            File.WriteAllLines(Path.Combine(folder, name), list.Select(SkewedAccounts.IdOf));
            yaml.Append(CultureInfo.InvariantCulture, $"      - id: t{list.Key:00000}\n        accounts: list(\"{name}\")\n");
        }
    }
}
