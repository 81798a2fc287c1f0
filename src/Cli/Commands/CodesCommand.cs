using System.CommandLine;
using Bailiwick.Import;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick codes</c>: industry schemes: import a list of codes, list the schemes, check a list.</summary>
internal sealed class CodesCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => null;

    public IReadOnlyList<ICommand> Children { get; } = [new CodesFileCommand(isImport: true), new CodesListCommand(), new CodesFileCommand(isImport: false)];

    public Command Describe(Language language) => new("codes", new Text("industry schemes: import, list, check", "行業分類：匯入、列出、檢查").In(language));
}

/// <summary><c>bailiwick codes import FILE</c> and <c>bailiwick codes check FILE</c>.</summary>
internal sealed class CodesFileCommand(bool isImport) : ICommand
{
    private readonly Argument<string> file = new("file");
    private readonly Option<string?> id = new("--id");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Run(call));

    public Command Describe(Language language)
    {
        file.Description = new Text("one row a code: code, parent, title, title_zh (CSV, Excel, Parquet)", "每列一個代碼：code、parent、title、title_zh（CSV、Excel、Parquet）").In(language);
        id.Description = new Text("how accounts name the scheme (industry_scheme); by default from the file's name", "客戶資料 industry_scheme 欄所用的名稱；預設取自檔名").In(language);
        return new Command(isImport ? "import" : "check", (isImport
            ? new Text("checks a list of industry codes and keeps it in the workspace", "檢查行業代碼清單並存入工作區")
            : new Text("checks a list of industry codes and keeps nothing", "只檢查行業代碼清單，不儲存")).In(language)) { file, id };
    }

    private Outcome Run(Invocation call)
    {
        IndustryCodeReading reading = IndustryCodeFile.Read(call.Value(file)!, call.Value(id));
        if (isImport && reading.Scheme is { } scheme)
        {
            using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
            workspace.Industries.Save(scheme);
        }

        return new Outcome(
            new { kept = isImport && reading.Scheme is not null, scheme = reading.Scheme is { } read ? CodesView.Json(read) : null, problems = reading.Problems.Select(ProblemView.Of) },
            console =>
            {
                ProblemView.Print(console, reading.Problems, call.Language);
                if (reading.Scheme is { } good)
                {
                    string top = string.Join(", ", CodesView.Top(good).Take(30).Select(code => code.Code));
                    console.WriteLine(call.Say(new(
                        $"{(isImport ? "Kept" : "Good")}: {good.Id}, {Numbers.Of(good.Codes.Length)} codes in {CodesView.Levels(good)} levels. At the top: {top}.",
                        $"{(isImport ? "已存入" : "可用")}：{good.Id}，{Numbers.Of(good.Codes.Length)} 個代碼，{CodesView.Levels(good)} 層。最上層：{top}。")));
                }
            },
            reading.Scheme is null ? Outcome.ProblemsInInput : Outcome.Well);
    }
}

/// <summary><c>bailiwick codes list</c>: the schemes at hand.</summary>
internal sealed class CodesListCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Run(call));

    public Command Describe(Language language) => new("list", new Text("the industry schemes at hand", "列出可用的行業分類").In(language));

    private static Outcome Run(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        IndustrySchemes schemes = workspace.Industries.Load();
        return new Outcome(
            new { schemes = schemes.All.Select(CodesView.Json) },
            console =>
            {
                Table table = new Table().Border(TableBorder.Simple);
                table.AddColumns("id", call.Say(new("codes", "代碼數")), call.Say(new("levels", "層數")), call.Say(new("at the top", "最上層")));
                foreach (IndustryScheme scheme in schemes.All)
                {
                    table.AddRow(Markup.Escape(scheme.Id), Numbers.Of(scheme.Codes.Length), Numbers.Of(CodesView.Levels(scheme)), Numbers.Of(CodesView.Top(scheme).Count()));
                }

                console.Write(table);
            });
    }
}

/// <summary>An industry scheme as the command line shows it.</summary>
internal static class CodesView
{
    public static object Json(IndustryScheme scheme) => new { scheme.Id, codes = scheme.Codes.Length, levels = Levels(scheme), top = Top(scheme).Select(code => new { code.Code, title = code.Title.English, titleZh = code.Title.Chinese }) };

    public static IEnumerable<IndustryCode> Top(IndustryScheme scheme) => scheme.Codes.Where(code => code.Parent is null);

    /// <summary>How many codes stand above each other at most; a range such as 31-33 stands above its members.</summary>
    public static int Levels(IndustryScheme scheme) => scheme.Codes.Max(code => scheme.DepthOf(code.Code));
}
