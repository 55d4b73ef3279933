using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;
using PartyRealtime.Processes;

[assembly: AssemblyFixture(typeof(PartyRealtime.StorageTests.Stores.PostgreSqlServer))]

namespace PartyRealtime.StorageTests.Stores;

/// <summary>
/// A throw-away PostgreSQL on a free loopback port, with fsync on as in production, in a folder of its own. Started
/// when a test first asks for it, ended with the test program.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>A slow machine may take minutes for what a fast one does at once.</summary>
    private const int PatienceSeconds = 300;

    private static readonly TimeSpan GoneMax = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private string? folder;
    private string binaries = "";
    private int databases;

    public int Port { get; private set; }

    /// <summary>Where it listens besides loopback, trusting whoever comes; null for nowhere.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>Where its folder is made; null for the temporary files of the machine.</summary>
    public string? Under { get; init; }

    public string LogPath => Path.Combine(folder!, "server.log");

    /// <summary>The connection text of this database on the server.</summary>
    public string TextFor(string database) => TextFor(database, Port);

    public static string TextFor(string database, int port) => TextFor(database, port, IPAddress.Loopback);

    /// <summary>The connection text by another of its addresses.</summary>
    public static string TextFor(string database, int port, IPAddress address) => new NpgsqlConnectionStringBuilder
    {
        Host = address.ToString(),
        Port = port,
        Username = "postgres",
        Database = database,
    }.ToString();

    /// <summary>The running server's process, whose children do the work.</summary>
    public int ProcessId =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Starts the server when it is not running and makes a database on it; its name.</summary>
    /// <param name="like">The database whose copy it is, to which nobody may be connected; null for an empty one.</param>
    public async Task<string> NewDatabase(string? like = null)
    {
        await gate.WaitAsync();
        try
        {
            if (folder is null)
            {
                await Initialise();
                await Start();
            }
        }
        finally
        {
            gate.Release();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await Execute("postgres", $"CREATE DATABASE {name} TEMPLATE {like ?? "template1"}");
        return name;
    }

    /// <summary>A connection of the test's own, not opened yet.</summary>
    public NpgsqlConnection Connection(string database) => new(new NpgsqlConnectionStringBuilder(TextFor(database))
    {
        Pooling = false,
        CommandTimeout = PatienceSeconds,
    }.ToString());

    public async Task Execute(string database, string sql)
    {
        await using var connection = Connection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A folder beside the server's data, which the server's user owns and whose name the test gives.</summary>
    public string Beside(string name) => Path.Combine(folder!, name);

    /// <summary>Puts another data folder in the place of the stopped server's; it keeps the port.</summary>
    public void Replace(string data)
    {
        Directory.Move(Data, Data + ".replaced");
        Directory.Move(data, Data);
    }

    /// <summary>A copy of the script where the server's user can read it; in the tree it may not.</summary>
    public string CopyScript(string path)
    {
        var copy = Beside(Path.GetFileName(path));
        File.Copy(path, copy, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return copy;
    }

    /// <summary>Runs a script as the server's user, who finds the server by its variables.</summary>
    public Task RunScript(string path, params string[] arguments)
    {
        string[] words = [$"PGPORT={Port}", "PGHOST=127.0.0.1", "PGUSER=postgres", "bash", CopyScript(path), .. arguments];
        return Environment.UserName == "root" ? Run("runuser", ["-u", "postgres", "--", "env", .. words]) : Run("env", words);
    }

    /// <summary>Starts the stopped server on its old port.</summary>
    public Task Start() => Control("start", "-l", LogPath);

    /// <summary>Ends the server and all its sessions at once, without a checkpoint; each process is told.</summary>
    public Task Stop() => Control("stop", "-m", "immediate");

    /// <summary>kill -9 of the server and of all its processes: none of them is told, and nothing runs any more when this returns.</summary>
    public async Task Kill()
    {
        // Standing still it begins no other process while they are counted.
        Signal("STOP", [ProcessId.ToString(CultureInfo.InvariantCulture)]);
        var processes = Processes;
        Signal("KILL", processes);
        using var limit = new CancellationTokenSource(GoneMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (processes.Any(Runs))
            await timer.WaitForNextTickAsync(limit.Token);
        // Where nobody buries the dead, their number counts as living, and the next start would refuse.
        if (Directory.Exists($"/proc/{processes[0]}"))
            File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    /// <summary>Ends all sessions, writes everything to the disk and starts again; returns when it takes connections.</summary>
    public Task Restart() => Control("restart", "-m", "fast", "-l", LogPath);

    /// <summary>The server and all its sessions stand still, their connections open, until <see cref="Resume"/>.</summary>
    public void Pause() => Signal("STOP", Processes);

    public void Resume() => Signal("CONT", Processes);

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            await Stop();
            Directory.Delete(folder, recursive: true);
        }

        gate.Dispose();
    }

    /// <summary>The server's process, and then those that it has started.</summary>
    private string[] Processes
    {
        get
        {
            var server = ProcessId.ToString(CultureInfo.InvariantCulture);
            return [server, .. File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    /// <summary>Whether the process is there and no zombie; its state follows its name, which stands in brackets.</summary>
    private static bool Runs(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Signal(string name, string[] processes)
    {
        using var kill = Process.Start("kill", ["-" + name, .. processes]);
        kill.WaitForExit();
    }

    private static string FindBinaries()
    {
        var inPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return inPath.Concat(debian).FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL 15 or newer: apt-get install postgresql.");
    }

    private async Task Initialise()
    {
        binaries = FindBinaries();
        folder = Under is null
            ? Directory.CreateTempSubdirectory("partyrealtime-postgresql-").FullName
            : Directory.CreateDirectory(Path.Combine(Under, "postgresql")).FullName;
        Port = LoopbackPorts.Free();
        if (Environment.UserName == "root")
            await Run("chown", "postgres", folder);
        await RunAsServer("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nport = {Port}\nlisten_addresses = '127.0.0.1{(Address is null ? "" : "," + Address)}'\nunix_socket_directories = '{folder}'\nfsync = on\nmax_connections = 300\nlog_line_prefix = '%m %a@%d '\n"));
        if (Address is not null)
            await File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), "\nhost all all 0.0.0.0/0 trust\n");
    }

    private string Data => Path.Combine(folder!, "data");

    private Task Control(string verb, params string[] arguments) =>
        RunAsServer("pg_ctl", [verb, "-D", Data, "-s", "-w", "-t", PatienceSeconds.ToString(CultureInfo.InvariantCulture), .. arguments]);

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        return Environment.UserName == "root"
            ? Run("runuser", ["-u", "postgres", "--", path, .. arguments])
            : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = program != "pg_ctl",
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
