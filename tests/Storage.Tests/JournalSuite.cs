using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

/// <summary>What every journal promises.</summary>
public abstract class JournalSuite<TPlace> : IDisposable
    where TPlace : StorePlace, new()
{
    private readonly TPlace place = new();
    private readonly Workspace workspace;

    protected JournalSuite()
    {
        workspace = place.Open();
        workspace.Market.Import(new Rows().Account("A"), keep: true, null, TestContext.Current.CancellationToken);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        workspace.Boundaries.Save("parishes", [1]);
        workspace.Market.Import(new Rows().Account("B"), keep: true, null, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        workspace.Dispose();
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void It_tells_who_did_what_and_when()
    {
        Assert.Equal(
            [
                "1 08:00 tester market.imported market",
                "2 08:01 tester boundaries.saved parishes",
                "3 08:01 tester market.imported market",
            ],
            workspace.Journal.Read().Select(entry => $"{entry.Number} {entry.At:HH:mm} {entry.Who} {entry.What} {entry.Subject}"));
    }

    [Fact]
    public void What_was_after_one_import_is_what_was_before_the_next()
    {
        JournalEntry[] imports = [.. workspace.Journal.Read().Where(entry => entry.What == "market.imported")];

        Assert.Equal(imports[0].After, imports[1].Before);
        Assert.NotEqual(imports[0].After, imports[1].After);
    }

    [Fact]
    public void An_untouched_journal_is_whole() => Assert.Empty(workspace.Journal.Verify());

    [Theory]
    [InlineData("UPDATE journal SET who = 'someone else' WHERE number = 2", 2)]
    [InlineData("UPDATE journal SET detail = '[]' WHERE number = 1", 1)]
    [InlineData("DELETE FROM journal WHERE number = 1", 1)]
    [InlineData("DELETE FROM journal WHERE number = 2", 2)]
    public void Tampering_shows_at_the_entry_where_it_happened(string sql, long expected)
    {
        Assert.ThrowsAny<Exception>(() => place.Tamper(sql));

        place.Tamper("DROP TRIGGER journal_is_not_edited; DROP TRIGGER journal_is_not_cut; " + sql);

        Assert.Equal(expected, workspace.Journal.Verify().Single().Place.Line);
    }
}
