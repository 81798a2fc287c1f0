using Bailiwick.Workbench;
using Microsoft.Extensions.Time.Testing;

namespace Bailiwick.Storage.Tests;

/// <summary>Where a suite finds its stores. A second database is a second subclass of this, and one line a suite.</summary>
public abstract class StorePlace : IDisposable
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Opens the same state anew, each time.</summary>
    public abstract Workspace Open();

    /// <summary>Changes the state past the stores, as an intruder would.</summary>
    public abstract void Tamper(string sql);

    public abstract void Dispose();
}
