namespace Bailiwick.Samples.Tests;

/// <summary>Runs alone: it looks at the memory of the whole process.</summary>
[CollectionDefinition(DisableParallelization = true)]
public class AloneCollection;

[Collection<AloneCollection>]
public sealed class MemoryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-samples-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Memory_does_not_grow_with_the_accounts(int accounts)
    {
        Assert.SkipUnless(accounts <= 100_000 || Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1", "set BAILIWICK_LONG=1 for the long run");
        long most = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = new Watch(done => most = done % 20_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most);

        ToyCountry.Company(accounts, reps: 50).Write(folder, watch, TestContext.Current.CancellationToken);

        Assert.InRange(most, 0, 20_000_000);
    }

    private sealed class Watch(Action<long> told) : IProgress<long>
    {
        public void Report(long value) => told(value);
    }
}
