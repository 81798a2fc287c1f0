using System.Diagnostics;
using System.Text.Json;

namespace Bailiwick.Journeys.Tests;

/// <summary>A company made and served by the program's own commands, in a folder of its own.</summary>
public abstract class ServedCompany : IAsyncLifetime
{
    private Process? server;

    /// <summary>Where the pages are.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The folder for files and workspace.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("bailiwick-journey-").FullName;

    protected string Workspace => Path.Combine(Folder, "workspace");

    /// <summary>Why this company cannot be made here; null when it can.</summary>
    public virtual string? Missing => null;

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            await MakeAsync();
            server = CalledProgram.Start("serve", "--urls", "http://127.0.0.1:0", "--json", "--workspace", Workspace);
            string first = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
            Address = new Uri(JsonDocument.Parse(first).RootElement.GetProperty("addresses")[0].GetString()!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The server dies.</summary>
    public void Stop() => server!.Kill();

    /// <summary>Makes the workspace with a published plan.</summary>
    protected abstract Task MakeAsync();
}
