using System.Text.Json;
using Bailiwick.Cli.Commands;
using Bailiwick.Measures;

namespace Bailiwick.Cli.Tests;

public class CommandLineTests
{
    public static TheoryData<string> Commands => [.. CommandLine.All.Select(command => command.Describe(Language.English).Name)];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_option_and_argument_is_described_in_both_languages(string name)
    {
        ICommand command = CommandLine.All.Single(command => command.Describe(Language.English).Name == name);

        Assert.All(DescriptionsOf(command, Language.English), words => Assert.False(string.IsNullOrWhiteSpace(words)));
        Assert.All(DescriptionsOf(command, Language.Chinese), words => Assert.Contains(words ?? "", character => character is >= '\u4e00' and <= '\u9fff'));
    }

    [Fact]
    public async Task An_unknown_command_is_wrong_use()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.WrongUse, await call.RunAsync("grow"));
        Assert.Contains("grow", call.Remarks);
    }

    [Fact]
    public async Task Doctor_answers_as_JSON()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.Well, await call.RunAsync("doctor", "--json"));
        JsonElement told = JsonDocument.Parse(call.Results).RootElement;
        Assert.StartsWith(".NET 10", told.GetProperty("runtime").GetString());
        Assert.Contains("us-counties", told.GetProperty("boundaries").EnumerateArray().Select(set => set.GetString()));
    }

    private static IEnumerable<string?> DescriptionsOf(ICommand command, Language language)
    {
        System.CommandLine.Command described = command.Describe(language);
        return described.Options.Select(option => option.Description)
            .Concat(described.Arguments.Select(argument => argument.Description))
            .Append(described.Description)
            .Concat(command.Children.SelectMany(child => DescriptionsOf(child, language)));
    }
}
