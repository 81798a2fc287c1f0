using Bailiwick.Speed;

return await BenchLine.RunAsync(args).ConfigureAwait(false);
