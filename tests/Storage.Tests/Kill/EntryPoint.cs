namespace Bailiwick.Storage.Tests.Kill;

/// <summary>Runs the tests; or, when a campaign asks for it, does the one thing during which it is killed.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args) => args switch
    {
        [Victim.Argument, var deed, var folder] => Victim.Run(Enum.Parse<Deed>(deed), folder),
        // What xunit's own entry point does.
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    };
}
