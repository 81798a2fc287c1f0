namespace Bailiwick.Journeys.Tests;

/// <summary>The demo company in Taiwan: twelve territories over 368 towns, staffed and published.</summary>
public sealed class TaiwanCompany : ServedCompany
{
    protected override Task MakeAsync() => CalledProgram.RunAsync("demo", "--no-serve", "--json", "--workspace", Workspace);
}
