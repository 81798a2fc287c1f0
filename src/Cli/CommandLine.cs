using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bailiwick.Cli.Commands;
using Bailiwick.Measures;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli;

/// <summary>The front: all commands, in the order of a plan's life.</summary>
internal static class CommandLine
{
    /// <summary>Columns of text in a file or a pipe, where nobody says how wide the reader's window is.</summary>
    private const int WidthOfFiles = 150;

    /// <summary>How every result is written as JSON.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Runs one call and returns the exit code: 0 well, 1 problems in the input, 2 wrong use.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        Language language = args.SkipWhile(arg => arg != "--lang").Skip(1).FirstOrDefault() == "zh-TW" ? Language.Chinese : Language.English;
        var everywhere = new EverywhereOptions(language);
        var root = new RootCommand(new Text("Bailiwick: sales territories, from raw files to a published, staffed plan.", "Bailiwick：從原始檔案到發布並配置人員的業務轄區方案。").In(language));
        everywhere.AddTo(root);
        foreach (ICommand command in All)
        {
            root.Subcommands.Add(Build(command, language, everywhere, terminal));
        }

        ParseResult parsed = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = terminal.Results, Error = terminal.Person.Profile.Out.Writer };
        int exit = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        return parsed.Errors.Count > 0 ? Outcome.WrongUse : exit;
    }

    /// <summary>The commands in the order in which help lists them.</summary>
    internal static IReadOnlyList<ICommand> All { get; } =
    [
        new DemoCommand(),
        new SampleCommand(),
        new GeoCommand(),
        new CodesCommand(),
        new ImportCommand(),
        new MarketCommand(),
        new PlanCommand(),
        new AssignCommand(),
        new ExplainCommand(),
        new AlignCommand(),
        new DesignCommand(),
        new StaffCommand(),
        new ServeCommand(),
        new ExportCommand(),
        new DoctorCommand(),
    ];

    private static Command Build(ICommand command, Language language, EverywhereOptions everywhere, Terminal terminal)
    {
        Command built = command.Describe(language);
        foreach (ICommand child in command.Children)
        {
            built.Subcommands.Add(Build(child, language, everywhere, terminal));
        }

        if (command.Act is { } act)
        {
            built.SetAction(async (parsed, cancellation) =>
            {
                var call = new Invocation(parsed, terminal, language, parsed.GetValue(everywhere.Json), parsed.GetValue(everywhere.Workspace)!, cancellation);
                Outcome outcome;
                try
                {
                    outcome = await act(call).ConfigureAwait(false);
                }
                catch (WorkspaceException unusable)
                {
                    outcome = Outcome.Refused([unusable.Problem], language);
                }

                Write(outcome, call);
                return outcome.Exit;
            });
        }

        return built;
    }

    /// <summary>Says what a command has to say.</summary>
    internal static void Write(Outcome outcome, Invocation call)
    {
        if (call.IsJson)
        {
            call.Terminal.Results.WriteLine(JsonSerializer.Serialize(outcome.Json, Json));
            return;
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(call.Terminal.Results) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        outcome.Print(console);
    }
}
