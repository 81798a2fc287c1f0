namespace Bailiwick.Rules.Sql;

/// <summary>What a column of a normalised table holds.</summary>
public enum SqlType
{
    /// <summary>Folded text (<see cref="Folding"/>); never blank. Of several values: each between bars, <c>|p-1|p-2|</c>.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number of up to 27 digits before the point and 11 behind it.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Yes or no; unknown is no.</summary>
    YesNo,
}

/// <summary>A column of a normalised table: what rules ask, in a form that every database compares alike. Empty is unknown.</summary>
/// <param name="Name">Its name: small letters, digits and underscores, at most 50 bytes of UTF-8, unique in its table.</param>
/// <param name="Type">What it holds.</param>
public sealed record SqlColumn(string Name, SqlType Type)
{
    /// <summary>The type as PostgreSQL and DuckDB both write it.</summary>
    public string SqlTypeName => Type switch
    {
        SqlType.Text => "text",
        SqlType.Whole => "bigint",
        SqlType.Number => "numeric(38, 11)",
        SqlType.Day => "date",
        SqlType.YesNo => "boolean",
        _ => throw new InvalidOperationException($"no SQL type of {Type}"),
    };
}
