namespace Bailiwick.Rules;

/// <summary>Why a rule holds or not.</summary>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Deciding">The conditions that settle it: for a rule that fails for one reason, that one.</param>
public sealed record RuleReason(bool Holds, IReadOnlyList<DecidingCondition> Deciding);

/// <summary>One condition that decided.</summary>
/// <param name="Condition">As written.</param>
/// <param name="Field">The field it asks.</param>
/// <param name="Value">The account's value as a person reads it; null is unknown.</param>
/// <param name="Holds">Whether the value passes.</param>
public sealed record DecidingCondition(string Condition, string Field, string? Value, bool Holds);
