using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage;

/// <summary>Industry schemes, each as one row of JSON.</summary>
internal sealed class IndustryStore(Database database, JournalStore journal) : IIndustryStore
{
    public IndustrySchemes Load()
    {
        using Session session = database.Read();
        using Statement read = session.Prepare("SELECT id, codes FROM industry_schemes ORDER BY id");
        var schemes = new List<IndustryScheme>();
        while (read.Step())
        {
            schemes.Add(new IndustryScheme(read.Text(0), StoredJson.ReadRows(read.Bytes(1)).Select(row => new IndustryCode(row[0], row[1].Length == 0 ? null : row[1], new Text(row[2], row[3])))));
        }

        return IndustrySchemes.Of(schemes);
    }

    public void Save(IndustryScheme scheme)
    {
        string codes = StoredJson.Write(scheme.Codes.Select(code => new[] { code.Code, code.Parent ?? "", code.Title.English, code.Title.Chinese }));
        using Session session = database.Write();
        string? before = Find(session, scheme.Id);
        if (before == codes)
        {
            return;
        }

        using (Statement write = session.Prepare(
            "INSERT INTO industry_schemes VALUES (?, ?, (SELECT coalesce(max(version), 0) + 1 FROM industry_schemes)) ON CONFLICT (id) DO UPDATE SET codes = excluded.codes, version = excluded.version"))
        {
            write.Bind(0, scheme.Id);
            write.Bind(1, codes);
            write.Run();
        }

        journal.Add(session, new Happening("industries.saved", scheme.Id, before is null ? null : Fingerprint.Of(before), Fingerprint.Of(codes), new { codes = scheme.Codes.Length }));
        session.Commit();
    }

    public long Version()
    {
        using Session session = database.Read();
        return session.One("SELECT max(version) FROM industry_schemes") ?? 0;
    }

    private static string? Find(Session session, string id)
    {
        using Statement read = session.Prepare("SELECT codes FROM industry_schemes WHERE id = ?");
        read.Bind(0, id);
        return read.Step() ? read.Text(0) : null;
    }
}
