using System.Xml;
using DuckDB.NET.Data;

namespace Bailiwick.Import.Reading;

/// <summary>Ends a file's rows with a problem where its bytes end in the middle or make no sense.</summary>
internal static class Guarded
{
    /// <summary>The rows, and after them the problem, if there is one: then the file is broken and nothing of it should be kept.</summary>
    public static IEnumerable<FileRow> Rows(string name, IEnumerable<FileRow> rows)
    {
        using IEnumerator<FileRow> each = rows.GetEnumerator();
        long line = 0;
        while (true)
        {
            Exception? damage = null;
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }

                line = each.Current.Line;
            }
            catch (Exception unreadable) when (IsDamage(unreadable))
            {
                damage = unreadable;
            }

            if (damage is not null)
            {
                yield return RowOf(name, line, damage);
                yield break;
            }

            yield return each.Current;
        }
    }

    /// <summary>Whether an exception says that the bytes make no sense.</summary>
    public static bool IsDamage(Exception unreadable) => unreadable is IOException or InvalidDataException or XmlException or DuckDBException;

    /// <summary>The row that ends a damaged file.</summary>
    /// <param name="name">The file.</param>
    /// <param name="line">The last line that could be read.</param>
    /// <param name="damage">What happened at the next.</param>
    public static FileRow RowOf(string name, long line, Exception damage) =>
        new(line + 1, [], Problems.Damaged(name, SourceMessage.FirstLine(damage.Message)) with { Place = new(name, line + 1) });
}

/// <summary>Messages of a database.</summary>
internal static class SourceMessage
{
    /// <summary>The message without its picture of the statement.</summary>
    public static string FirstLine(string message) => message.Split('\n')[0].Trim().TrimEnd('.');
}
