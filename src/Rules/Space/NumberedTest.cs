namespace Bailiwick.Rules.Space;

/// <summary>A test by its number in the whole space.</summary>
internal readonly record struct NumberedTest(int Number, Predicate Predicate);
