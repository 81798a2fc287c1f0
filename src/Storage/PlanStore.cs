using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Storage.PlanLife;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage;

/// <summary>Plans and owners.</summary>
internal sealed class PlanStore(Database database, JournalStore journal, TimeProvider clock) : IPlanStore
{
    private const string Columns = "id, name, effective_day_number, source, files, created_at, published_at, until_day_number";

    public IReadOnlyList<Problem> Save(Plan draft)
    {
        using Session session = database.Write();
        Plan? before = Find(session, draft.Id);
        if (draft.State != PlanState.Draft || before is { State: not PlanState.Draft })
        {
            return [Problems.NotADraft(draft.Id.Value)];
        }

        using (Statement write = session.Prepare($"""
            INSERT INTO plans ({Columns}) VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, effective_day_number = excluded.effective_day_number, source = excluded.source, files = excluded.files
            """))
        {
            write.Bind(0, draft.Id.Value);
            write.Bind(1, draft.Name);
            write.Bind(2, draft.Effective.DayNumber);
            write.Bind(3, draft.Source);
            write.Bind(4, StoredJson.Write(draft.Files));
            write.Bind(5, Moments.Write(draft.Created));
            write.Run();
        }

        journal.Add(session, new Happening("plan.saved", draft.Id.Value, before is null ? null : FingerprintOf(before), FingerprintOf(draft), new { draft.Name, draft.Effective }));
        session.Commit();
        return [];
    }

    public Plan? Find(PlanId id)
    {
        using Session session = database.Read();
        return Find(session, id);
    }

    public IReadOnlyList<Plan> List()
    {
        using Session session = database.Read();
        using Statement read = session.Prepare($"SELECT {Columns} FROM plans ORDER BY created_at DESC, id DESC");
        var plans = new List<Plan>();
        while (read.Step())
        {
            plans.Add(Read(read));
        }

        return plans;
    }

    public Plan? InForce(DateOnly day)
    {
        using Session session = database.Read();
        return InForce(session, day);
    }

    public PublishResult Publish(Plan plan, PlanId? over, IEnumerable<Ownership> owners, DateTimeOffset at, CancellationToken cancellation)
    {
        using Session session = database.Write();
        Plan? kept = Find(session, plan.Id);
        Plan? before = InForce(session, plan.Effective);
        Problem? problem = kept switch
        {
            null => Problems.UnknownPlan(plan.Id.Value),
            { State: not PlanState.Draft } => Problems.NotADraft(plan.Id.Value),
            _ when FingerprintOf(kept) != FingerprintOf(plan) => Problems.EditedMeanwhile(plan.Id.Value),
            _ when before?.Id != over => Problems.PublishedMeanwhile(before?.Id.Value, plan.Effective),
            _ => null,
        };
        if (problem is not null)
        {
            return new PublishResult(0, null, [problem]);
        }

        var term = new Term(plan.Effective.DayNumber, NextAfter(session, plan.Effective));
        OwnersWritten written = OwnerChange.Write(session, term, owners, cancellation);
        SetTerms(session, plan, before, term, at);
        string after = $"{FingerprintOf(plan)}/{written.Fingerprint}";
        journal.Add(session, new Happening("plan.published", plan.Id.Value, before is null ? null : FingerprintOf(before), after, new { plan.Name, plan.Effective, over = before?.Id.Value, written.Owners, written.Changed }), at);
        session.Commit();
        return new PublishResult(written.Changed, before?.Id, []);
    }

    public IEnumerable<Ownership> Owners(DateOnly day) => OwnerRead.On(database, day);

    private static int NextAfter(Session session, DateOnly day)
    {
        using Statement read = session.Prepare("SELECT min(effective_day_number) FROM plans WHERE published_at IS NOT NULL AND effective_day_number > ? AND until_day_number > effective_day_number");
        read.Bind(0, day.DayNumber);
        return (int)(read.One() ?? Term.Open);
    }

    private static void SetTerms(Session session, Plan plan, Plan? before, Term term, DateTimeOffset at)
    {
        if (before is not null)
        {
            using Statement end = session.Prepare("UPDATE plans SET until_day_number = ? WHERE id = ?");
            end.Bind(0, term.From);
            end.Bind(1, before.Id.Value);
            end.Run();
        }

        using Statement publish = session.Prepare("UPDATE plans SET published_at = ?, until_day_number = ? WHERE id = ?");
        publish.Bind(0, Moments.Write(at));
        publish.Bind(1, term.Until);
        publish.Bind(2, plan.Id.Value);
        publish.Run();
    }

    private Plan? InForce(Session session, DateOnly day)
    {
        using Statement read = session.Prepare($"SELECT {Columns} FROM plans WHERE published_at IS NOT NULL AND effective_day_number <= ?1 AND until_day_number > ?1");
        read.Bind(0, day.DayNumber);
        return read.Step() ? Read(read) : null;
    }

    private Plan? Find(Session session, PlanId id)
    {
        using Statement read = session.Prepare($"SELECT {Columns} FROM plans WHERE id = ?");
        read.Bind(0, id.Value);
        return read.Step() ? Read(read) : null;
    }

    private Plan Read(Statement read)
    {
        int effective = (int)read.Integer(2);
        DateTimeOffset? published = read.TextOrNull(6) is { } moment ? Moments.Read(moment) : null;
        return new Plan(
            new PlanId(read.Text(0)),
            read.Text(1),
            published is null ? PlanState.Draft : StateOf(effective, (int)read.Integer(7)),
            DateOnly.FromDayNumber(effective),
            read.Text(3),
            StoredJson.ReadObject(read.Bytes(4)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Moments.Read(read.Text(5)),
            published);
    }

    // A plan whose place a later one takes only next year is still in force today.
    private PlanState StateOf(int effective, int until) =>
        until <= effective || until <= DateOnly.FromDateTime(clock.GetLocalNow().DateTime).DayNumber ? PlanState.Superseded : PlanState.Published;

    private static string FingerprintOf(Plan plan) => Fingerprint.Of(
        StoredJson.Write([plan.Name, plan.Effective.ToString("O", CultureInfo.InvariantCulture), plan.Source, StoredJson.Write(plan.Files)]));
}
