using System.Diagnostics;
using System.Text;

namespace Bailiwick.Territories.Tests.Sql;

/// <summary>A PostgreSQL server of our own, in a temporary folder, reached by a socket there; its texts sort by the rules of English, not by bytes.</summary>
public sealed class PostgreSqlWarehouse : IWarehouse, IDisposable
{
    private const char BetweenFields = '\u001f';
    private const char BetweenRows = '\u001e';

    private readonly string binaries;
    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-pg-").FullName;

    public PostgreSqlWarehouse()
    {
        binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderBy(version => version.Length).ThenBy(version => version, StringComparer.Ordinal).Select(version => $"{version}/bin/").Last()
            : "";
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", ["postgres", folder], null);
        }

        string data = Path.Combine(folder, "data");
        Server("initdb", "-D", data, "-A", "trust", "-U", "bailiwick", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US");
        Server("pg_ctl", "start", "-w", "-s", "-D", data, "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -c listen_addresses='' -c fsync=off");
    }

    IEnumerable<string[]> IWarehouse.Ask(string script, IEnumerable<string> queries)
    {
        string statements = $"SET client_min_messages = warning;\n{script.Replace("CREATE TABLE", "CREATE TEMP TABLE", StringComparison.Ordinal)}{string.Concat(queries.Select(query => $"{query};\n"))}";
        string said = Run(
            $"{binaries}psql",
            ["-h", folder, "-U", "bailiwick", "-d", "postgres", "-X", "-q", "-A", "-t", "-F", $"{BetweenFields}", "-R", $"{BetweenRows}", "-v", "ON_ERROR_STOP=1", "-f", "-"],
            statements);

        // psql ends each query with a line of its own.
        return said.Split(BetweenRows, '\n').Where(row => row.Length > 0).Select(row => row.Split(BetweenFields)).ToArray();
    }

    public void Dispose()
    {
        Server("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", Path.Combine(folder, "data"));
        Directory.Delete(folder, recursive: true);
    }

    // PostgreSQL does not run as root.
    private void Server(string program, params string[] arguments)
    {
        // What pg_ctl starts would keep a pipe open.
        string? input = program == "pg_ctl" ? null : "";
        _ = Environment.IsPrivilegedProcess
            ? Run("runuser", ["-u", "postgres", "--", binaries + program, .. arguments], input)
            : Run(binaries + program, arguments, input);
    }

    private string Run(string program, IEnumerable<string> arguments, string? input)
    {
        bool isAsked = input is not null;
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = isAsked,
            RedirectStandardOutput = isAsked,
            RedirectStandardError = isAsked,
            StandardInputEncoding = isAsked ? new UTF8Encoding(false) : null,
            StandardOutputEncoding = isAsked ? Encoding.UTF8 : null,
        })!;
        Task<string> output = isAsked ? process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
        Task<string> error = isAsked ? process.StandardError.ReadToEndAsync() : Task.FromResult("");
        if (isAsked)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Result}");
    }
}
