using System.Data;
using System.Data.Common;
using PartyRealtime.Storage.Commits.PostgreSql;

namespace PartyRealtime.Storage.Reading;

/// <summary>Pooled connections to the primary whose transactions cannot write.</summary>
internal sealed class PostgreSqlReadStore(PostgreSqlSources sources) : IReadStore
{
    public StoreKind Kind => StoreKind.PostgreSql;

    public async Task<DbConnection> Open(CancellationToken cancellation = default) =>
        await sources.Read.OpenConnectionAsync(cancellation);

    /// <summary>Read-only by the pool's default_transaction_read_only.</summary>
    public async Task<DbTransaction> BeginSnapshot(DbConnection connection, CancellationToken cancellation = default) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
}
