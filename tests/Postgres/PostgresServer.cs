using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Inspectorates.Postgres;

/// <summary>
/// A private PostgreSQL server: its own data below the temporary folder, a free port of 127.0.0.1, and everybody on this
/// machine trusted. It writes to the disk as in production. A script holds it that ends it and deletes its data when the
/// test process is gone, however it went.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string FolderName = "inspectorates-postgres-";

    // The pid first. Then nothing until the test process closes the pipe or says to keep the data.
    private const string Script =
        """
        folder=$1; shift
        "$@" >>"$folder/log" 2>&1 &
        server=$!
        echo "$server"
        read word
        kill -QUIT "$server" 2>/dev/null
        wait "$server"
        [ "$word" = keep ] || rm -rf "$folder"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => NewAsync());

    private readonly string folder;
    private readonly string[] settings;
    private Process? holder;
    private int databases;

    private PostgresServer(string folder, int port, string[] settings)
    {
        this.folder = folder;
        this.settings = settings;
        Port = port;
    }

    /// <summary>The port of 127.0.0.1 it listens on; the same after a restart.</summary>
    public int Port { get; }

    /// <summary>The process id of the server's first process.</summary>
    public int Postmaster { get; private set; }

    /// <summary>The server all tests of this process share; started by the first that asks. It goes with the process.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        PostgresPrograms.SkipIfMissing();
        return SharedServer.Value;
    }

    /// <summary>A server of one's own, to be killed or set otherwise.</summary>
    /// <param name="settings">Settings such as <c>fsync=off</c>.</param>
    public static async Task<PostgresServer> NewAsync(params string[] settings)
    {
        PostgresPrograms.SkipIfMissing();
        RemoveLeftovers();
        var folder = Directory.CreateTempSubdirectory($"{FolderName}{Environment.ProcessId}-").FullName;
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres:", folder);
        var server = new PostgresServer(folder, FreePorts.Next(), settings);
        await RunAsync(
            [.. AsServer(), PostgresPrograms.Of("initdb"), "--pgdata", server.Data, "--username", "postgres", "--auth", "trust",
            "--encoding", "UTF8", "--no-locale", "--no-sync"]);
        await server.StartAsync();
        return server;
    }

    /// <summary>The connection string of a database.</summary>
    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username=postgres");

    /// <summary>Makes an empty database.</summary>
    /// <param name="disk">A mounted folder to keep its data on; null: with the server's.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabaseAsync(string? disk = null)
    {
        var name = $"record_{Interlocked.Increment(ref databases)}";
        var place = "";
        if (disk is not null)
        {
            var space = Directory.CreateDirectory(Path.Combine(disk, name)).FullName;
            if (Environment.UserName == "root")
                await RunAsync("chown", "postgres:", space);
            await ExecuteAsync(ConnectionString("postgres"), $"CREATE TABLESPACE {name} LOCATION '{space}'");
            place = $" TABLESPACE {name}";
        }

        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name}{place}");
        return ConnectionString(name);
    }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public static async Task ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Statements of tests.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Starts it again on the data it has, after <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            await HoldAsync();
            while (!holder!.HasExited && ProcessLives(Postmaster))
            {
                if (await AnswersAsync())
                    return;
                if (Stopwatch.GetElapsedTime(began) > Patience)
                    throw new TimeoutException($"PostgreSQL does not answer:\n{Log}");
                await Task.Delay(50);
            }

            // After a kill, processes of the old server may hold its memory a moment longer.
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"PostgreSQL does not start:\n{Log}");
            await LetGoAsync(keep: true);
            await Task.Delay(200);
        }
    }

    /// <summary>Kills the server's first process, as a machine that runs out of memory might; the rest follow it.</summary>
    public async Task KillAsync()
    {
        using (var postmaster = Process.GetProcessById(Postmaster))
        {
            postmaster.Kill();
        }

        await LetGoAsync(keep: true);
    }

    public async ValueTask DisposeAsync() => await LetGoAsync(keep: false);

    private string Data => Path.Combine(folder, "data");

    private string Log => File.Exists(Path.Combine(folder, "log")) ? File.ReadAllText(Path.Combine(folder, "log")) : "";

    // PostgreSQL refuses to run as root.
    private static string[] AsServer() => Environment.UserName == "root"
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
        : [];

    private async Task HoldAsync()
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        string[] line =
        [
            .. AsServer(), "sh", "-c", Script, "sh", folder, PostgresPrograms.Of("postgres"), "-D", Data, "-h", "127.0.0.1",
            "-p", Port.ToString(CultureInfo.InvariantCulture), "-k", folder, "-c", "max_connections=300",
            .. settings.SelectMany(setting => new[] { "-c", setting }),
        ];
        start.FileName = line[0];
        foreach (var argument in line[1..])
            start.ArgumentList.Add(argument);
        holder = Process.Start(start)!;
        Postmaster = int.Parse((await holder.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    private async Task LetGoAsync(bool keep)
    {
        if (holder is null)
            return;
        try
        {
            if (keep)
                await holder.StandardInput.WriteLineAsync("keep");
            holder.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script is gone already.
        }

        await holder.WaitForExitAsync();
        holder.Dispose();
        holder = null;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync(ConnectionString("postgres") + ";Timeout=2", "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Of test processes that are gone and whose script went with them.
    private static void RemoveLeftovers()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), FolderName + "*"))
        {
            var owner = Path.GetFileName(left)[FolderName.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var process) || ProcessLives(process))
                continue;
            try
            {
                var file = Path.Combine(left, "data", "postmaster.pid");
                if (File.Exists(file)
                    && int.TryParse(File.ReadLines(file).First(), CultureInfo.InvariantCulture, out var postmaster)
                    && ProcessLives(postmaster)
                    && File.ReadAllText($"/proc/{postmaster}/cmdline").Contains(left, StringComparison.Ordinal))
                {
                    using var server = Process.GetProcessById(postmaster);
                    server.Kill();
                }

                Directory.Delete(left, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // Its own script is at it, or it is another user's.
            }
        }
    }

    private static bool ProcessLives(int process)
    {
        try
        {
            // A process that has ended is a zombie until the script looks.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task RunAsync(params string[] line)
    {
        var start = new ProcessStartInfo(line[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in line[1..])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', line)} ended with {process.ExitCode}: {await written}{errors}");
    }
}
