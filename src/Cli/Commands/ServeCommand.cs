using System.CommandLine;
using System.Text.Json;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick serve</c>: the pages and the API.</summary>
internal sealed class ServeCommand : ICommand
{
    private static readonly Text Purpose = new("the pages and the API in the browser, on this machine only unless told otherwise", "在瀏覽器中提供網頁與 API，預設僅限本機");
    private static readonly Text Where = new("where to listen, separated by ; (port 0: a free one)", "提供服務的網址，以 ; 分隔（連接埠 0 表示任選）");
    private static readonly Text Listening = new("Bailiwick is at {0}   (Ctrl+C stops it)", "Bailiwick 網址：{0}　（按 Ctrl+C 停止）");
    private static readonly Text Open = new(
        "Other machines can reach this address, and there is no sign-in: whoever reaches it can read this workspace.",
        "其他電腦可連到這個網址，且不需登入：連得到的人都能讀取這個工作區。");

    private readonly Option<string> urls = new("--urls") { DefaultValueFactory = _ => Server.DefaultAddress };

    public Func<Invocation, Task<Outcome>>? Act => ServeAsync;

    public Command Describe(Language language)
    {
        urls.Description = Where.In(language);
        return new Command("serve", Purpose.In(language)) { urls };
    }

    private async Task<Outcome> ServeAsync(Invocation call)
    {
        string[] addresses = call.Value(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Problem[] wrong = [.. addresses.Select(Server.Check).OfType<Problem>()];
        if (wrong.Length > 0)
        {
            return Outcome.Refused(wrong, call.Language) with { Exit = Outcome.WrongUse };
        }

        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        IReadOnlyList<Problem> problems = await Server.RunAsync(workspace, addresses, at => Tell(call, at), call.Cancellation);
        return problems.Count > 0 ? Outcome.Refused(problems, call.Language) : new Outcome(new { stopped = true }, _ => { });
    }

    /// <summary>Says where the pages are; in JSON on one line, at once, for programs that wait for it.</summary>
    internal static void Tell(Invocation call, IReadOnlyCollection<string> addresses)
    {
        if (call.IsJson)
        {
            call.Terminal.Results.WriteLine(JsonSerializer.Serialize(new { addresses }));
        }
        else
        {
            call.Terminal.Results.WriteLine(call.Say(Listening).Replace("{0}", string.Join(", ", addresses), StringComparison.Ordinal));
        }

        call.Terminal.Results.Flush();
        if (!addresses.All(Server.IsLoopback))
        {
            call.Terminal.Person.MarkupLine($"[yellow]![/] {Markup.Escape(call.Say(Open))}");
        }
    }
}
