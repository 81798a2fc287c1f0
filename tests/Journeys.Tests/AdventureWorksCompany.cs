namespace Bailiwick.Journeys.Tests;

/// <summary>The stores of AdventureWorks in the United States, in six territories of counties. The files stand beside the repository, where they are at hand.</summary>
public sealed class AdventureWorksCompany : ServedCompany
{
    private static string Files => Path.Combine(CalledProgram.Top, "../shared/data/adventureworks");

    public override string? Missing => Directory.Exists(Files) ? null : "needs ../shared/data/adventureworks";

    protected override async Task MakeAsync()
    {
        string plan = Path.Combine(Folder, "plan.yaml");
        await CalledProgram.RunAsync("import", Files, "--mapping", "adventureworks", "--workspace", Workspace);
        await CalledProgram.RunAsync("design", "--boundaries", "us-counties", "--territories", "6", "--where", "country = \"US\" and type = \"B2B\"", "--iterations", "100000", "--name", "US stores", "--effective", "2014-07-01", "--out", plan, "--workspace", Workspace);
        await CalledProgram.RunAsync("staff", "--plan", plan, "--as-of", "2014-07-01", "--out", plan, "--workspace", Workspace);
        await CalledProgram.RunAsync("plan", "publish", plan, "--workspace", Workspace);
    }
}
