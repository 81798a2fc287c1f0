using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Market;

/// <summary>A table on its way out to a file: the counterpart of <see cref="IMarketSource"/>. Rows are streamed and can be read once or more.</summary>
/// <param name="Name">What it holds: <c>accounts</c>.</param>
/// <param name="Columns">The names of the columns, each once.</param>
/// <param name="Rows">The rows.</param>
public sealed record Sheet(string Name, ImmutableArray<string> Columns, IEnumerable<SheetRow> Rows);

/// <summary>One row of a sheet.</summary>
/// <param name="Cells">One value a column: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="DateOnly"/>, or null for unknown.</param>
/// <param name="Point">Where the row is, for maps; null when not known.</param>
public readonly record struct SheetRow(ImmutableArray<object?> Cells, LonLat? Point = null);
