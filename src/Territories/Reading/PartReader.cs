using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories.Reading;

/// <summary>Reads the parts that refer to territories: overrides, holdouts, expectations, reps, quotas.</summary>
internal sealed class PartReader(PlanReader plan, LayerReader layers)
{
    private static readonly Text ALayer = new("layer", "圖層");
    private static readonly Text ATerritory = new("territory", "轄區");

    public ImmutableArray<AccountOverride> ReadOverrides(ImmutableArray<YamlNode> items)
    {
        var seen = new DayBook(plan);
        ImmutableArray<AccountOverride>.Builder overrides = ImmutableArray.CreateBuilder<AccountOverride>();
        foreach (YamlMap map in plan.Maps(items, "overrides"))
        {
            var keys = new KeyReader(plan, map, PlanKeys.Override);
            YamlScalar? account = keys.Scalar("account");
            YamlScalar? layer = ReadLayer(keys.Scalar("layer"));
            YamlScalar? territory = ReadTerritory(keys.Scalar("territory"), layer);
            Days days = keys.Days();
            if (account is not null && layer is not null && territory is not null)
            {
                seen.Add($"{layer.Value}/{account.Value}", account, days);
                overrides.Add(new AccountOverride(new AccountId(account.Value), layer.Value, new TerritoryId(territory.Value), days, keys.Words("why")));
            }
        }

        return overrides.ToImmutable();
    }

    public ImmutableArray<Holdout> ReadHoldouts(ImmutableArray<YamlNode> items)
    {
        var seen = new DayBook(plan);
        ImmutableArray<Holdout>.Builder holdouts = ImmutableArray.CreateBuilder<Holdout>();
        foreach (YamlMap map in plan.Maps(items, "holdouts"))
        {
            var keys = new KeyReader(plan, map, PlanKeys.Holdout);
            YamlScalar? account = keys.Scalar("account");
            YamlScalar? owner = keys.Scalar("owner");
            YamlScalar? layer = ReadLayer(keys.Scalar("layer"));
            Days days = keys.Days();
            if (account is not null && owner is not null)
            {
                seen.Add($"{layer?.Value}/{account.Value}", account, days);
                holdouts.Add(new Holdout(new AccountId(account.Value), layer?.Value, new RepId(owner.Value), days, keys.Words("why")));
            }
        }

        return holdouts.ToImmutable();
    }

    public ImmutableArray<Expectation> ReadExpectations(ImmutableArray<YamlNode> items)
    {
        ImmutableArray<Expectation>.Builder expectations = ImmutableArray.CreateBuilder<Expectation>();
        foreach (YamlMap map in plan.Maps(items, "expect"))
        {
            var keys = new KeyReader(plan, map, PlanKeys.Expectation);
            YamlScalar? layer = ReadLayer(keys.Scalar("layer"));
            YamlScalar? territory = ReadTerritory(keys.Scalar("is in"), layer);
            if (keys.Has("account") != keys.Has("with") && layer is not null && territory is not null)
            {
                Place place = Problems.At(plan.File, map.Start);
                YamlMap? with = keys.Keys("with");
                expectations.Add(new Expectation(
                    keys.Scalar("account") is { } account ? new AccountId(account.Value) : null,
                    with is null ? null : new AccountReader(plan).Read(with),
                    layer.Value,
                    new TerritoryId(territory.Value),
                    place));
            }
        }

        return expectations.ToImmutable();
    }

    public ImmutableArray<TerritoryRep> ReadReps(ImmutableArray<YamlNode> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<TerritoryRep>.Builder reps = ImmutableArray.CreateBuilder<TerritoryRep>();
        foreach (YamlMap map in plan.Maps(items, "reps"))
        {
            var keys = new KeyReader(plan, map, PlanKeys.Rep);
            YamlScalar? territory = ReadTerritory(keys.Scalar("territory"), null);
            YamlScalar? owner = keys.Scalar("owner");
            if (territory is not null && !seen.Add(territory.Value))
            {
                plan.Add(Problems.RepeatedId(plan.File, territory, new("the owner of", "負責人：")));
            }

            ImmutableArray<RepId> overlay = [.. keys.Texts("overlay").Select(rep => new RepId(rep.Value))];
            if (territory is not null && owner is not null)
            {
                reps.Add(new TerritoryRep(new TerritoryId(territory.Value), new RepId(owner.Value), overlay));
            }
        }

        return reps.ToImmutable();
    }

    public QuotaTargets? ReadQuotas(YamlMap? map)
    {
        if (map is null)
        {
            return null;
        }

        var keys = new KeyReader(plan, map, PlanKeys.Quotas);
        YamlScalar? code = keys.Scalar("currency");
        if (!Currency.TryOf(code?.Value, out Currency currency) && code is not null)
        {
            plan.Add(Problems.UnknownCurrency(plan.File, code));
        }

        ImmutableArray<(TerritoryId, decimal)>.Builder amounts = ImmutableArray.CreateBuilder<(TerritoryId, decimal)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlScalar key, YamlNode value) in keys.Keys("territories")?.Entries ?? [])
        {
            if (ReadTerritory(key, null) is null)
            {
                continue;
            }

            if (!seen.Add(key.Value))
            {
                plan.Add(Problems.RepeatedKey(plan.File, key));
            }

            if (value is YamlScalar scalar && KeyReader.NumberOf(scalar.Value) is { } amount)
            {
                amounts.Add((new TerritoryId(key.Value), amount));
            }
            else
            {
                plan.Add(Problems.WrongShape(plan.File, value.Start, key.Value, new("a number", "數字"), (value as YamlScalar)?.Value));
            }
        }

        return new QuotaTargets(currency, keys.Number("goal"), amounts.ToImmutable());
    }

    private YamlScalar? ReadLayer(YamlScalar? layer)
    {
        if (layer is not null && !layers.Layers.Contains(layer.Value))
        {
            plan.Add(Problems.NotKnown(plan.File, layer, ALayer, NearestName.To(layer.Value, layers.Layers)));
            return null;
        }

        return layer;
    }

    private YamlScalar? ReadTerritory(YamlScalar? territory, YamlScalar? layer)
    {
        if (territory is null)
        {
            return null;
        }

        if (!layers.LayerOf.TryGetValue(territory.Value, out string? its))
        {
            plan.Add(Problems.NotKnown(plan.File, territory, ATerritory, NearestName.To(territory.Value, layers.LayerOf.Keys)));
            return null;
        }

        if (layer is not null && its != layer.Value)
        {
            plan.Add(Problems.NotInLayer(plan.File, territory, layer.Value));
            return null;
        }

        return territory;
    }

    // Two entries for one account must not be in force on the same day.
    private sealed class DayBook(PlanReader plan)
    {
        private readonly Dictionary<string, List<Days>> seen = new(StringComparer.Ordinal);

        public void Add(string key, YamlScalar account, Days days)
        {
            List<Days> before = seen.TryGetValue(key, out List<Days>? found) ? found : seen[key] = [];
            if (before.Any(days.Overlaps))
            {
                plan.Add(Problems.DatesOverlap(plan.File, account.Start, account.Value));
            }

            before.Add(days);
        }
    }
}
