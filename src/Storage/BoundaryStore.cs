using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage;

/// <summary>Boundary sets, whole, as bytes.</summary>
internal sealed class BoundaryStore(Database database, JournalStore journal) : IBoundaryStore
{
    public IReadOnlyList<string> List()
    {
        using Session session = database.Read();
        using Statement read = session.Prepare("SELECT id FROM boundary_sets ORDER BY id");
        var ids = new List<string>();
        while (read.Step())
        {
            ids.Add(read.Text(0));
        }

        return ids;
    }

    public void Save(string id, byte[] compiled)
    {
        using Session session = database.Write();
        byte[]? before = Find(session, id);
        if (before is not null && before.AsSpan().SequenceEqual(compiled))
        {
            return;
        }

        using (Statement write = session.Prepare("INSERT INTO boundary_sets VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET compiled = excluded.compiled"))
        {
            write.Bind(0, id);
            write.BindBlob(1, compiled);
            write.Run();
        }

        journal.Add(session, new Happening("boundaries.saved", id, before is null ? null : Fingerprint.Of(before), Fingerprint.Of(compiled), new { bytes = compiled.Length }));
        session.Commit();
    }

    public byte[]? Find(string id)
    {
        using Session session = database.Read();
        return Find(session, id);
    }

    private static byte[]? Find(Session session, string id)
    {
        using Statement read = session.Prepare("SELECT compiled FROM boundary_sets WHERE id = ?");
        read.Bind(0, id);
        return read.Step() ? read.Bytes(0).ToArray() : null;
    }
}
