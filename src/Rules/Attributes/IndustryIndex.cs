using Bailiwick.Market;

namespace Bailiwick.Rules.Attributes;

/// <summary>Industry codes: each distinct pair of scheme and code is asked once.</summary>
internal sealed class IndustryIndex(TextTests tests, IndustrySchemes schemes) : AttributeIndex
{
    public override AttributeClasses Classify(ColumnTable accounts)
    {
        TextValues codes = accounts[Accounts.Industry];
        TextValues named = accounts[Accounts.IndustryScheme];
        IndustryScheme?[] schemeOf = [.. named.Values.Select(schemes.Find)];
        var book = new ClassBook();
        int unknown = book.Of([]);
        var known = new Dictionary<(int Code, IndustryScheme? Scheme), int>();
        var classes = new int[accounts.Count];
        for (int row = 0; row < classes.Length; row++)
        {
            if (codes.Codes[row] < 0)
            {
                classes[row] = unknown;
                continue;
            }

            (int, IndustryScheme? Scheme) pair = (codes.Codes[row], named.Codes[row] < 0 ? null : schemeOf[named.Codes[row]]);
            if (!known.TryGetValue(pair, out classes[row]))
            {
                known[pair] = classes[row] = tests.ClassOf(codes.Values[pair.Item1], book, pair.Scheme);
            }
        }

        return new AttributeClasses(classes, book.Classes);
    }

    public override string? Show(ColumnTable accounts, int row) => accounts[Accounts.Industry][row];
}
