namespace Bailiwick.Territories;

/// <summary>How one layer of a plan is asked so far. The answers are the same in every way.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Version">The <see cref="PlanDocument.Version"/> that it answers by, index and diagram alike.</param>
/// <param name="Boxes">Length of the ordered list of boxes that its tree was laid out to.</param>
/// <param name="IsWhole">False when some rules need so many boxes that they are asked by their conditions, which takes longer.</param>
/// <param name="IndexBytes">Memory of the bitset index, which always stands.</param>
/// <param name="DiagramBytes">Memory of the decision diagram; null while there is none.</param>
/// <param name="DiagramLimit">What ended the building of a diagram: <c>states</c>, <c>memory</c> or <c>time</c>; then the index goes on alone. Null otherwise.</param>
public sealed record EngineState(string Layer, string Version, int Boxes, bool IsWhole, long IndexBytes, long? DiagramBytes, string? DiagramLimit);
