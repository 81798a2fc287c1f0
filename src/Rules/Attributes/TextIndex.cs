using Bailiwick.Market;

namespace Bailiwick.Rules.Attributes;

/// <summary>Text, codes and postal codes: each distinct value is asked once.</summary>
internal sealed class TextIndex(Field field, TextTests tests) : AttributeIndex
{
    public override AttributeClasses Classify(ColumnTable accounts)
    {
        var book = new ClassBook();
        int unknown = book.Of([]);
        var classes = new int[accounts.Count];
        Array.Fill(classes, unknown);
        // The last column first, so that the first one that knows has the last word.
        foreach (TextValues column in TextColumns(field, accounts).Reverse())
        {
            var ofCode = new int[column.Values.Length];
            Array.Fill(ofCode, -1);
            for (int row = 0; row < classes.Length; row++)
            {
                int code = column.Codes[row];
                if (code >= 0)
                {
                    classes[row] = ofCode[code] >= 0 ? ofCode[code] : ofCode[code] = tests.ClassOf(column.Values[code], book);
                }
            }
        }

        return new AttributeClasses(classes, book.Classes);
    }

    public override string? Show(ColumnTable accounts, int row) => TextColumns(field, accounts).Select(column => column[row]).FirstOrDefault(value => value is not null);
}
