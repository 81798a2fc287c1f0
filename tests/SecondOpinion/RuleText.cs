using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>Conditions as people write them: in either quotes, in any case, with more parentheses than needed.</summary>
/// <param name="chance">Chooses among the ways of writing.</param>
public sealed class RuleText(Chance chance)
{
    /// <summary>The text of a rule.</summary>
    public string Of(Condition condition) => condition switch
    {
        All all => string.Join(Word(" and "), all.Parts.Select(part => Part(part, part is All or Any))),
        Any any => string.Join(Word(" or "), any.Parts.Select(part => Part(part, part is Any))),
        Not not => Word("not ") + Part(not.Inner, not.Inner is All or Any),
        Near near => string.Create(CultureInfo.InvariantCulture, $"{Word("within")} {near.Distance} {Word(near.Unit)} of ({near.Longitude}, {near.Latitude})"),
        Inside inside => $"{Word("inside")} {Quoted(inside.File)}",
        Ask ask => Of(ask),
        _ => throw new InvalidOperationException($"no way of writing {condition}"),
    };

    private string Of(Ask ask)
    {
        string field = ask.Set is { } set ? $"{Word("area of")} {Quoted(set)}" : Word(ask.Field);
        string[] values = [.. ask.Values.Select(Of)];
        string asked = $"{(ask.IsNegated ? Word("not ") : "")}{Word(ask.Asked)}";
        return ask switch
        {
            { File: { } file } => $"{field} {asked} {Word("list")}({Quoted(file)})",
            { Asked: "in" } => $"{field} {asked} ({string.Join(", ", values)})",
            { Asked: "between" } => $"{field} {asked} {values[0]} {Word("and")} {values[1]}",
            { Asked: "is known" or "is unknown" } => $"{field} {asked}",
            _ => $"{field} {asked} {values[0]}",
        };
    }

    private string Part(Condition part, bool needsParentheses) => needsParentheses || chance.Next(6) == 0 ? $"({Of(part)})" : Of(part);

    private string Of(Value value) => value.IsQuoted ? Quoted(value.Text) : value.Currency is { } currency ? $"{value.Text} {currency}" : value.Text;

    private string Quoted(string text)
    {
        string quote = chance.Next(4) == 0 ? "'" : "\"";
        return quote + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote, "\\" + quote, StringComparison.Ordinal) + quote;
    }

    private string Word(string word) => chance.Next(8) == 0 ? word.ToUpperInvariant() : word;
}
