using System.CommandLine;
using Bailiwick.Measures;

namespace Bailiwick.Cli;

/// <summary>The options that every command knows.</summary>
internal sealed class EverywhereOptions
{
    public EverywhereOptions(Language language)
    {
        Json = new("--json") { Description = new Text("results as JSON on standard output", "以 JSON 將結果寫到標準輸出").In(language), Recursive = true };
        Workspace = new("--workspace")
        {
            Description = new Text("the company's folder", "公司的工作區資料夾").In(language),
            HelpName = "DIR",
            DefaultValueFactory = _ => "./bailiwick-data",
            Recursive = true,
        };
        Lang = new("--lang") { Description = new Text("the language of what is said", "顯示的語言").In(language), DefaultValueFactory = _ => "en", Recursive = true };
        Lang.AcceptOnlyFromAmong("en", "zh-TW");
    }

    public Option<bool> Json { get; }

    public Option<string> Workspace { get; }

    public Option<string> Lang { get; }

    public void AddTo(RootCommand root)
    {
        root.Options.Add(Json);
        root.Options.Add(Workspace);
        root.Options.Add(Lang);
    }
}
