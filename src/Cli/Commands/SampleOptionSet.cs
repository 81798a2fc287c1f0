using System.CommandLine;
using Bailiwick.Measures;
using Bailiwick.Samples;

namespace Bailiwick.Cli.Commands;

/// <summary>The options that say which sample company is meant: the same for <c>sample</c> and <c>demo</c>.</summary>
internal sealed class SampleOptionSet(int usualAccounts)
{
    private readonly Option<int> accounts = new("--accounts") { HelpName = "N", DefaultValueFactory = _ => usualAccounts };
    private readonly Option<string> country = new("--country") { HelpName = "CC", DefaultValueFactory = _ => "TW" };
    private readonly Option<ulong> seed = new("--seed") { HelpName = "N", DefaultValueFactory = _ => 1UL };
    private readonly Option<int?> reps = new("--reps") { HelpName = "N" };
    private readonly Option<int> years = new("--years") { HelpName = "N", DefaultValueFactory = _ => 4 };
    private readonly Option<DateOnly?> until = new("--until") { HelpName = "DATE" };
    private readonly Option<bool> noFacts = new("--no-facts");

    /// <summary>Adds them to a command, described.</summary>
    public void AddTo(Command command, Language language)
    {
        accounts.Description = new Text($"number of accounts, 1 to {SampleOptions.MostAccounts:N0}", $"客戶數，1 至 {SampleOptions.MostAccounts:N0}").In(language);
        country.Description = new Text("ISO 3166 code: TW, US, or any country with cities", "ISO 3166 國家代碼：TW、US，或任何有城市資料的國家").In(language);
        seed.Description = new Text("same seed, same company", "相同的種子產生相同的公司").In(language);
        reps.Description = new Text("number of reps; by default one for each 400 accounts, 14 to 120", "業務代表人數；預設每 400 個客戶一位，14 至 120 位").In(language);
        years.Description = new Text("years of history, 1 to 10", "歷史年數，1 至 10").In(language);
        until.Description = new Text("last day of the history; by default that of the month before this one", "歷史的最後一天；預設為上個月最後一天").In(language);
        noFacts.Description = new Text("plant nothing: every segment alike", "不植入任何事實：各區隔皆相同").In(language);
        foreach (Option option in new Option[] { accounts, country, seed, reps, years, until, noFacts })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the person asked for.</summary>
    public SampleOptions Of(Invocation call)
    {
        var today = DateOnly.FromDateTime(call.Terminal.Clock.GetLocalNow().Date);
        return new SampleOptions
        {
            Accounts = call.Value(accounts),
            Country = call.Value(country)!.Trim().ToUpperInvariant(),
            Seed = call.Value(seed),
            Reps = call.Value(reps),
            Years = call.Value(years),
            Until = call.Value(until) ?? new DateOnly(today.Year, today.Month, 1).AddDays(-1),
            Facts = !call.Value(noFacts),
        };
    }
}
