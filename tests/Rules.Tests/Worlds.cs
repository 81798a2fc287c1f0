using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Rules.Tests;

/// <summary>The small worlds of the second opinion as this room reads them.</summary>
internal static class Worlds
{
    /// <summary>What rules of a plan may speak of.</summary>
    public static RuleScope ScopeOf(PlanModel plan)
    {
        var files = PlanYaml.FilesOf(plan);
        return RuleScope.Plain with
        {
            CustomFields = RuleScope.Plain.CustomFields.AddRange(plan.Fields.Select(field => KeyValuePair.Create(field.Key, Fields.CustomKinds[field.Value]))),
            Rates = RuleScope.Plain.Rates.AddRange(plan.Rates),
            Lists = path => new ListReading([.. plan.Lists[path].Select((value, line) => new ListValue(line + 1, value))]),
            Shapes = path => new ShapeFile(Shape.Parse(path, files[path])),
            Schemes = SecondOpinion.Schemes.AsRead,
        };
    }

    /// <summary>The rules of the first layer, as a person would have written them, or what is wrong with one.</summary>
    public static (Rule[] Rules, string? Trouble) RulesOf(World world, RuleScope scope)
    {
        var text = new RuleText(new Chance(world.Seed));
        RuleReading[] readings = [.. world.Plan.Layers[0].Nodes.Select(node => Rule.Parse(text.Of(node.Where!), scope))];
        return readings.SelectMany(reading => reading.Problems).FirstOrDefault() is { } problem
            ? ([], $"{Campaign.Unreadable}: {problem}")
            : ([.. readings.Select(reading => reading.Rule!)], null);
    }
}
