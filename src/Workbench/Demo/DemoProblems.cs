using Bailiwick.Measures;

namespace Bailiwick.Workbench.Demo;

/// <summary>Why there is no demo.</summary>
internal static class DemoProblems
{
    public static Problem NotADemo(string folder, bool isDemo) => new(
        "workbench.not-a-demo",
        Severity.Error,
        new Place(folder),
        isDemo
            ? new Text("the demo in this workspace has been worked with: its market has changed since. Nothing was done.", "此工作區的示範資料在建立之後曾被變更，因此沒有進行任何動作。")
            : new Text("this workspace holds data that no demo made. Nothing was done.", "此工作區已有不是示範產生的資料，因此沒有進行任何動作。"),
        folder,
        new Text("Maybe name another folder: --workspace DIR.", "請以 --workspace 指定另一個資料夾。"));

    public static Problem NoAreas(string country) => new(
        "workbench.no-areas-for-demo",
        Severity.Error,
        Place.None,
        new Text($"The demo designs territories over areas, and none come with Bailiwick for \"{country}\".", $"示範在邊界集的區域上設計業務轄區，但 Bailiwick 沒有「{country}」的邊界集。"),
        country,
        new Text("Maybe use TW or US; or make files by: bailiwick sample.", "請改用 TW 或 US；也可以用 bailiwick sample 產生檔案。"));
}
