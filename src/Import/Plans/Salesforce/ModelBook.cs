using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>A territory model → territories with the conditions that reach them.</summary>
/// <remarks>
/// Salesforce, "How Account Assignment Rules Work": an account is in a territory when it fits all rules of it, inherited and local; of
/// the territories of one branch that it fits, it is in the lowest. A territory without rules holds what is assigned by hand.
/// </remarks>
internal sealed class ModelBook(PlanReport report, PlanImportOptions options, PlacesByName places)
{
    /// <summary>In the description of a territory that a plan was exported to: the id that it has in the plan.</summary>
    public const string IdMark = "Bailiwick territory ";

    private readonly HashSet<string> told = new(StringComparer.OrdinalIgnoreCase);

    public void Add(TerritoryModel model, TerritoryBook book)
    {
        Dictionary<string, ModelRule> rules = model.Rules.ToDictionary(rule => rule.Name, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, ModelAssociation[]> asked = AskedRules(model, rules);
        var fields = new AccountFields(options, asked.Values.SelectMany(each => each).Select(each => rules[each.Rule]).Distinct().SelectMany(rule => rule.Items));
        foreach ((string field, FieldKind kind) in fields.Custom)
        {
            Custom[field] = kind;
        }

        var items = new ItemReader(report, options, fields, places);
        Dictionary<string, RuleMeaning> meanings = Meanings(asked, rules, new RuleReader(report, items, fields), items);
        foreach (ModelTerritory territory in model.Territories)
        {
            BookedTerritory booked = book.Of(territory.Name, territory.Place);
            booked.Name = territory.Label;
            booked.Parent = territory.Parent;
            booked.Layer = options.Layer ?? (territory.Type.Length > 0 ? territory.Type : null);
            RuleMeaning[] own = [.. asked[territory.Name].Select(each => meanings[each.Rule]).Distinct()];
            booked.Own = [.. own.Select(meaning => meaning.Clause).OfType<Clause>()];
            Describe(territory, booked, own);
        }

        foreach (ModelRule idle in model.Rules.Where(rule => !model.Territories.SelectMany(territory => territory.Rules).Any(each => each.Rule.Equals(rule.Name, StringComparison.OrdinalIgnoreCase))))
        {
            report.Add(PlanProblems.IdleRule(idle));
        }
    }

    /// <summary>Custom fields that the rules ask, with their kinds.</summary>
    public Dictionary<string, FieldKind> Custom { get; } = new(StringComparer.OrdinalIgnoreCase);

    private void Describe(ModelTerritory territory, BookedTerritory booked, RuleMeaning[] own)
    {
        if (territory.Description?.Split('\n')[0].Trim() is { } first && first.StartsWith(IdMark, StringComparison.Ordinal) && first.Length > IdMark.Length)
        {
            booked.Id = first[IdMark.Length..];
        }
        else if (territory.Description is { } description)
        {
            report.Note(PlanNote.Description, "");
            booked.Remarks.Add(description);
        }

        booked.Remarks.AddRange(own.SelectMany(meaning => meaning.Lacks).Select(lack => lack.Message.In(options.Language)));
    }

    // The rules of each territory that count: active ones of the object that is asked for, which the model has.
    private Dictionary<string, ModelAssociation[]> AskedRules(TerritoryModel model, Dictionary<string, ModelRule> rules)
    {
        Dictionary<string, ModelTerritory> byName = model.Territories.ToDictionary(territory => territory.Name, StringComparer.OrdinalIgnoreCase);
        return model.Territories.ToDictionary(
            territory => territory.Name,
            territory => territory.Rules.Concat(HandedDown(territory, byName)).DistinctBy(each => each.Rule, StringComparer.OrdinalIgnoreCase).Where(each => Counts(each, rules)).ToArray(),
            StringComparer.OrdinalIgnoreCase);
    }

    // One guide calls inherited what comes from above, another what goes on below. A rule so marked where nothing above has it goes on below.
    private IEnumerable<ModelAssociation> HandedDown(ModelTerritory territory, Dictionary<string, ModelTerritory> byName)
    {
        foreach (ModelTerritory above in Above(territory, byName))
        {
            ModelTerritory[] higher = [.. Above(above, byName)];
            foreach (ModelAssociation rule in above.Rules.Where(rule => rule.IsInherited && !higher.Any(each => Has(each, rule.Rule)) && !Has(territory, rule.Rule)))
            {
                report.Add(PlanProblems.HandedDown(rule, territory.Name));
                yield return rule;
            }
        }
    }

    private static IEnumerable<ModelTerritory> Above(ModelTerritory territory, Dictionary<string, ModelTerritory> byName)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { territory.Name };
        for (string? parent = territory.Parent; parent is not null && byName.TryGetValue(parent, out ModelTerritory? above) && seen.Add(above.Name); parent = above.Parent)
        {
            yield return above;
        }
    }

    private static bool Has(ModelTerritory territory, string rule) => territory.Rules.Any(each => each.Rule.Equals(rule, StringComparison.OrdinalIgnoreCase));

    private bool Counts(ModelAssociation association, Dictionary<string, ModelRule> rules)
    {
        if (!rules.TryGetValue(association.Rule, out ModelRule? rule))
        {
            report.Add(PlanProblems.NoRule(association));
            return false;
        }

        bool isOther = !rule.Object.Equals(options.Object, StringComparison.OrdinalIgnoreCase);
        if ((isOther || !rule.IsActive) && told.Add(rule.Name))
        {
            report.Add(isOther ? PlanProblems.OtherObject(rule, options.Object) : PlanProblems.InactiveRule(rule));
        }

        return !isOther && rule.IsActive;
    }

    // A state code is of the country that its own rule asks for, else those that the other rules of its territories ask for.
    private Dictionary<string, RuleMeaning> Meanings(Dictionary<string, ModelAssociation[]> asked, Dictionary<string, ModelRule> rules, RuleReader reader, ItemReader items)
    {
        Dictionary<string, string[]> countries = rules.Values.ToDictionary(rule => rule.Name, rule => rule.Items.SelectMany(items.CountriesOf).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.OrdinalIgnoreCase);
        var beside = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (ModelAssociation[] together in asked.Values)
        {
            string[] all = [.. together.SelectMany(each => countries[each.Rule])];
            foreach (ModelAssociation each in together)
            {
                (beside.TryGetValue(each.Rule, out HashSet<string>? known) ? known : beside[each.Rule] = new HashSet<string>(StringComparer.Ordinal)).UnionWith(all);
            }
        }

        string[] usual = options.Country is { } country ? [country] : [];
        return beside.ToDictionary(
            rule => rule.Key,
            rule => reader.Read(rules[rule.Key], countries[rule.Key] is { Length: > 0 } own ? own : rule.Value.Count > 0 ? [.. rule.Value.Order(StringComparer.Ordinal)] : usual),
            StringComparer.OrdinalIgnoreCase);
    }
}
