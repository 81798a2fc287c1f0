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
            string? damage = null;
            try
            {
                if (!each.MoveNext())
                {
                    yield break;
                }

                line = each.Current.Line;
            }
            catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or XmlException or DuckDBException)
            {
                damage = SourceMessage.FirstLine(unreadable.Message);
            }

            if (damage is not null)
            {
                yield return new FileRow(line + 1, [], Problems.Damaged(name, damage) with { Place = new(name, line + 1) });
                yield break;
            }

            yield return each.Current;
        }
    }
}

/// <summary>Messages of a database.</summary>
internal static class SourceMessage
{
    /// <summary>The message without its picture of the statement.</summary>
    public static string FirstLine(string message) => message.Split('\n')[0].Trim().TrimEnd('.');
}
