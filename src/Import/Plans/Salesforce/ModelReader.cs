using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>Components → one territory model. What a plan has no place for, and what is not understood, is told.</summary>
internal sealed class ModelReader(PlanReport report)
{
    private const string Territories = "territories";
    private const string Rules = "rules";

    // What people may do in a territory, and remarks: nothing that decides where an account is.
    private static readonly string[] AccessParts = ["accountAccessLevel", "opportunityAccessLevel", "caseAccessLevel", "contactAccessLevel", "objectAccessLevels"];
    private static readonly string[] TerritoryParts = [.. AccessParts, "name", "description", "parentTerritory", "territory2Type", "ruleAssociations", "customFields", "fullName"];
    private static readonly string[] RuleParts = ["active", "booleanFilter", "name", "label", "description", "objectType", "ruleItems", "fullName"];

    /// <summary>The model.</summary>
    /// <param name="files">All components found.</param>
    /// <param name="wanted">The developer name of the model; null when there is but one.</param>
    public TerritoryModel? Read(IReadOnlyList<MetadataFile> files, string? wanted)
    {
        (string Name, MetadataFile[] Files)[] models = [.. ModelsOf(files)];
        if (models.Length == 0)
        {
            report.Add(PlanProblems.NoModel());
            return null;
        }

        (string Name, MetadataFile[] Files)[] fitting = [.. models.Where(model => wanted is null || model.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))];
        if (fitting.Length != 1)
        {
            report.Add(PlanProblems.WhichModel(wanted, models.Select(model => model.Name)));
            return null;
        }

        (string name, MetadataFile[] own) = fitting[0];
        return new TerritoryModel(
            name,
            own.FirstOrDefault(file => file.Suffix == MetadataFiles.Model)?.Root.Words("name") ?? name,
            [.. Once(own, MetadataFiles.Territory).Select(ReadTerritory)],
            [.. Once(own, MetadataFiles.Rule).Select(ReadRule)],
            files.Where(file => file.Suffix == MetadataFiles.Type)
                .GroupBy(file => file.Component, StringComparer.Ordinal)
                .ToDictionary(type => type.Key, type => Priority(type.First()), StringComparer.Ordinal));
    }

    // A folder may hold a component in both formats.
    private IEnumerable<MetadataFile> Once(MetadataFile[] files, string suffix)
    {
        foreach (IGrouping<string, MetadataFile> same in files.Where(file => file.Suffix == suffix).GroupBy(file => file.Component, StringComparer.OrdinalIgnoreCase))
        {
            foreach (MetadataFile again in same.Skip(1))
            {
                report.Add(PlanProblems.DoubleComponent(again.Name, same.First().Name));
            }

            yield return same.First();
        }
    }

    // territory2Models/FY26/ holds FY26.territory2Model, territories/ and rules/; some keep the first beside the folder.
    private static IEnumerable<(string Name, MetadataFile[] Files)> ModelsOf(IReadOnlyList<MetadataFile> files)
    {
        ILookup<string, MetadataFile> parts = files.Where(file => file.Suffix is MetadataFiles.Territory or MetadataFiles.Rule).ToLookup(HomeOf, StringComparer.Ordinal);
        var heads = new Dictionary<string, MetadataFile>(StringComparer.Ordinal);
        foreach (MetadataFile head in files.Where(file => file.Suffix == MetadataFiles.Model))
        {
            string beside = head.Folder.Length == 0 ? head.Component : $"{head.Folder}/{head.Component}";
            heads[parts.Contains(beside) ? beside : head.Folder] = head;
        }

        return parts.Select(home => home.Key).Union(heads.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(home =>
            heads.TryGetValue(home, out MetadataFile? head) ? (head.Component, parts[home].Prepend(head).ToArray()) : (home[(home.LastIndexOf('/') + 1)..], parts[home].ToArray()));
    }

    private static string HomeOf(MetadataFile file)
    {
        string last = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        return last is Territories or Rules ? file.Folder[..Math.Max(0, file.Folder.Length - last.Length - 1)] : file.Folder;
    }

    private static int Priority(MetadataFile type) =>
        int.TryParse(type.Root.Words("priority"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int priority) ? priority : 0;

    private ModelTerritory ReadTerritory(MetadataFile file)
    {
        Tell(file, TerritoryParts);
        foreach (XmlPart part in file.Root.Parts.Where(part => AccessParts.Contains(part.Name, StringComparer.Ordinal)).DistinctBy(part => part.Name, StringComparer.Ordinal))
        {
            report.Note(PlanNote.AccessLevel, part.Name);
        }

        foreach (XmlPart custom in file.Root.All("customFields"))
        {
            report.Note(PlanNote.TerritoryField, custom.Words("name") ?? "");
        }

        return new ModelTerritory(
            file.Component,
            file.Root.Words("name") ?? file.Component,
            file.Root.Words("description"),
            file.Root.Words("parentTerritory"),
            file.Root.Words("territory2Type") ?? "",
            [.. file.Root.All("ruleAssociations").Select(rule => new ModelAssociation(rule.Words("ruleName") ?? "", IsTrue(rule.Words("inherited")), new Place(file.Name, rule.Line)))],
            new Place(file.Name, file.Root.Line));
    }

    private ModelRule ReadRule(MetadataFile file)
    {
        Tell(file, RuleParts);
        ModelItem[] items = [.. file.Root.All("ruleItems").Select((item, index) => ReadItem(file, item, index + 1))];
        return new ModelRule(
            file.Component,
            file.Root.Words("objectType") ?? PlanImportOptions.Account,
            file.Root.Words("active") is not { } active || IsTrue(active),
            items,
            ReadFilter(file, items.Length),
            new Place(file.Name, file.Root.Line));
    }

    private static ModelItem ReadItem(MetadataFile file, XmlPart item, int number)
    {
        string field = item.Words("field") ?? "";
        foreach (string prefix in new[] { "Account.", "Lead." })
        {
            field = field.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? field[prefix.Length..] : field;
        }

        return new ModelItem(number, field, item.Words("operation") ?? "", item.Words("value") ?? "", new Place(file.Name, item.Line, $"ruleItems[{number}]"));
    }

    private BooleanFilter? ReadFilter(MetadataFile file, int items)
    {
        if (items == 0)
        {
            report.Add(PlanProblems.RuleWithoutItems(new Place(file.Name, file.Root.Line)));
            return null;
        }

        if (file.Root.Find("booleanFilter") is not { Text.Length: > 0 } part)
        {
            return BooleanFilter.AllOf(items);
        }

        (BooleanFilter? filter, int wrongAt) = BooleanFilter.Read(part.Text, items);
        if (filter is null)
        {
            report.Add(PlanProblems.BadFilter(new Place(file.Name, part.Line, "booleanFilter"), part.Text, wrongAt, items));
        }

        return filter;
    }

    private void Tell(MetadataFile file, string[] known)
    {
        foreach (XmlPart part in file.Root.Parts.Where(part => !known.Contains(part.Name, StringComparer.Ordinal)))
        {
            report.Add(PlanProblems.UnknownPart(new Place(file.Name, part.Line, part.Name), part.Name));
        }
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) || text == "1";
}
