using Bailiwick.Measures;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bailiwick.Import.Mappings;

/// <summary>Reads YAML with the line of everything, refuses keys that nobody knows, and collects what is wrong.</summary>
internal sealed class YamlNodes(string file, ICollection<Problem> problems)
{
    /// <summary>The document's top mapping; null when the text is no YAML or no mapping.</summary>
    public YamlMappingNode? Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }

            problems.Add(Problems.BadMapping(At(1), new("the mapping needs the keys sources and tables.", "對應檔需要 sources 與 tables 兩個鍵。")));
        }
        catch (YamlException bad)
        {
            problems.Add(Problems.BadMapping(At(bad.Start.Line), new($"this is not YAML: {bad.Message.TrimEnd('.')}.", $"不是 YAML：{bad.Message.TrimEnd('.')}。")));
        }

        return null;
    }

    /// <summary>The entries of a mapping; a key that is not among <paramref name="known"/> is a problem.</summary>
    public Dictionary<string, YamlNode> Entries(YamlNode node, params IReadOnlyList<string> known)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            problems.Add(Problems.BadMapping(At(Line(node)), new("keys and values are expected here.", "此處應為鍵與值。")));
            return entries;
        }

        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            string name = key.ToString();
            entries[name] = value;
            if (known.Count > 0 && !known.Contains(name, StringComparer.Ordinal))
            {
                problems.Add(Problems.BadMapping(
                    At(Line(key)),
                    new($"there is no key \"{name}\" here.", $"此處沒有「{name}」這個鍵。"),
                    new($"Known are {string.Join(", ", known)}.", $"可用的鍵：{string.Join("、", known)}。")));
            }
        }

        return entries;
    }

    /// <summary>The text of a key; null when it is not there.</summary>
    public string? Words(Dictionary<string, YamlNode> entries, string key)
    {
        if (!entries.TryGetValue(key, out YamlNode? node))
        {
            return null;
        }

        if (node is YamlScalarNode scalar)
        {
            return scalar.Value ?? "";
        }

        problems.Add(Problems.BadMapping(At(Line(node)), new($"{key} needs a text.", $"{key} 需要文字。")));
        return null;
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(Dictionary<string, YamlNode> entries, string key)
    {
        string? words = Words(entries, key);
        if (words is not (null or "true" or "false"))
        {
            problems.Add(Problems.BadMapping(At(Line(entries[key])), new($"{key} is true or false.", $"{key} 只能是 true 或 false。")));
        }

        return words == "true";
    }

    /// <summary>A list of texts; null when the key is not there.</summary>
    public IReadOnlyList<string>? List(Dictionary<string, YamlNode> entries, string key)
    {
        if (!entries.TryGetValue(key, out YamlNode? node))
        {
            return null;
        }

        if (node is YamlSequenceNode sequence)
        {
            return [.. sequence.Children.Select(child => child.ToString())];
        }

        problems.Add(Problems.BadMapping(At(Line(node)), new($"{key} needs a list.", $"{key} 需要清單。")));
        return null;
    }

    /// <summary>A mapping of texts to texts; empty when the key is not there.</summary>
    public Dictionary<string, string> Table(Dictionary<string, YamlNode> entries, string key) => entries.TryGetValue(key, out YamlNode? node)
        ? Entries(node).ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal)
        : [];

    /// <summary>A place in the mapping file.</summary>
    public Place At(long line) => new(file, line);

    /// <summary>Line of a node, from 1.</summary>
    public static long Line(YamlNode node) => node.Start.Line;
}
