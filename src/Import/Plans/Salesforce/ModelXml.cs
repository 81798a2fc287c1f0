using System.Text;
using System.Xml;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>Writes components as the Metadata API reads them.</summary>
internal static class ModelXml
{
    /// <summary>Version of the API whose components these are.</summary>
    public const string Version = "60.0";

    private const string Namespace = "http://soap.sforce.com/2006/04/metadata";

    public static string Model(string label) => Write("Territory2Model", xml => Line(xml, "name", label));

    public static string Type(string label, int priority) => Write("Territory2Type", xml =>
    {
        Line(xml, "description", label);
        Line(xml, "name", label);
        Line(xml, "priority", XmlConvert.ToString(priority));
    });

    public static string Territory(string label, string description, string? parent, string type, IEnumerable<(string Rule, bool IsInherited)> rules) => Write("Territory2", xml =>
    {
        Line(xml, "accountAccessLevel", "Read");
        Line(xml, "description", description);
        Line(xml, "name", label);
        Line(xml, "opportunityAccessLevel", "Read");
        if (parent is not null)
        {
            Line(xml, "parentTerritory", parent);
        }

        foreach ((string rule, bool isInherited) in rules)
        {
            xml.WriteStartElement("ruleAssociations");
            Line(xml, "inherited", XmlConvert.ToString(isInherited));
            Line(xml, "ruleName", rule);
            xml.WriteEndElement();
        }

        Line(xml, "territory2Type", type);
    });

    public static string Rule(string label, WrittenClause clause) => Write("Territory2Rule", xml =>
    {
        Line(xml, "active", "true");
        if (clause.Items.Length > 1 || clause.Filter is not FilterItem)
        {
            Line(xml, "booleanFilter", clause.Filter.Print());
        }

        Line(xml, "name", label);
        Line(xml, "objectType", PlanImportOptions.Account);
        foreach (WrittenItem item in clause.Items)
        {
            xml.WriteStartElement("ruleItems");
            Line(xml, "field", item.Operation == Operations.Within ? item.Field : $"Account.{item.Field}");
            Line(xml, "operation", item.Operation);
            if (item.Value.Length > 0)
            {
                Line(xml, "value", item.Value);
            }

            xml.WriteEndElement();
        }
    });

    /// <summary>What a deployment takes of the folder.</summary>
    public static string Package(string model) => Write("Package", xml =>
    {
        foreach ((string type, string members) in new[] { ("Territory2Type", "*"), ("Territory2Model", model), ("Territory2Rule", $"{model}.*"), ("Territory2", $"{model}.*") })
        {
            xml.WriteStartElement("types");
            Line(xml, "members", members);
            Line(xml, "name", type);
            xml.WriteEndElement();
        }

        Line(xml, "version", Version);
    });

    private static string Write(string root, Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "    ", NewLineChars = "\n" }))
        {
            xml.WriteStartElement(root, Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    // XML has no place for most control characters.
    private static void Line(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, string.Concat(text.EnumerateRunes().Select(rune => rune.Value < ' ' || rune.Value is 0xFFFE or 0xFFFF ? "-" : rune.ToString())));
}
