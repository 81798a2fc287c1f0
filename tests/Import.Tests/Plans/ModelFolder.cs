using System.Security;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>Writes Territory2 metadata in the shape in which the Metadata API gives it.</summary>
internal sealed class ModelFolder(string folder, string model)
{
    private const string Namespace = "http://soap.sforce.com/2006/04/metadata";

    public static string Xml(string root, string content) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{Namespace}\">\n{content}</{root}>\n";

    public ModelFolder Territory(string name, string? parent, params (string Rule, bool IsInherited)[] rules) => Write(
        $"territories/{name}.territory2",
        Xml("Territory2", $"""
                <name>{name}</name>
                {(parent is null ? "" : $"<parentTerritory>{parent}</parentTerritory>")}
                {string.Concat(rules.Select(rule => $"<ruleAssociations><inherited>{(rule.IsInherited ? "true" : "false")}</inherited><ruleName>{rule.Rule}</ruleName></ruleAssociations>"))}
                <territory2Type>Core</territory2Type>

            """));

    public ModelFolder Rule(string name, string? filter, params (string Field, string Operation, string Value)[] items) => Write(
        $"rules/{name}.territory2Rule",
        Xml("Territory2Rule", $"""
                <active>true</active>
                {(filter is null ? "" : $"<booleanFilter>{filter}</booleanFilter>")}
                <name>{name}</name>
                <objectType>Account</objectType>
                {string.Concat(items.Select(item => $"\n    <ruleItems><field>Account.{SecurityElement.Escape(item.Field)}</field><operation>{item.Operation}</operation><value>{SecurityElement.Escape(item.Value)}</value></ruleItems>"))}

            """));

    public ModelFolder Write(string path, string text)
    {
        string file = Path.Combine(folder, "territory2Models", model, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }
}
