using System.CommandLine;
using Bailiwick.Measures;

namespace Bailiwick.Cli.Commands;

/// <summary>How long a search may take and by which chance: the same words in every command that searches.</summary>
internal sealed class SearchOptionSet
{
    private readonly Option<double?> seconds = new("--seconds") { HelpName = "S" };
    private readonly Option<long?> iterations = new("--iterations") { HelpName = "N" };
    private readonly Option<int> seed = new("--seed") { HelpName = "N", DefaultValueFactory = _ => 1 };

    public void AddTo(Command command, Language language)
    {
        seconds.Description = new Text("how long to search; two runs may differ", "搜尋秒數；兩次結果可能不同").In(language);
        iterations.Description = new Text("moves to try; the same plan every time", "嘗試次數；每次結果相同").In(language);
        seed.Description = new Text("the source of chance", "亂數種子").In(language);
        command.Options.Add(seconds);
        command.Options.Add(iterations);
        command.Options.Add(seed);
        command.Validators.Add(result =>
        {
            if (result.GetValue(seconds) is { } time && result.GetValue(iterations) is { } moves)
            {
                result.AddError(new Text($"--seconds {time} and --iterations {moves} exclude each other.", $"--seconds {time} 與 --iterations {moves} 不能同時使用。").In(language));
            }

            if (result.GetValue(seconds) is <= 0 or > 86_400 or double.NaN || result.GetValue(iterations) is < 1)
            {
                result.AddError(new Text("--seconds is above 0 and at most 86400, --iterations is 1 or more.", "--seconds 需大於 0 且不超過 86400，--iterations 需為 1 以上。").In(language));
            }
        });
    }

    public TimeSpan? Time(Invocation call) => call.Value(seconds) is { } time ? TimeSpan.FromSeconds(time) : null;

    public long? Iterations(Invocation call) => call.Value(iterations);

    public int Seed(Invocation call) => call.Value(seed);
}

/// <summary>Checks of options that several commands share.</summary>
internal static class OptionChecks
{
    /// <summary>Refuses a smaller number.</summary>
    public static void MustBeAtLeast(this Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least)
        {
            result.AddError($"{option.Name} ≥ {least}");
        }
    });
}
