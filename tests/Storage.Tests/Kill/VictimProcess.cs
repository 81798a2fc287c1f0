using System.Diagnostics;

namespace Bailiwick.Storage.Tests.Kill;

/// <summary>A running victim, and when it said what, counted from the beginning of its work.</summary>
internal sealed class VictimProcess : IDisposable
{
    private readonly Process process;
    private readonly SemaphoreSlim heard = new(0);
    private readonly Task listening;
    private long began;

    public VictimProcess(Deed deed, string folder)
    {
        string program = typeof(VictimProcess).Assembly.Location;
        process = Process.Start(new ProcessStartInfo("dotnet", [program, Victim.Argument, deed.ToString(), folder]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        listening = Task.Run(Listen);
    }

    /// <summary>How often it said that it works.</summary>
    public int Words { get; private set; }

    /// <summary>When it had all rows; null when it never said so.</summary>
    public TimeSpan? Handed { get; private set; }

    /// <summary>When the store had answered; null when it never said so.</summary>
    public TimeSpan? Done { get; private set; }

    public async Task Ends()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await listening;
    }

    /// <summary>Kills it some time after it said a word for the <paramref name="count"/>th time; or sees it end before.</summary>
    public async Task DiesAfter(string word, int count, TimeSpan delay)
    {
        while (!listening.IsCompleted && (word == Victim.Handed ? Handed is null : Words < count))
        {
            await heard.WaitAsync(TestContext.Current.CancellationToken);
        }

        await Task.Delay(delay, TestContext.Current.CancellationToken);
        process.Kill();
        await Ends();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        heard.Dispose();
    }

    private async Task Listen()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } word)
        {
            switch (word)
            {
                case Victim.Working:
                    began = Words++ == 0 ? Stopwatch.GetTimestamp() : began;
                    break;
                case Victim.Handed:
                    Handed = Stopwatch.GetElapsedTime(began);
                    break;
                case Victim.Done:
                    Done = Stopwatch.GetElapsedTime(began);
                    break;
            }

            heard.Release();
        }

        heard.Release();
    }
}
