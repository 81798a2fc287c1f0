using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

/// <summary>What every boundary store promises.</summary>
public abstract class BoundarySuite<TPlace> : IDisposable
    where TPlace : StorePlace, new()
{
    private readonly TPlace place = new();

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_set_is_kept_found_and_replaced()
    {
        using Workspace workspace = place.Open();
        workspace.Boundaries.Save("parishes", [1, 2, 3]);
        workspace.Boundaries.Save("bezirke", []);
        workspace.Boundaries.Save("parishes", [4, 5]);

        Assert.Equal(["bezirke", "parishes"], workspace.Boundaries.List());
        Assert.Equal([4, 5], workspace.Boundaries.Find("parishes")!);
        Assert.Equal([], workspace.Boundaries.Find("bezirke")!);
        Assert.Null(workspace.Boundaries.Find("kommuner"));
    }

    [Fact]
    public void Saving_what_is_there_is_no_change()
    {
        using Workspace workspace = place.Open();
        workspace.Boundaries.Save("parishes", [1]);
        workspace.Boundaries.Save("parishes", [1]);

        Assert.Single(workspace.Journal.Read());
    }
}
