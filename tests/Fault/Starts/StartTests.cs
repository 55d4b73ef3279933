using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Processes;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Starts;

/// <summary>Both programs on a machine where they cannot start: a sentence that says what to do, an exit code, and no stack.</summary>
public sealed class StartTests(PostgreSqlServer server) : IDisposable
{
    private const int Failed = 1;
    private const int WrongUse = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("partyrealtime-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_schema_that_is_too_new_names_the_version_to_install()
    {
        var options = new StoreOptions { DataDirectory = Data, PostgreSql = await Database() };
        await Migrate(options);
        await server.Execute(_database, "INSERT INTO schemaversions (scriptname, applied) VALUES ('9999_later.sql', now())");
        await BothSay(options.PostgreSql, WrongUse, "9999_later.sql", "Install version");
    }

    [Fact]
    public async Task An_unreachable_PostgreSQL_is_to_be_started_or_named()
    {
        using var closed = new Socket(SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await BothSay($"Host=127.0.0.1;Port={PortOf(closed)};Username=postgres;Database=postgres", Failed, "PostgreSQL does not answer", "--store");
    }

    [Fact]
    public async Task A_host_that_no_name_service_knows_is_to_be_set_otherwise() =>
        await BothSay("Host=nowhere.invalid;Username=postgres;Database=postgres", Failed, "The host that --store names is not known here");

    [Fact]
    public async Task A_Redis_that_holds_the_members_and_is_away_is_to_be_started_or_named()
    {
        using var closed = new Socket(SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var silo = await Silo(
            await Database(), "--operations-port", "0", "--membership", "redis", "--redis", $"127.0.0.1:{PortOf(closed)},password=hollow-secret");
        SaysLast(silo, Failed, "Redis does not answer", "--redis");
        Assert.DoesNotContain("hollow-secret", silo.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_says_which_setting_holds_it_and_shows_none()
    {
        var text = await Database();
        await server.Execute(_database, "DO $$ BEGIN CREATE ROLE guarded LOGIN PASSWORD 'right'; EXCEPTION WHEN duplicate_object THEN END $$");
        var rules = Path.Combine(server.Beside("data"), "pg_hba.conf");
        await File.WriteAllTextAsync(rules, "host all guarded 127.0.0.1/32 scram-sha-256\n" + await File.ReadAllTextAsync(rules));
        await server.Execute(_database, "SELECT pg_reload_conf()");
        var said = await BothSay(text.Replace("Username=postgres", "Username=guarded;Password=hollow-secret", StringComparison.Ordinal), WrongUse, "guarded", "PARTYREALTIME_STORE");
        Assert.All(said, words => Assert.DoesNotContain("hollow-secret", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_to_be_made()
    {
        var text = await Database();
        await BothSay(text.Replace($"Database={_database}", "Database=nowhere", StringComparison.Ordinal), WrongUse, "\"nowhere\"", "Make the database");
    }

    [Fact]
    public async Task A_connection_text_that_cannot_be_read_is_refused_before_anything_starts() =>
        await BothSay("Host=127.0.0.1;Colour=red", WrongUse, "--store cannot be read");

    [Fact]
    public async Task A_taken_port_is_named_with_the_options_that_set_another()
    {
        using var taken = Listening();
        var port = PortOf(taken.Server);
        Says(await Web("--no-seed", "--port", port), Failed, $"127.0.0.1:{port}", "--port");
        Says(await Silo(await Database(), "--operations-port", port), Failed, $"127.0.0.1:{port}", "--operations-port");
        SaysLast(await Silo(await Database(), "--operations-port", "0", "--silo-port", port), Failed, "--silo-port");
    }

    [Fact]
    public async Task An_address_of_another_machine_is_refused() =>
        Says(await Web("--no-seed", "--port", "0", "--listen", "192.0.2.1"), Failed, "none of this machine's", "--listen");

    [Fact]
    public async Task A_file_that_is_no_database_is_not_taken_for_one()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "partyrealtime.db"), new string('x', 8_192));
        Says(await Web("--no-seed", "--port", "0"), WrongUse, "no database of SQLite", "--data");
    }

    [Fact]
    public async Task Commands_beside_the_server_say_the_same() => Says(
        await ProgramRun.Of("dotnet", ServerProcess.Built, "import", "--units", Units(), "--data", Data, "--store", "Host=127.0.0.1;Port=1;Username=nobody"),
        Failed,
        "PostgreSQL does not answer");

    private string _database = "";

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task<string> Database()
    {
        _database = await server.NewDatabase();
        return server.TextFor(_database);
    }

    private static async Task Migrate(StoreOptions options)
    {
        var services = new ServiceCollection();
        services.AddPartyRealtimeStorage(options);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StoreStart>().Start();
        await provider.GetRequiredService<StoreStart>().Stop();
    }

    /// <summary>The web program and the silo program on this store; what they said.</summary>
    private async Task<IReadOnlyList<string>> BothSay(string store, int exit, params string[] words)
    {
        var runs = new[] { await Web("--no-seed", "--port", "0", "--store", store), await Silo(store, "--operations-port", "0") };
        Assert.All(runs, run => Says(run, exit, words));
        return [.. runs.Select(run => run.Said)];
    }

    private Task<ProgramRun> Web(params string[] options) => ProgramRun.Of("dotnet", [ServerProcess.Built, "--data", Data, .. options]);

    private Task<ProgramRun> Silo(string store, params string[] options) => ProgramRun.Of(
        "dotnet",
        [ServerProcess.BuiltSilo, "--data", Data, "--cluster", "start", "--node", "start", "--store", store, "--files", Path.Combine(_folder.FullName, "files"), .. options]);

    /// <summary>Orleans has logged it before; what to do stands behind that.</summary>
    private static void SaysLast(ProgramRun run, int exit, params string[] words) =>
        Says(run with { Said = run.Said.TrimEnd().Split('\n')[^1] }, exit, words);

    private static void Says(ProgramRun run, int exit, params string[] words)
    {
        Assert.True(run.Exit == exit, $"Ended with {run.Exit}: {run.Said}");
        Assert.All(words, word => Assert.Contains(word, run.Said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Said, StringComparison.Ordinal);
    }

    private string Units()
    {
        var file = Path.Combine(_folder.FullName, "units.csv");
        File.WriteAllText(file, "code,parent_code,kind,name\nT,,centre,Trung ương\n");
        return file;
    }

    private static TcpListener Listening()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static string PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture);
}
