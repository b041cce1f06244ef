using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Medulla.Workspace.Tests.Databases;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Medulla.Workspace.Tests.Databases;

/// <summary>A PostgreSQL server of the tests' own, started from the machine's binaries when a test first asks for it.</summary>
/// <remarks>
/// Found in <c>MEDULLA_POSTGRES_BIN</c>, else where Debian puts it. PostgreSQL does not run as root: then it runs as user
/// postgres. Flushing stays switched on.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    readonly Lock door = new();
    Task<string>? started;
    string? folder;
    int schemas;

    static string? Binaries { get; } = FindBinaries();

    /// <summary>A schema of its own. Skips the test, with the reason, where PostgreSQL is not installed.</summary>
    public async ValueTask<TestDatabase> MakeDatabaseAsync()
    {
        Assert.SkipWhen(Binaries is null,
            "PostgreSQL is not installed: no initdb in MEDULLA_POSTGRES_BIN or /usr/lib/postgresql.");
        Task<string> server;
        lock (door)
            server = started ??= Task.Run(StartAsync);
        var address = await server;

        var schema = $"journal_{Interlocked.Increment(ref schemas)}";
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}", connection);
        await command.ExecuteNonQueryAsync();
        return new PostgresDatabase($"{address};Search Path={schema}");
    }

    public async ValueTask DisposeAsync()
    {
        if (started is null)
            return;
        await started;
        await RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder!, recursive: true);
    }

    string Data => Path.Combine(folder!, "data");

    async Task<string> StartAsync()
    {
        // A short path: the name of a Unix socket has at most 107 bytes.
        folder = Directory.CreateTempSubdirectory("medulla-pg-").FullName;
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            await RunAsync("chown", "postgres", folder);
        var port = FreePort();
        await RunAsync("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale");
        await RunAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {folder} -c listen_addresses=127.0.0.1"), "start");
        return string.Create(CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=10");
    }

    static async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        string[] words = File.Exists(path) ? [path, .. arguments] : [program, .. arguments];
        if (File.Exists(path) && Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            words = ["runuser", "-u", "postgres", "--", .. words];

        // The server writes to its own log, so that these end when the program does.
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = Path.GetTempPath(), UseShellExecute = false,
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {said[1]}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string? FindBinaries()
    {
        IEnumerable<string> folders = Environment.GetEnvironmentVariable("MEDULLA_POSTGRES_BIN") is { Length: > 0 } named
            ? [named]
            : Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Reverse()
                    .Select(version => Path.Combine(version, "bin"))
                : [];
        return folders.FirstOrDefault(folder =>
            File.Exists(Path.Combine(folder, "initdb")) || File.Exists(Path.Combine(folder, "initdb.exe")));
    }
}
