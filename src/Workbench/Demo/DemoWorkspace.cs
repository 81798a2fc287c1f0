using Bailiwick.Measures;
using Bailiwick.Samples;

namespace Bailiwick.Workbench.Demo;

/// <summary>What a demo did with the folder it was given.</summary>
public enum DemoFolderState
{
    /// <summary>It held nothing.</summary>
    Made,

    /// <summary>It held the same demo, which was run again.</summary>
    Reused,

    /// <summary>It held another demo, which was replaced.</summary>
    Replaced,
}

/// <summary>Opens a workspace for a demo: an empty one, or one that holds a demo and nothing else. Anybody's own data is left alone.</summary>
internal static class DemoWorkspace
{
    /// <summary>Opens the folder. The mark is written first: a demo that is cut off is known as one.</summary>
    public static (Workspace? Workspace, DemoFolderState State, Problem? Problem) Open(DemoRequest request, DemoDoors doors)
    {
        Workspace workspace = doors.Open(request.Folder);
        DemoMark? mark = DemoMark.Read(request.Folder);
        bool isEmpty = workspace.Market.Version() == 0 && workspace.Plans.List().Count == 0;
        if (!isEmpty && !HoldsOnly(mark, workspace))
        {
            workspace.Dispose();
            return (null, default, DemoProblems.NotADemo(request.Folder, isDemo: mark is not null));
        }

        DemoFolderState state = isEmpty ? DemoFolderState.Made : mark!.Sample == request.Sample ? DemoFolderState.Reused : DemoFolderState.Replaced;
        if (state == DemoFolderState.Replaced)
        {
            workspace.Dispose();
            doors.Erase(request.Folder);
            workspace = doors.Open(request.Folder);
        }

        if (state != DemoFolderState.Reused)
        {
            new DemoMark(request.Sample, null).Write(request.Folder);
        }

        return (workspace, state, null);
    }

    /// <summary>Notes that the sample is in: what changes the market from now on is not ours.</summary>
    public static void Close(Workspace workspace, SampleOptions sample) => new DemoMark(sample, workspace.Market.Version()).Write(workspace.Folder);

    // A demo that was cut off left at most its own import.
    private static bool HoldsOnly(DemoMark? mark, Workspace workspace) =>
        mark is not null && (mark.MarketVersion is { } version ? workspace.Market.Version() == version : workspace.Market.Version() <= 1);
}
