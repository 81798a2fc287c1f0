using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>A plan as the file that a person would write.</summary>
public static class PlanYaml
{
    /// <summary>The plan file.</summary>
    public static string Of(World world)
    {
        PlanModel plan = world.Plan;
        var rules = new RuleText(new Chance(world.Seed));
        var text = new StringBuilder("plan: random\n");
        if (plan.Fields.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"fields: {{ {string.Join(", ", plan.Fields.Select(field => $"{field.Key}: {field.Value}"))} }}\n");
        }

        if (plan.Rates.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"rates: {{ {string.Join(", ", plan.Rates.Select(rate => FormattableString.Invariant($"{rate.Key}: {rate.Value}")))} }}\n");
        }

        text.Append("layers:\n");
        foreach (LayerModel layer in plan.Layers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - layer: {Scalar(layer.Name)}\n");
            if (layer.Scope is { } scope)
            {
                Rule(text, "    ", "scope", rules.Of(scope));
            }

            text.Append("    territories:\n");
            Nodes(text, "      ", layer.Nodes, rules);
        }

        if (plan.Overrides.Length > 0)
        {
            text.Append("overrides:\n");
            foreach (OverrideModel each in plan.Overrides)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {{ account: {Scalar(each.Account)}, layer: {Scalar(each.Layer)}, territory: {Scalar(each.Territory)}{Day("from", each.From)}{Day("until", each.Until)} }}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The files beside the plan: relative path → content.</summary>
    public static ImmutableSortedDictionary<string, string> FilesOf(PlanModel plan) => plan.Lists
        .Select(list => KeyValuePair.Create(list.Key, string.Concat(list.Value.Select(value => $"\"{value}\"\n"))))
        .Concat(plan.Shapes.Select(shape => KeyValuePair.Create(shape.Key, GeoJson(shape.Value))))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static void Nodes(StringBuilder text, string indent, ImmutableArray<NodeModel> nodes, RuleText rules)
    {
        foreach (NodeModel node in nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}- id: {Scalar(node.Id)}\n");
            if (node.Accounts.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}  accounts: [{string.Join(", ", node.Accounts.Select(Scalar))}]\n");
            }

            text.Append(node.IsFamilyTogether ? $"{indent}  family: together\n" : "");
            if (node.IsOtherwise || node.Where is not null)
            {
                Rule(text, $"{indent}  ", "where", node.Where is null ? "otherwise" : rules.Of(node.Where));
            }

            text.Append(node.Keeps ? $"{indent}  keeps: true\n" : "");
            if (node.Children.Length > 0)
            {
                text.Append(indent).Append("  territories:\n");
                Nodes(text, indent + "    ", node.Children, rules);
            }
        }
    }

    // The three ways in which YAML holds a rule: as it is, in a block of its own, in quotes.
    private static void Rule(StringBuilder text, string indent, string key, string rule)
    {
        bool isPlain = char.IsLetter(rule[0]) && !rule.Contains(" #", StringComparison.Ordinal) && !rule.Contains(": ", StringComparison.Ordinal) && !rule.EndsWith(':');
        string written = (rule.Length % 3, isPlain) switch
        {
            (0, true) => rule,
            (1, _) => $">-\n{indent}  {rule}",
            _ => $"'{rule.Replace("'", "''", StringComparison.Ordinal)}'",
        };
        text.Append(indent).Append(key).Append(": ").Append(written).Append('\n');
    }

    private static string Scalar(string text) => text.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(text[0])
        ? text
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Day(string key, DateOnly? day) => day is { } known ? $", {key}: {known:yyyy-MM-dd}" : "";

    private static string GeoJson(ShapeModel shape) =>
        $$"""{"type":"MultiPolygon","coordinates":[{{string.Join(", ", shape.Polygons.Select(polygon => $"[{string.Join(", ", polygon.Select(Ring))}]"))}}]}""";

    private static string Ring(ImmutableArray<(decimal Longitude, decimal Latitude)> ring) =>
        $"[{string.Join(", ", ring.Select(corner => FormattableString.Invariant($"[{corner.Longitude}, {corner.Latitude}]")))}]";
}
