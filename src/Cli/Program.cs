using Bailiwick.Cli;

return await CommandLine.RunAsync(args, Terminal.OfThisProcess()).ConfigureAwait(false);
