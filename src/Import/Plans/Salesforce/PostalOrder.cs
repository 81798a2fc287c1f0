using Bailiwick.Rules;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>Order of postal codes: Salesforce compares them as text, character by character; a plan has ranges.</summary>
/// <remarks>
/// <c>94000</c> to <c>94999</c>: in a plan the upper end takes what starts with it (94999-1234), in Salesforce it does not unless
/// <c>startsWith</c> stands beside.
/// </remarks>
internal static class PostalOrder
{
    // No postal code has a character behind Z.
    private const string Last = "Z";

    /// <summary>Whether a text is a postal code that can be put in order.</summary>
    public static bool IsCode(string text) => text.Any(char.IsAsciiLetterOrDigit) && text.All(each => char.IsAsciiLetterOrDigit(each) || each is ' ' or '-');

    /// <summary>The condition that is exactly the comparison.</summary>
    public static Clause Read(string field, string operation, string code)
    {
        var same = AskClause.OneOf(field, code);
        Clause from = Between(field, code, Last);
        return operation switch
        {
            Operations.GreaterOrEqual => from,
            Operations.GreaterThan => Clause.All(from, new NotClause(same)),
            Operations.LessThan => Clause.All(Known(field), new NotClause(from)),
            Operations.LessOrEqual => Clause.Any(Clause.All(Known(field), new NotClause(from)), same),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "not an order"),
        };
    }

    /// <summary>The range between two codes.</summary>
    public static AskClause Between(string field, string low, string high) => new(field, "between", [ClauseValue.OfText(low), ClauseValue.OfText(high)]);

    private static AskClause Known(string field) => new(field, "is known", []);
}
