using System.Text.Json;

namespace Bailiwick.Cli.Tests;

public sealed class MarketCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-market-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_a_number_the_questions_are_listed()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.Well, await call.RunAsync("market", "--json", "--lang", "zh-TW"));
        JsonElement[] questions = [.. JsonDocument.Parse(call.Results).RootElement.GetProperty("questions").EnumerateArray()];
        Assert.Equal([3, 5], questions.Select(question => question.GetProperty("number").GetInt32()));
        Assert.StartsWith("我們的顧客群", questions[0].GetProperty("question").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_no_question_is_a_problem_with_advice()
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.ProblemsInInput, await call.RunAsync("market", "9", "--workspace", folder));
        Assert.Contains("There is no question 9. Maybe one of these: 3, 5.", call.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "There are no customers yet")]
    [InlineData("5", "No customer came in this time")]
    public async Task An_empty_workspace_is_answered_too(string question, string words)
    {
        using var call = new CalledProgram();

        Assert.Equal(Outcome.Well, await call.RunAsync("market", question, "--json", "--workspace", folder));
        Assert.StartsWith(words, JsonDocument.Parse(call.Results).RootElement.GetProperty("statement").GetString(), StringComparison.Ordinal);
    }
}
