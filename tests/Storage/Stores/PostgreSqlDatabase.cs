using System.Globalization;
using Npgsql;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.StorageTests.Stores;

/// <param name="server">Where it is made.</param>
/// <param name="connect">Changes the nodes' connection text, to lead them through a proxy.</param>
public sealed class PostgreSqlDatabase(PostgreSqlServer server, Func<string, string>? connect = null) : TestDatabase
{
    private string? name;

    public override StoreKind Kind => StoreKind.PostgreSql;

    public string Name => name!;

    /// <summary>The direct way in, past any proxy.</summary>
    public string Text => server.TextFor(Name) + ";Pooling=False";

    public override async Task<StoreOptions> OptionsOf(int node)
    {
        name ??= await server.NewDatabase();
        var text = server.TextFor(name);
        return new StoreOptions
        {
            DataDirectory = Path.Combine(Folder, $"node{node}"),
            PostgreSql = connect is null ? text : connect(text),
        };
    }

    public override Task Execute(string sql) => server.Execute(Name, sql);

    public override async Task<long> Deadlocks()
    {
        await using var connection = new NpgsqlConnection(Text);
        await connection.OpenAsync();
        // A session reports what it has counted when it ends at the latest.
        await using var others = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", connection);
        while ((long)(await others.ExecuteScalarAsync())! > 0)
        {
        }

        await using var count = new NpgsqlCommand("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    public override async Task<IAsyncDisposable> HoldWrites()
    {
        var connection = new NpgsqlConnection(Text);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE claim IN SHARE MODE", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    protected override Task StopDatabaseClock(DateTimeOffset instant) => Execute(string.Create(
        CultureInfo.InvariantCulture,
        $"CREATE OR REPLACE FUNCTION pr_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT timestamptz ''{instant.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}+00'''"));

    protected override async Task Drop()
    {
        if (name is not null)
            await server.Execute("postgres", $"DROP DATABASE {name} WITH (FORCE)");
    }
}
