using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>The components of a model that is made of a plan.</summary>
internal sealed class Territory2Model
{
    // Every account has a name: the rule of a territory that takes all that comes.
    private static readonly WrittenClause Everything = new([new WrittenItem("Name", Operations.NotEqualTo, "")], new FilterItem(1));

    private readonly PlanDocument plan;
    private readonly NodeRules conditions;
    private readonly ImmutableDictionary<string, string> fields;
    private readonly string model;
    private readonly DeveloperNames ruleNames = new();
    private readonly Dictionary<TerritoryId, string> names;
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private readonly HashSet<TerritoryId> byAssociation = [];

    public Territory2Model(PlanDocument plan, Territory2ExportOptions options, NodeRules conditions)
    {
        this.plan = plan;
        this.conditions = conditions;
        fields = options.Fields.ToImmutableDictionary(field => field.Value, field => field.Key, StringComparer.OrdinalIgnoreCase);
        model = new DeveloperNames().Of(options.Model ?? plan.Name, "Model");
        var territoryNames = new DeveloperNames();
        names = plan.Territories.ToDictionary(territory => territory.Id, territory => territoryNames.Of(territory.Id.Value, "Territory"));
        files[$"territory2Models/{model}/{model}.territory2Model"] = ModelXml.Model(Label(plan.Name));
        files["package.xml"] = ModelXml.Package(model);
        var typeNames = new DeveloperNames();
        for (int at = 0; at < plan.Layers.Length; at++)
        {
            string type = typeNames.Of(plan.Layers[at].Name, "Layer");
            files[$"territory2Types/{type}.territory2Type"] = ModelXml.Type(Label(plan.Layers[at].Name), plan.Layers.Length - at);
            WriteLayer(plan.Layers[at], type);
        }

        TellOfTheRest();
    }

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlySet<TerritoryId> ByAssociation => byAssociation;

    public IReadOnlyDictionary<string, string> Files => files;

    public string NameOf(TerritoryId territory) => names[territory];

    private void WriteLayer(Layer layer, string type)
    {
        Asked? scope = layer.Scope is { } where ? Write([.. PartsOf(Clause.Of(where))], layer.Name, new Place()) : Asked.Nothing;
        foreach (TerritoryNode top in layer.Territories)
        {
            WriteTerritory(top, null, new Way(type, scope, []));
        }
    }

    private void WriteTerritory(TerritoryNode territory, TerritoryNode? parent, Way above)
    {
        bool isByNameOnly = territory.Where is null && !territory.IsOtherwise;
        Asked? own = isByNameOnly ? null : Write(conditions.Of(territory).Parts, territory.Name, territory.Place);
        Asked? whole = own is null || above.Asked is null ? null : above.Asked.With(own);
        // With a child that takes the rest nothing is left to keep.
        bool holds = territory.Children.Length == 0 || (territory.Keeps && !territory.Children.Any(child => child.IsOtherwise));
        Asked? kept = whole is null || !holds ? null : Write(NodeRules.Kept(territory), territory.Name, territory.Place);
        if (kept is null && !isByNameOnly && holds)
        {
            byAssociation.Add(territory.Id);
            if (above.Asked is null)
            {
                problems.Add(PlanProblems.AboveHasNoRules(territory.Place, territory.Id.Value));
            }
        }

        string[] rules = kept is null ? [] : whole!.With(kept) is { Rules.Length: > 0 } all ? [.. all.Rules] : [RuleOf(Everything, territory.Name)];
        string name = names[territory.Id];
        files[$"territory2Models/{model}/territories/{name}.territory2"] = ModelXml.Territory(
            Label(territory.Name), $"{ModelBook.IdMark}{territory.Id.Value}", parent is null ? null : names[parent.Id], above.Type, rules.Select(rule => (rule, above.Held.Contains(rule))));
        foreach (TerritoryNode child in territory.Children)
        {
            WriteTerritory(child, territory, new Way(above.Type, whole, above.Held.Union(rules)));
        }
    }

    // The parts together in as few rules as their items allow: all rules of a territory must hold.
    private Asked? Write(ImmutableArray<Clause> parts, string label, Place place)
    {
        var written = new List<WrittenClause>();
        bool isWhole = true;
        foreach (Clause part in parts)
        {
            (WrittenClause? clause, NoItem why) = ItemWriter.Write(part, fields, ListOf);
            if (clause is null)
            {
                problems.Add(PlanProblems.NoItems(place, part.ToString(), why));
                isWhole = false;
            }
            else if (written.Count > 0 && written[^1].Items.Length + clause.Items.Length <= ItemWriter.MostItems)
            {
                written[^1] = new WrittenClause(
                    [.. written[^1].Items, .. clause.Items], new FilterAll([written[^1].Filter, clause.Filter.Shifted(written[^1].Items.Length)]));
            }
            else
            {
                written.Add(clause);
            }
        }

        return isWhole ? new Asked([.. written.Select(clause => RuleOf(clause, label))]) : null;
    }

    private string RuleOf(WrittenClause clause, string label)
    {
        string name = ruleNames.Of(label, "Rule");
        files[$"territory2Models/{model}/rules/{name}.territory2Rule"] = ModelXml.Rule(Label(label), clause);
        return name;
    }

    private string[] ListOf(string file) => [.. plan.Scope.Lists(file).Values.Select(value => value.Value)];

    private void TellOfTheRest()
    {
        foreach ((int count, Text what) in new (int, Text)[]
        {
            (plan.Overrides.Length, new("overrides", "指定歸屬")),
            (plan.Holdouts.Length, new("holdouts", "保留客戶")),
            (plan.Expectations.Length, new("expectations", "預期")),
            (plan.Quotas?.Territories.Length ?? 0, new("quotas", "配額")),
        })
        {
            if (count > 0)
            {
                problems.Add(PlanProblems.StaysInPlan(what, count));
            }
        }

        if (plan.Territories.Any(territory => territory.Accounts.Length > 0))
        {
            problems.Add(PlanProblems.NamedTooByRule());
        }
    }

    private static IEnumerable<Clause> PartsOf(Clause clause) => clause is AllClause all ? all.Parts.SelectMany(PartsOf) : [clause];

    // Salesforce takes labels of up to 80 characters.
    private static string Label(string text) => text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[78]) ? 78 : 79)] + "…";

    /// <summary>Rules that together ask something.</summary>
    private sealed record Asked(ImmutableArray<string> Rules)
    {
        public static Asked Nothing { get; } = new(ImmutableArray<string>.Empty);

        public Asked With(Asked other) => new([.. Rules, .. other.Rules]);
    }

    /// <summary>What is known on the way down.</summary>
    /// <param name="Type">Developer name of the layer's type.</param>
    /// <param name="Asked">What all territories above ask; null when a part of it has no equivalent.</param>
    /// <param name="Held">Rules that a territory above has.</param>
    private sealed record Way(string Type, Asked? Asked, ImmutableHashSet<string> Held);
}
