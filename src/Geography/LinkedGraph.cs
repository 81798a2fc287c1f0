using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A link over water between two areas that share no border.</summary>
/// <param name="A">Index of the first area; smaller than <paramref name="B"/>.</param>
/// <param name="B">Index of the second area.</param>
/// <param name="Metres">Great-circle distance between the nearest border points of the two.</param>
public readonly record struct SeaLink(int A, int B, Metres Metres);

/// <summary>A connected graph of areas: land borders, and the sea links that had to be added.</summary>
/// <param name="Graph">All neighbours, links included. Connected.</param>
/// <param name="Links">The added links, shortest first.</param>
public sealed record LinkedGraph(AreaGraph Graph, ImmutableArray<SeaLink> Links);
