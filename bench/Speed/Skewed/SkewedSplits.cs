using System.Collections.Immutable;

namespace Bailiwick.Speed.Skewed;

/// <summary>Splits a leaf into parts that together are the leaf: the last part takes what the others leave, also the unknown and the never-seen.</summary>
internal sealed class SkewedSplits(SkewedAccount[] sample, SkewedStream chance)
{
    private static readonly long[] EmployeeCuts = [10, 50, 200, 500, 1_000, 5_000, 20_000];
    private static readonly long[] RevenueCuts = [1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000, 500_000_000, 1_000_000_000];
    private static readonly string[] Attributes = ["geo", "employees", "industry", "product", "revenue", "tier", "type"];
    private static readonly Weighted Weights = new([.50, .15, .15, .08, .05, .04, .03]);

    /// <summary>The parts; none when this leaf cannot be split by the attribute that chance picked.</summary>
    public SkewedLeaf[] Split(SkewedLeaf leaf)
    {
        SkewedLeaf[] parts = Attributes[Weights.Pick(chance.Share())] switch
        {
            "geo" => ByPlace(leaf),
            "employees" => ByNumber(leaf, "employees", EmployeeCuts, row => sample[row].Employees),
            "revenue" => ByNumber(leaf, "revenue", RevenueCuts, row => sample[row].Revenue),
            "industry" => ByIndustry(leaf),
            "product" => ByList(leaf, "main_product", row => SkewedAccounts.Products[sample[row].Product]),
            "tier" => ByList(leaf, "tier", row => SkewedAccounts.Tiers[sample[row].Tier]),
            _ => ByList(leaf, "type", row => sample[row].IsConsumer ? "B2C" : "B2B"),
        };
        return parts.Length > 1 && parts.All(part => part.Rows.Length > 0) ? parts : [];
    }

    private SkewedLeaf[] ByPlace(SkewedLeaf leaf)
    {
        if (!leaf.Sides.ContainsKey("country"))
        {
            return InGroups(leaf, "country", SkewedPlaces.Regions, row => SkewedPlaces.Countries[sample[row].Country]);
        }

        if (leaf.Rows.Select(row => sample[row].Country).Distinct().Skip(1).Any())
        {
            return ByList(leaf, "country", row => SkewedPlaces.Countries[sample[row].Country]);
        }

        if (leaf.Rows.Select(row => sample[row].State).Distinct().Skip(1).Any())
        {
            return ByList(leaf, "subdivision", row => sample[row].State);
        }

        return chance.Share() < 0.4 ? ByCities(leaf) : ByPostal(leaf);
    }

    // Two to four groups of about the same number of accounts.
    private SkewedLeaf[] ByList(SkewedLeaf leaf, string field, Func<int, string?> value)
    {
        IGrouping<string, int>[] values = [.. leaf.Rows.Where(row => value(row) is not null).GroupBy(row => value(row)!, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];
        int count = Math.Min(values.Length, chance.Between(2, 4));
        if (count < 2)
        {
            return [];
        }

        var groups = Enumerable.Range(0, count).Select(_ => (Values: new List<string>(), Size: 0)).ToArray();
        foreach (IGrouping<string, int> each in values)
        {
            int smallest = Enumerable.Range(0, count).MinBy(group => groups[group].Size);
            groups[smallest].Values.Add(each.Key);
            groups[smallest].Size += each.Count();
        }

        return InGroups(leaf, field, [.. groups.Select(group => group.Values.ToArray())], value);
    }

    private static SkewedLeaf[] InGroups(SkewedLeaf leaf, string field, string[][] groups, Func<int, string?> value)
    {
        var own = leaf.Only(field) as ListTest;
        string[] others = [.. groups[..^1].SelectMany(group => group)];
        ListTest rest = own is { IsTurned: false }
            ? new ListTest(field, [.. own.Values.Except(others, StringComparer.Ordinal)], IsTurned: false)
            : new ListTest(field, [.. own?.Values ?? [], .. others], IsTurned: true);
        return
        [
            .. groups[..^1].Select(group => leaf.With(field, new ListTest(field, [.. group], IsTurned: false), [.. leaf.Rows.Where(row => group.Contains(value(row), StringComparer.Ordinal))])),
            leaf.With(field, rest, [.. leaf.Rows.Where(row => !others.Contains(value(row), StringComparer.Ordinal))]),
        ];
    }

    private SkewedLeaf[] ByCities(SkewedLeaf leaf)
    {
        string[] top = [.. leaf.Rows.Select(row => sample[row].City).OfType<string>().CountBy(city => city, StringComparer.Ordinal).OrderByDescending(city => city.Value).ThenBy(city => city.Key, StringComparer.Ordinal).Take(chance.Between(1, 5)).Select(city => city.Key)];
        return top.Length == 0 ? [] : InGroups(leaf, "city", [top, []], row => sample[row].City);
    }

    private SkewedLeaf[] ByPostal(SkewedLeaf leaf)
    {
        int[] codes = [.. leaf.Rows.Select(row => sample[row].Postal).Where(code => code >= 0).Order()];
        int count = chance.Between(2, 4);
        if (codes.Length < count * 2)
        {
            return [];
        }

        int[] cuts = [.. Enumerable.Range(1, count - 1).Select(part => codes[codes.Length * part / count]).Distinct().Where(cut => cut > codes[0])];
        var parts = new List<SkewedLeaf>();
        int from = codes[0];
        foreach (int cut in cuts)
        {
            (int low, int high) = (from, cut - 1);
            parts.Add(leaf.And("postal", new PostalTest(low, high, IsTurned: false), [.. leaf.Rows.Where(row => sample[row].Postal >= low && sample[row].Postal <= high)]));
            from = cut;
        }

        if (parts.Count == 0)
        {
            return [];
        }

        parts.Add(leaf.And("postal", new PostalTest(codes[0], from - 1, IsTurned: true), [.. leaf.Rows.Where(row => sample[row].Postal < codes[0] || sample[row].Postal >= from)]));
        return [.. parts];
    }

    private SkewedLeaf[] ByNumber(SkewedLeaf leaf, string field, long[] cuts, Func<int, long> value)
    {
        var own = leaf.Only(field) as NumberTest;
        long[] inside = [.. cuts.Where(cut => cut > (own?.Least ?? 0) && (own?.Below is not { } below || cut < below))];
        if (inside.Length == 0)
        {
            return [];
        }

        long[] chosen = chance.Some(inside, chance.Between(1, 2));
        var parts = new List<SkewedLeaf>();
        long? least = own?.Least;
        foreach (long cut in chosen)
        {
            long? low = least;
            parts.Add(leaf.With(field, new NumberTest(field, low, cut), [.. leaf.Rows.Where(row => value(row) >= Math.Max(0, low ?? 0) && value(row) < cut)]));
            least = cut;
        }

        // Unknown is −1 in the sample, and belongs to the upper-most stretch of the whole line only.
        bool isTop = own?.Below is null;
        parts.Add(leaf.With(field, new NumberTest(field, least, own?.Below, isTop), [.. leaf.Rows.Where(row => value(row) >= least || (isTop && value(row) < 0))]));
        return [.. parts];
    }

    private SkewedLeaf[] ByIndustry(SkewedLeaf leaf)
    {
        // The first level at which the leaf's codes differ: sector, then three digits, then four.
        string[] codes = [.. leaf.Rows.Select(row => sample[row].Industry).OfType<string>()];
        int length = Array.Find([2, 3, 4], digits => codes.Select(code => code[..digits]).Distinct(StringComparer.Ordinal).Skip(1).Any());
        if (length == 0)
        {
            return [];
        }

        string[] prefixes = [.. codes.Select(code => code[..length]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int count = Math.Min(prefixes.Length, chance.Between(2, 4));
        string[][] groups = [.. prefixes.Chunk((prefixes.Length + count - 1) / count)];
        bool In(int row, IEnumerable<string> group) => sample[row].Industry is { } code && group.Contains(code[..length], StringComparer.Ordinal);
        string[] others = [.. groups[..^1].SelectMany(group => group)];
        return
        [
            .. groups[..^1].Select(group => leaf.And("industry", new UnderTest([.. group], IsTurned: false), [.. leaf.Rows.Where(row => In(row, group))])),
            leaf.And("industry", new UnderTest([.. others], IsTurned: true), [.. leaf.Rows.Where(row => !In(row, others))]),
        ];
    }
}
