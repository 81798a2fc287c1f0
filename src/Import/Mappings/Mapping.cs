using System.Collections.Immutable;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Market;

namespace Bailiwick.Import.Mappings;

/// <summary>A mapping file, read and checked: which files, how they are written, and what they become.</summary>
/// <param name="Name">Its file's name, or the name under which it comes along.</param>
/// <param name="Sources">The files by the name that SQL gives them.</param>
/// <param name="Tables">The tables that it fills.</param>
internal sealed record Mapping(string Name, ImmutableArray<MappedSource> Sources, ImmutableArray<MappedTable> Tables);

/// <summary>A source file.</summary>
/// <param name="Name">The name that the tables and their SQL use.</param>
/// <param name="File">The file's name in the folder that is imported; with or without <c>.gz</c>.</param>
/// <param name="Sheet">The sheet of a workbook; null is the first.</param>
/// <param name="Dialect">What is said about a text file.</param>
/// <param name="Line">Line in the mapping.</param>
internal sealed record MappedSource(string Name, string File, string? Sheet, TextDialect Dialect, long Line);

/// <summary>How a table is filled: by columns of one source, or by a select over all.</summary>
/// <param name="Table">The table.</param>
/// <param name="From">The source of a column list; null with a select.</param>
/// <param name="Rules">The columns of a column list; with a select only what is said about mending.</param>
/// <param name="Select">The SQL; null with a column list.</param>
/// <param name="SelectLine">Line in the mapping on which the SQL begins.</param>
/// <param name="Line">Line in the mapping.</param>
internal sealed record MappedTable(MarketTable Table, string? From, ImmutableArray<MappedColumn> Rules, string? Select, long SelectLine, long Line);

/// <summary>One column of a column list.</summary>
/// <param name="Target">The canonical column's name, or a new name for a custom field.</param>
/// <param name="Source">The source's column; null when the rule is a constant.</param>
/// <param name="Rule">What happens to the values; its position is filled in when the source is open.</param>
/// <param name="Constant">The value of every row; null when there is a source.</param>
/// <param name="Line">Line in the mapping.</param>
internal sealed record MappedColumn(string Target, string? Source, ColumnRule? Rule, string? Constant, long Line);
