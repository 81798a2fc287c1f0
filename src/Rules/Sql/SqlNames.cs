using System.Text;

namespace Bailiwick.Rules.Sql;

/// <summary>Gives columns of one table their names: short enough for PostgreSQL (63 bytes), and different in small letters, as DuckDB wants it.</summary>
public sealed class SqlNames
{
    private const int MostBytes = 50;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A name that no other column has, as near to the wish as can be.</summary>
    public string Of(string wish)
    {
        string name = Tidy(wish);
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }

    private static string Tidy(string wish)
    {
        var name = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in Folding.Fold(wish).EnumerateRunes())
        {
            Rune each = Rune.IsLetterOrDigit(rune) ? rune : new Rune('_');
            bytes += each.Utf8SequenceLength;
            if (bytes > MostBytes)
            {
                break;
            }

            if (each.Value != '_' || (name.Length > 0 && name[^1] != '_'))
            {
                name.Append(each.ToString());
            }
        }

        string tidy = name.ToString().TrimEnd('_');
        return tidy.Length == 0 ? "column" : tidy;
    }
}
