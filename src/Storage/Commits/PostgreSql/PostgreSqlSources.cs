using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>The node's ways into PostgreSQL: a pool that can only read, and the text of the writer's one connection.</summary>
internal sealed class PostgreSqlSources : IAsyncDisposable
{
    /// <summary>By this name the watchdog finds writer sessions.</summary>
    public const string WriterName = "partyrealtime-writer";

    /// <summary>With its decider behind it, the name of a node's reading connections; some of them are always open.</summary>
    public const string DeciderPrefix = ReaderName + ":";

    private const string ReaderName = "partyrealtime-read";

    /// <summary>What PostgreSQL keeps of an application's name, in bytes; it cuts the rest off and says nothing.</summary>
    private const int NameBytesMax = 63;

    private const int DigestBytes = 4;

    private const int ReadConnectionsMax = 24;

    /// <summary>One for each of the two that look.</summary>
    private const int ApartConnectionsMax = 2;

    /// <summary>More than there are read statements; each connection keeps its own.</summary>
    private const int ReadStatementsMax = 256;

    // Left alone, a fresh database keeps plans made for empty tables; the writer's statements have one good plan each.
    private const string WriterSettings =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
        + " -c jit=off -c synchronous_commit=on -c lock_timeout=500ms -c statement_timeout=10s"
        + " -c idle_in_transaction_session_timeout=2s";

    private const string CommonSettings = " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    // One send holds a whole batch: a node that stops while sending leaves its locks held.
    private const int WriteBufferBytes = 1 << 20;

    public PostgreSqlSources(StoreOptions options)
    {
        var writer = Text(options.PostgreSql!, WriterName, WriterSettings);
        writer.Pooling = false;
        writer.WriteBufferSize = WriteBufferBytes;
        writer.MaxAutoPrepare = 64;
        writer.AutoPrepareMinUsages = 1;
        writer.CommandTimeout = 20;
        Writer = writer.ToString();

        var read = Text(options.PostgreSql!, options.Decider is { } decider ? DeciderPrefix + DeciderName(decider) : ReaderName, "-c default_transaction_read_only=on -c jit=off");
        if (!PostgreSqlText.Says(options.PostgreSql!, "Maximum Pool Size", "MaxPoolSize"))
            read.MaxPoolSize = ReadConnectionsMax;
        // Reads leave nothing behind in a session, and parsing a query costs the database more than answering it.
        read.NoResetOnClose = true;
        read.MaxAutoPrepare = ReadStatementsMax;
        read.AutoPrepareMinUsages = 2;
        Read = NpgsqlDataSource.Create(read);

        var watch = Text(options.PostgreSql!, "partyrealtime-watchdog", "-c statement_timeout=2s");
        watch.MaxPoolSize = 1;
        Watch = NpgsqlDataSource.Create(watch);

        var apart = Text(options.PostgreSql!, "partyrealtime-apart", "-c default_transaction_read_only=on -c jit=off -c statement_timeout=2s");
        apart.MaxPoolSize = ApartConnectionsMax;
        Apart = NpgsqlDataSource.Create(apart);
    }

    /// <summary>The connection text of the writer; each connection is physical.</summary>
    public string Writer { get; }

    /// <summary>Pooled connections that cannot write.</summary>
    public NpgsqlDataSource Read { get; }

    /// <summary>The watchdog's one connection.</summary>
    public NpgsqlDataSource Watch { get; }

    /// <summary>The connections by which it is seen whether the database answers, and whose session has ended.</summary>
    public NpgsqlDataSource Apart { get; }

    public async ValueTask DisposeAsync()
    {
        await Read.DisposeAsync();
        await Watch.DisposeAsync();
        await Apart.DisposeAsync();
    }

    /// <summary>The name, or as much of it as finds room before a digest of all of it: two that begin alike stay two.</summary>
    private static string DeciderName(string decider)
    {
        var (room, name) = (NameBytesMax - DeciderPrefix.Length, Encoding.UTF8.GetBytes(decider));
        if (name.Length <= room)
            return decider;
        var digest = Convert.ToHexStringLower(SHA256.HashData(name).AsSpan(0, DigestBytes));
        return $"{decider.AsSpan(0, Math.Min(decider.Length, room - digest.Length - 1))}~{digest}";
    }

    private static NpgsqlConnectionStringBuilder Text(string given, string name, string settings)
    {
        var text = new NpgsqlConnectionStringBuilder(PostgreSqlText.Of(given)) { ApplicationName = name, TcpKeepAlive = true };
        text.Options = string.Create(CultureInfo.InvariantCulture, $"{text.Options} {settings}{CommonSettings}").Trim();
        if (!PostgreSqlText.Says(given, "Timeout"))
            text.Timeout = 5;
        return text;
    }
}
