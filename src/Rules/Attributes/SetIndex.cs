using Bailiwick.Market;

namespace Bailiwick.Rules.Attributes;

/// <summary>Sets: each distinct value is asked once, a row passes what any of its values passes.</summary>
internal sealed class SetIndex(Field field, TextTests tests) : AttributeIndex
{
    public override AttributeClasses Classify(ColumnTable accounts) => field.IsCustom ? ClassifyCustom(accounts) : Classify(accounts[(SetColumn)field.Columns[0]]);

    public override string? Show(ColumnTable accounts, int row)
    {
        string values = field.IsCustom
            ? TextColumns(field, accounts).Select(column => column[row]).FirstOrDefault() ?? ""
            : string.Join(SetColumn.Separator, accounts[(SetColumn)field.Columns[0]][row]);
        return values.Length == 0 ? null : values;
    }

    private AttributeClasses Classify(SetValues column)
    {
        var book = new ClassBook();
        var passed = new SortedSet<int>();
        var ofValue = new int[column.Values.Length][];
        for (int value = 0; value < ofValue.Length; value++)
        {
            passed.Clear();
            tests.Ask(column.Values[value], passed);
            ofValue[value] = [.. passed];
        }

        var classes = new int[column.Count];
        for (int row = 0; row < classes.Length; row++)
        {
            passed.Clear();
            foreach (int code in column.CodesOf(row))
            {
                passed.UnionWith(ofValue[code]);
            }

            classes[row] = book.Of([.. passed]);
        }

        return new AttributeClasses(classes, book.Classes);
    }

    private AttributeClasses ClassifyCustom(ColumnTable accounts)
    {
        var book = new ClassBook();
        var classes = new int[accounts.Count];
        Array.Fill(classes, book.Of([]));
        foreach (TextValues column in TextColumns(field, accounts))
        {
            int[] ofCode = [.. column.Values.Select(cell =>
            {
                var passed = new SortedSet<int>();
                foreach (string value in cell.Split(SetColumn.Separator))
                {
                    tests.Ask(value, passed);
                }

                return book.Of([.. passed]);
            })];
            for (int row = 0; row < classes.Length; row++)
            {
                classes[row] = column.Codes[row] < 0 ? classes[row] : ofCode[column.Codes[row]];
            }
        }

        return new AttributeClasses(classes, book.Classes);
    }
}
