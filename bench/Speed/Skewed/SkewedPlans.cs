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

    /// <summary>The territories, in the order in which they are asked.</summary>
    /// <param name="kind">Which set.</param>
    /// <param name="territories">How many.</param>
    /// <param name="accounts">How many accounts the market has: of these the 50,000 named ones are taken.</param>
    public static ImmutableArray<SkewedTerritory> Make(SkewedKind kind, int territories, long accounts = 5_000_000)
    {
        var market = new SkewedAccounts();
        var chance = new SkewedStream(SkewedHash.Seed + (ulong)territories);
        ImmutableArray<long>[] named = kind == SkewedKind.Whole ? Named(territories / 20, accounts) : [];
        IEnumerable<ImmutableArray<ImmutableArray<SkewedTest>>> rules = kind == SkewedKind.Hostile
            ? Hostile(market, chance, territories - 4).Concat(House()).Select(ImmutableArray.Create)
            : Rules(market, chance, kind, territories - named.Length, territories / 10);
        return
        [
            .. named.Select((accountsOf, place) => new SkewedTerritory(IdOf(place + 1), [], accountsOf)),
            .. rules.Select((boxes, place) => new SkewedTerritory(IdOf(named.Length + place + 1), boxes, [])),
        ];
    }

    /// <summary>Writes plan.yaml and its lists of named accounts.</summary>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <param name="name">The plan's name.</param>
    /// <param name="territories">The territories.</param>
    /// <returns>The plan file.</returns>
    public static string Write(string folder, string name, IEnumerable<SkewedTerritory> territories)
    {
        Directory.CreateDirectory(folder);
        var yaml = new StringBuilder($"plan: {name}\nfields: {{ main_product: text }}\nlayers:\n  - layer: core\n    territories:\n");
        foreach (SkewedTerritory territory in territories)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      - id: {territory.Id}\n");
            if (territory.Named.IsEmpty)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"        where: '{territory.Where}'\n");
                continue;
            }

            File.WriteAllLines(Path.Combine(folder, $"{territory.Id}.csv"), territory.Named.Select(SkewedAccounts.IdOf));
            yaml.Append(CultureInfo.InvariantCulture, $"        accounts: list(\"{territory.Id}.csv\")\n");
        }

        string file = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(file, yaml.ToString());
        return file;
    }

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"t{number:00000}");

    private static IEnumerable<ImmutableArray<ImmutableArray<SkewedTest>>> Rules(SkewedAccounts market, SkewedStream chance, SkewedKind kind, int count, int seconds)
    {
        bool isWhole = kind == SkewedKind.Whole;
        int overlays = isWhole ? count * 20 / 19 / 25 : 0;
        bool isMixed = isWhole || kind == SkewedKind.Real;
        int leaves = count - overlays - (isWhole ? 4 : 0);
        List<SkewedLeaf> partition = Partition(market, chance, isMixed ? leaves * 100 / 98 : kind == SkewedKind.OneGap ? leaves + 1 : leaves);
        if (kind == SkewedKind.OneGap)
        {
            partition.RemoveAt(chance.Between(0, partition.Count - 1));
        }

        IEnumerable<ImmutableArray<ImmutableArray<SkewedTest>>> rules = isMixed ? Disturbed(partition, leaves, seconds, chance) : partition.Select(leaf => ImmutableArray.Create(leaf.Tests));
        return Enumerable.Range(0, overlays).Select(_ => ImmutableArray.Create(Overlay(market, chance))).Concat(rules).Concat(isWhole ? House().Select(ImmutableArray.Create) : []);
    }

    private static List<SkewedLeaf> Partition(SkewedAccounts market, SkewedStream chance, int count)
    {
        SkewedAccount[] sample = [.. Enumerable.Range(1, Sample).Select(row => market[row])];
        var splits = new SkewedSplits(sample, chance);
        var leaves = new PriorityQueue<SkewedLeaf, (int, int)>();
        int made = 0;
        void Add(SkewedLeaf leaf) => leaves.Enqueue(leaf, (-leaf.Rows.Length, made++));
        Add(new SkewedLeaf([.. Enumerable.Range(0, Sample)], ImmutableSortedDictionary.Create<string, ImmutableArray<SkewedTest>>(StringComparer.Ordinal)));
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
    private static ImmutableArray<ImmutableArray<SkewedTest>>[] Disturbed(List<SkewedLeaf> leaves, int count, int seconds, SkewedStream chance)
    {
        while (leaves.Count > count)
        {
            leaves.RemoveAt(chance.Between(0, leaves.Count - 1));
        }

        ImmutableArray<SkewedTest>[] plain = [.. leaves.Select(leaf => chance.Share() < 0.03 && leaf.Sides.Count > 1 ? (leaf with { Sides = leaf.Sides.Remove(chance.Pick([.. leaf.Sides.Keys])) }).Tests : leaf.Tests)];
        ImmutableArray<ImmutableArray<SkewedTest>>[] rules = [.. plain.Select(ImmutableArray.Create)];
        foreach (int place in chance.Some(Enumerable.Range(0, count).ToArray(), seconds))
        {
            rules[place] = [plain[place], chance.Pick(plain)];
        }

        for (int place = rules.Length - 1; place > 0; place--)
        {
            int other = chance.Between(0, place);
            (rules[place], rules[other]) = (rules[other], rules[place]);
        }

        return rules;
    }

    private static ImmutableArray<SkewedTest> Overlay(SkewedAccounts market, SkewedStream chance)
    {
        List<SkewedTest> tests =
        [
            In("country", chance.Some(SkewedPlaces.Countries, chance.Between(1, 5))),
            new UnderTest([.. Enumerable.Range(0, chance.Between(1, 3)).Select(_ => chance.Pick(market.Industries.Codes)[..chance.Between(2, 4)])], IsTurned: false),
            new NumberTest("employees", chance.Pick(Floors), null),
        ];
        if (chance.Share() < 0.5)
        {
            tests.Add(In("main_product", [chance.Pick(SkewedAccounts.Products)]));
        }

        if (chance.Share() < 0.3)
        {
            tests.Add(new NumberTest("revenue", 10_000_000, null));
        }

        return [.. tests];
    }

    private static IEnumerable<ImmutableArray<SkewedTest>> House() => SkewedPlaces.Regions.Select(region => ImmutableArray.Create<SkewedTest>(In("country", region)));

    private static IEnumerable<ImmutableArray<SkewedTest>> Hostile(SkewedAccounts market, SkewedStream chance, int count)
    {
        for (int made = 0; made < count;)
        {
            var tests = new List<SkewedTest>();
            if (chance.Share() < .75)
            {
                int country = market.Places.Country.Pick(chance.Share());
                State[] states = market.Places.StatesOf[country];
                State state = chance.Pick(states);
                tests.Add(In("country", [SkewedPlaces.Countries[country], .. chance.Some(SkewedPlaces.Countries, chance.Between(0, 3))]));
                AddIf(.50, () => In("subdivision", [state.Code, .. chance.Some(states, chance.Between(0, 3)).Select(other => other.Code)]));
                AddIf(.50, () => new PostalTest(state.PostalFrom[0] + chance.Between(0, 50), state.PostalFrom[0] + chance.Between(51, 400), IsTurned: false));
            }

            AddIf(.60, () => new UnderTest([chance.Pick(market.Industries.Codes)[..chance.Between(2, 4)]], IsTurned: false));
            AddIf(.50, () => Stretch("employees", chance.Between(1, 5_000), 20));
            AddIf(.40, () => Stretch("revenue", chance.Between(1, 900) * 1_000_000L, 30));
            AddIf(.40, () => In("main_product", chance.Some(SkewedAccounts.Products, chance.Between(1, 4))));
            AddIf(.30, () => In("tier", chance.Some(SkewedAccounts.Tiers, chance.Between(1, 3))));
            AddIf(.20, () => In("type", [chance.Share() < .5 ? "B2B" : "B2C"]));
            if (tests.Count >= 4)
            {
                made++;
                yield return [.. tests];
            }

            void AddIf(double share, Func<SkewedTest> test)
            {
                if (chance.Share() < share)
                {
                    tests.Add(test());
                }
            }
        }

        NumberTest Stretch(string field, long least, int most) => new(field, least, least * chance.Between(2, most));
    }

    private static ListTest In(string field, IEnumerable<string> values) => new(field, [.. values.Distinct(StringComparer.Ordinal)], IsTurned: false);

    // Of the accounts with 200 employees and more, the 50,000 with the smallest number of their own.
    private static ImmutableArray<long>[] Named(int lists, long accounts)
    {
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

        return [.. chosen.UnorderedItems.Select(item => item.Element).Order().GroupBy(row => SkewedHash.Of(row, 31) % 1_000_000_007 % (ulong)lists).OrderBy(list => list.Key).Select(list => list.ToImmutableArray())];
    }
}
