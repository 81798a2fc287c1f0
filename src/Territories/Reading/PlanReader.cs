using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories.Reading;

/// <summary>Nodes → plan. Collects all problems; the parts that refer to territories are read last.</summary>
internal sealed class PlanReader(string file, string text, FilesBeside beside, IndustrySchemes schemes)
{
    private readonly List<Problem> problems = [];

    public string File { get; } = file;

    public FilesBeside Beside { get; } = beside;

    public IReadOnlyList<Problem> Problems => problems;

    public RuleScope Scope { get; private set; } = RuleScope.Plain;

    public void Add(Problem problem) => problems.Add(problem);

    public PlanDocument? Read()
    {
        YamlNode? root = YamlText.Read(File, text, problems);
        if (root is not YamlMap map)
        {
            if (problems.Count == 0)
            {
                Add(root is null or YamlScalar { IsNull: true }
                    ? Territories.Problems.Empty(File)
                    : Territories.Problems.WrongShape(File, root.Start, "plan", new("keys and values", "鍵與值"), null));
            }

            return null;
        }

        var keys = new KeyReader(this, map, PlanKeys.Plan);
        YamlScalar? name = keys.Scalar("plan");
        DateOnly? effective = keys.Day("effective");
        Scope = new RuleScope { CustomFields = ReadFields(keys.Keys("fields")), Rates = ReadRates(keys.Keys("rates")), Lists = Beside.List, Shapes = Beside.Shape, Schemes = schemes };
        var layers = new LayerReader(this);
        ImmutableArray<Layer> read = layers.Read(keys.Items("layers"));
        var parts = new PartReader(this, layers);
        ImmutableArray<AccountOverride> overrides = parts.ReadOverrides(keys.Items("overrides"));
        ImmutableArray<Holdout> holdouts = parts.ReadHoldouts(keys.Items("holdouts"));
        ImmutableArray<Expectation> expectations = parts.ReadExpectations(keys.Items("expect"));
        ImmutableArray<TerritoryRep> reps = parts.ReadReps(keys.Items("reps"));
        QuotaTargets? quotas = parts.ReadQuotas(keys.Keys("quotas"));
        return problems.Any(problem => problem.Severity == Severity.Error)
            ? null
            : new PlanDocument(name!.Value, effective, Scope, read, overrides, holdouts, expectations, reps, quotas, Beside.Contents.ToImmutableSortedDictionary(StringComparer.Ordinal), text);
    }

    /// <summary>Reads a rule that stands in a scalar; null after problems.</summary>
    public Rule? ReadRule(YamlScalar scalar)
    {
        RuleReading reading = Rule.Parse(scalar.Value, Scope, new ScalarPlaces(File, text, scalar).Of);
        problems.AddRange(reading.Problems);
        return reading.Rule;
    }

    /// <summary>The items of a list that are maps; others are problems.</summary>
    public IEnumerable<YamlMap> Maps(ImmutableArray<YamlNode> items, string key)
    {
        foreach (YamlNode item in items)
        {
            if (item is YamlMap map)
            {
                yield return map;
            }
            else
            {
                Add(Territories.Problems.WrongShape(File, item.Start, key, new("a list of keys and values", "鍵與值的清單"), (item as YamlScalar)?.Value));
            }
        }
    }

    private ImmutableSortedDictionary<string, FieldKind> ReadFields(YamlMap? map)
    {
        ImmutableSortedDictionary<string, FieldKind>.Builder fields = RuleScope.Plain.CustomFields.ToBuilder();
        foreach ((YamlScalar key, YamlNode value) in map?.Entries ?? [])
        {
            if (value is not YamlScalar kind || !Fields.CustomKinds.TryGetValue(kind.Value, out FieldKind found))
            {
                Add(Territories.Problems.UnknownKind(File, value as YamlScalar ?? key, string.Join(", ", Fields.CustomKinds.Keys)));
            }
            else if (!Fields.CanBeCustom(key.Value))
            {
                Add(Territories.Problems.FieldTaken(File, key));
            }
            else if (!fields.TryAdd(key.Value, found))
            {
                Add(Territories.Problems.RepeatedKey(File, key));
            }
        }

        return fields.ToImmutable();
    }

    private ImmutableSortedDictionary<string, decimal> ReadRates(YamlMap? map)
    {
        ImmutableSortedDictionary<string, decimal>.Builder rates = RuleScope.Plain.Rates.ToBuilder();
        foreach ((YamlScalar key, YamlNode value) in map?.Entries ?? [])
        {
            if (!Currency.TryOf(key.Value, out Currency currency))
            {
                Add(Territories.Problems.UnknownCurrency(File, key));
            }
            else if (value is not YamlScalar scalar || KeyReader.NumberOf(scalar.Value) is not { } rate || rate <= 0)
            {
                Add(Territories.Problems.WrongShape(File, value.Start, key.Value, new("a number above 0: what one unit is worth", "大於 0 的數字：一單位的價值"), (value as YamlScalar)?.Value));
            }
            else if (!rates.TryAdd(currency.Code, rate))
            {
                Add(Territories.Problems.RepeatedKey(File, key));
            }
        }

        return rates.ToImmutable();
    }
}
