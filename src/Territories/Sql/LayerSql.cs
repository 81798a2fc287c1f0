namespace Bailiwick.Territories.Sql;

/// <summary>A layer as one query over the normalised table of its plan; PostgreSQL and DuckDB read the same text.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Select">Answers <c>account, layer, territory, rule, path</c>, one row a row of the table, in no order; without a semicolon.</param>
public sealed record LayerSql(Layer Layer, string Select);
