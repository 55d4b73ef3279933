using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using PartyRealtime.Storage.Commits.PostgreSql;

namespace PartyRealtime.Storage.Reading;

/// <summary>Pooled connections to the primary whose transactions cannot write.</summary>
internal sealed class PostgreSqlReadStore(PostgreSqlSources sources) : IReadStore
{
    public StoreKind Kind => StoreKind.PostgreSql;

    public Task<DbConnection> Open(CancellationToken cancellation = default) => Open(sources.Read, cancellation);

    /// <summary>By a connection that no reader takes: who reads much neither makes the store seem away nor keeps an ended session open.</summary>
    public Task<DbConnection> OpenApart(CancellationToken cancellation = default) => Open(sources.Apart, cancellation);

    /// <summary>Read-only by the pool's default_transaction_read_only.</summary>
    public async Task<DbTransaction> BeginSnapshot(DbConnection connection, CancellationToken cancellation = default) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    private static async Task<DbConnection> Open(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellation);
        }
        catch (SocketException unknown)
        {
            throw new ConnectionLostException("The database's host name was not resolved.", unknown);
        }
    }
}
