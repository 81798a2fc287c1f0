using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Bailiwick.Plans;
using Bailiwick.Storage.Sqlite;

namespace Bailiwick.Storage.PlanLife;

/// <summary>What a publication wrote.</summary>
/// <param name="Owners">Answers that came.</param>
/// <param name="Changed">Accounts × layers whose territory or rep is another than before.</param>
/// <param name="Fingerprint">Of all answers that came.</param>
internal sealed record OwnersWritten(long Owners, long Changed, string Fingerprint);

/// <summary>Puts the answers of a plan in the place of those that stood in its term; rows that say the same already are not touched.</summary>
internal static class OwnerChange
{
    private const int RowsBetweenLooks = 16_384;

    public static OwnersWritten Write(Session session, Term term, IEnumerable<Ownership> owners, CancellationToken cancellation)
    {
        session.Run("""
            CREATE TEMP TABLE coming (layer INTEGER NOT NULL, account TEXT NOT NULL, answer INTEGER NOT NULL, PRIMARY KEY (layer, account)) STRICT, WITHOUT ROWID;
            CREATE TEMP TABLE stale (layer INTEGER NOT NULL, account TEXT NOT NULL, PRIMARY KEY (layer, account)) STRICT, WITHOUT ROWID;
            """);
        (long count, string fingerprint) = Take(session, owners, cancellation);
        long changed = CountChanged(session, term);
        Mark(session, term);
        Cut(session, term);
        Add(session, term);
        session.Run("DROP TABLE coming; DROP TABLE stale;");
        return new OwnersWritten(count, changed, fingerprint);
    }

    private static (long Count, string Fingerprint) Take(Session session, IEnumerable<Ownership> owners, CancellationToken cancellation)
    {
        var answers = new OwnerAnswers(session);
        using Statement insert = session.Prepare("INSERT INTO coming VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        long count = 0;
        ulong sum = 0;
        foreach (Ownership owner in owners)
        {
            if (count++ % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            long answer = answers.AnswerOf(owner);
            insert.Bind(0, answers.LayerOf(owner.Layer));
            insert.Bind(1, owner.Account.Value);
            insert.Bind(2, answer);
            if (insert.Run() == 0)
            {
                throw new ArgumentException($"two answers for account {owner.Account} in layer {owner.Layer}", nameof(owners));
            }

            sum += XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(owner.Account.Value), answer);
        }

        return (count, sum.ToString("x16", CultureInfo.InvariantCulture));
    }

    private static long CountChanged(Session session, Term term) =>
        Ask(session, term, """
            SELECT count(*) FROM coming AS c
            LEFT JOIN owners AS o ON o.layer = c.layer AND o.account = c.account AND o.from_day_number <= ?1 AND o.until_day_number > ?1
            LEFT JOIN owner_answers AS was ON was.answer = o.answer
            JOIN owner_answers AS becomes ON becomes.answer = c.answer
            WHERE o.answer IS NOT c.answer AND (was.territory IS NOT becomes.territory OR was.rep IS NOT becomes.rep)
            """)
        + Ask(session, term, """
            SELECT count(*) FROM owners AS o JOIN owner_answers AS was ON was.answer = o.answer
            WHERE o.from_day_number <= ?1 AND o.until_day_number > ?1 AND (was.territory IS NOT NULL OR was.rep IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM coming AS c WHERE c.layer = o.layer AND c.account = o.account)
            """);

    /// <summary>Notes the accounts of which no row says the right thing over the whole term.</summary>
    private static void Mark(Session session, Term term)
    {
        Do(session, term, """
            INSERT INTO stale SELECT layer, account FROM coming AS c WHERE NOT EXISTS (
                SELECT 1 FROM owners AS o
                WHERE o.layer = c.layer AND o.account = c.account AND o.answer = c.answer AND o.from_day_number <= ?1 AND o.until_day_number >= ?2)
            """);
        Do(session, term, """
            INSERT INTO stale SELECT DISTINCT layer, account FROM owners AS o
            WHERE o.from_day_number < ?2 AND o.until_day_number > ?1
            AND NOT EXISTS (SELECT 1 FROM coming AS c WHERE c.layer = o.layer AND c.account = o.account)
            """);
    }

    /// <summary>Takes the term out of the rows that stand: what lies before it ends there, what lies after it begins there.</summary>
    private static void Cut(Session session, Term term)
    {
        Do(session, term, """
            INSERT INTO owners
            SELECT o.layer, o.account, ?2, o.until_day_number, o.answer FROM stale AS s JOIN owners AS o ON o.layer = s.layer AND o.account = s.account
            WHERE o.from_day_number < ?2 AND o.until_day_number > ?2
            """);
        Do(session, term, """
            DELETE FROM owners WHERE from_day_number >= ?1 AND from_day_number < ?2
            AND EXISTS (SELECT 1 FROM stale AS s WHERE s.layer = owners.layer AND s.account = owners.account)
            """);
        Do(session, term, """
            UPDATE owners SET until_day_number = ?1 WHERE from_day_number < ?1 AND until_day_number > ?1
            AND EXISTS (SELECT 1 FROM stale AS s WHERE s.layer = owners.layer AND s.account = owners.account)
            """);
    }

    /// <summary>Fills the term: the row before it goes on when it says the same, else a new row begins.</summary>
    private static void Add(Session session, Term term)
    {
        Do(session, term, """
            UPDATE owners SET until_day_number = ?2 WHERE until_day_number = ?1
            AND EXISTS (SELECT 1 FROM stale AS s WHERE s.layer = owners.layer AND s.account = owners.account)
            AND EXISTS (SELECT 1 FROM coming AS c WHERE c.layer = owners.layer AND c.account = owners.account AND c.answer = owners.answer)
            """);
        Do(session, term, """
            INSERT INTO owners
            SELECT c.layer, c.account, ?1, ?2, c.answer FROM stale AS s JOIN coming AS c ON c.layer = s.layer AND c.account = s.account
            WHERE NOT EXISTS (
                SELECT 1 FROM owners AS o
                WHERE o.layer = c.layer AND o.account = c.account AND o.from_day_number < ?1 AND o.until_day_number > ?1)
            """);
    }

    private static void Do(Session session, Term term, string sql)
    {
        using Statement statement = Prepare(session, term, sql);
        statement.Run();
    }

    private static long Ask(Session session, Term term, string sql)
    {
        using Statement statement = Prepare(session, term, sql);
        return statement.One() ?? 0;
    }

    private static Statement Prepare(Session session, Term term, string sql)
    {
        Statement statement = session.Prepare(sql);
        statement.Bind(0, term.From);
        if (statement.Parameters > 1)
        {
            statement.Bind(1, term.Until);
        }

        return statement;
    }
}
