using System.Net;
using System.Net.Sockets;

namespace Bailiwick.Cli.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-serve-").FullName;
    private readonly CalledProgram program = new();

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://localhost:5080")]
    [InlineData("http://localhost:5080/somewhere")]
    public async Task An_address_that_is_none_is_wrong_use(string address)
    {
        Assert.Equal(2, await program.RunAsync("serve", "--urls", address, "--workspace", folder));
        Assert.Contains(address, program.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_told_with_what_would_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        Assert.Equal(1, await program.RunAsync("serve", "--urls", taken, "--workspace", folder, "--lang", "zh-TW"));
        Assert.Contains("無法在 " + taken, program.Results, StringComparison.Ordinal);
        Assert.Contains("--urls", program.Results, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        program.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
