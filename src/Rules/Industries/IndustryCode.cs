using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>One code of an industry scheme.</summary>
/// <param name="Code">As the scheme writes it.</param>
/// <param name="Parent">The code above, as written there; null at the top.</param>
/// <param name="Title">What it is; the same in both languages where only one is known.</param>
public sealed record IndustryCode(string Code, string? Parent, Text Title);
