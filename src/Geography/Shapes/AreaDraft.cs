using Bailiwick.Measures;

namespace Bailiwick.Geography.Shapes;

/// <summary>An area on its way into a set: its facts, and its simple rings with the inside to the left.</summary>
internal sealed record AreaDraft(string Code, Text Name, string? Parent, string? Country, string? Subdivision, List<GridPoint[]> Rings);
