using System.Text.Json;
using Bailiwick.Measures;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage;

/// <summary>Something that happened, for the journal; who and when are added there.</summary>
internal sealed record Happening(string What, string Subject, string? Before, string After, object Detail);

/// <summary>The journal: each entry carries the SHA-256 of the chain before it and of itself.</summary>
internal sealed class JournalStore(Database database, TimeProvider clock, string who) : IJournal
{
    private const string Columns = "number, at, who, what, subject, before, after, detail, chain";

    /// <summary>Adds an entry in the transaction of the change that it tells of.</summary>
    public void Add(Session session, Happening happening, DateTimeOffset? at = null)
    {
        (long number, string chain) = Last(session);
        var entry = new JournalEntry(
            number + 1, at ?? clock.GetUtcNow(), who, happening.What, happening.Subject, happening.Before, happening.After, JsonSerializer.Serialize(happening.Detail));
        using Statement write = session.Prepare($"INSERT INTO journal ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        write.Bind(0, entry.Number);
        write.Bind(1, Moments.Write(entry.At));
        write.Bind(2, entry.Who);
        write.Bind(3, entry.What);
        write.Bind(4, entry.Subject);
        write.Bind(5, entry.Before);
        write.Bind(6, entry.After);
        write.Bind(7, entry.Detail);
        write.Bind(8, Chain(chain, entry));
        write.Run();
    }

    public IEnumerable<JournalEntry> Read() => ReadChained().Select(pair => pair.Entry);

    public IReadOnlyList<Problem> Verify()
    {
        string chain = "";
        long number = 0;
        foreach ((JournalEntry entry, string kept) in ReadChained())
        {
            number++;
            chain = Chain(chain, entry);
            if (entry.Number != number || chain != kept)
            {
                return [Problems.JournalBroken(number)];
            }
        }

        return [];
    }

    private static (long Number, string Chain) Last(Session session)
    {
        using Statement read = session.Prepare("SELECT number, chain FROM journal ORDER BY number DESC LIMIT 1");
        return read.Step() ? (read.Integer(0), read.Text(1)) : (0, "");
    }

    private static string Chain(string before, JournalEntry entry)
    {
        string[] parts = [before, entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), Moments.Write(entry.At), entry.Who, entry.What, entry.Subject, entry.Before ?? "", entry.After, entry.Detail];
        return Fingerprint.Of(JsonSerializer.Serialize(parts));
    }

    private IEnumerable<(JournalEntry Entry, string Chain)> ReadChained()
    {
        using Session session = database.Read();
        using Statement read = session.Prepare($"SELECT {Columns} FROM journal ORDER BY number");
        while (read.Step())
        {
            yield return (
                new JournalEntry(read.Integer(0), Moments.Read(read.Text(1)), read.Text(2), read.Text(3), read.Text(4), read.TextOrNull(5), read.Text(6), read.Text(7)),
                read.Text(8));
        }
    }
}
