using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

/// <summary>What every store of industry schemes promises.</summary>
public abstract class IndustrySuite<TPlace> : IDisposable
    where TPlace : StorePlace, new()
{
    private readonly TPlace place = new();

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_scheme_is_kept_whole_and_replaced_by_its_id()
    {
        using Workspace workspace = place.Open();
        IndustryCode[] naics = [new("31-33", null, new Text("Manufacturing", "製造業")), new("311", "31-33", Text.Same("Food"))];
        workspace.Industries.Save(new IndustryScheme("own", [new("X", null, Text.Same("X"))]));
        workspace.Industries.Save(new IndustryScheme("naics-2022", naics));
        workspace.Industries.Save(new IndustryScheme("own", [new("Y", null, Text.Same("Y"))]));

        IndustrySchemes schemes = workspace.Industries.Load();
        Assert.Equal(new IndustryScheme("naics-2022", naics).Codes, schemes.Find("NAICS 2022")!.Codes);
        Assert.Equal(["Y"], schemes.Find("own")!.Codes.Select(code => code.Code));
        Assert.Equal(2, schemes.All.Length);
    }

    [Fact]
    public void Saving_what_is_there_is_no_change()
    {
        using Workspace workspace = place.Open();
        Assert.Equal(0, workspace.Industries.Version());
        workspace.Industries.Save(new IndustryScheme("own", [new("X", null, Text.Same("X"))]));
        workspace.Industries.Save(new IndustryScheme("own", [new("X", null, Text.Same("X"))]));

        Assert.Equal(1, workspace.Industries.Version());
        Assert.Equal("industries.saved", Assert.Single(workspace.Journal.Read()).What);
        Assert.Empty(workspace.Journal.Verify());
    }
}
