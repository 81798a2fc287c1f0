using System.Collections.Immutable;

namespace Bailiwick.Territories.Yaml;

/// <summary>A place in a text.</summary>
/// <param name="Index">Characters before it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Spot(int Index, int Line, int Column);

/// <summary>A node of a YAML text with its place.</summary>
internal abstract record YamlNode(Spot Start, Spot End);

/// <summary>A single value, as text.</summary>
internal sealed record YamlScalar(Spot Start, Spot End, string Value, bool IsPlain) : YamlNode(Start, End)
{
    /// <summary>Nothing was written, or null.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record YamlList(Spot Start, Spot End, ImmutableArray<YamlNode> Items, bool IsFlow) : YamlNode(Start, End);

/// <summary>Keys and values, in the order written; doubles are kept.</summary>
internal sealed record YamlMap(Spot Start, Spot End, ImmutableArray<(YamlScalar Key, YamlNode Value)> Entries) : YamlNode(Start, End);
