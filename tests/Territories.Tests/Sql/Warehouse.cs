using System.Collections.Immutable;
using Bailiwick.Rules.Sql;
using Bailiwick.SecondOpinion;
using Bailiwick.Territories.Sql;

namespace Bailiwick.Territories.Tests.Sql;

/// <summary>Plans asked in a warehouse.</summary>
internal static class Warehouse
{
    /// <summary>The answers of all layers, by account and layer.</summary>
    public static Dictionary<(string Account, string Layer), Answer> Answers(IWarehouse warehouse, PlanSql plan, ImmutableArray<string?[]> table) => warehouse
        .Ask($"{plan.CreateTable};\n{Insert(table)}", plan.Layers.Select(layer => layer.Select))
        .ToDictionary(row => (row[0], row[1]), row => new Answer(row[2], row[3], row[4]));

    private static string Insert(ImmutableArray<string?[]> table) => table[0].Length == 0 ? "" :
        $"INSERT INTO {PlanSql.Table} VALUES\n{string.Join(",\n", Enumerable.Range(0, table[0].Length).Select(row => $"({string.Join(", ", table.Select(column => column[row] is { } value ? SqlText.Quote(value) : "NULL"))})"))};\n";
}
