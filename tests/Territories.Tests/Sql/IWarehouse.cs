namespace Bailiwick.Territories.Tests.Sql;

/// <summary>A database that people have their accounts in.</summary>
internal interface IWarehouse
{
    /// <summary>Runs a script in a place of its own.</summary>
    /// <param name="script">Statements; each ends with a semicolon.</param>
    /// <param name="queries">Then these, without semicolons.</param>
    /// <returns>The rows of all queries; null is empty.</returns>
    IEnumerable<string[]> Ask(string script, IEnumerable<string> queries);
}
