using System.Data.Common;
using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Commits.Sqlite;

namespace PartyRealtime.Storage.Reading;

/// <summary>Read-only pooled connections to the SQLite file; readers and the writer do not block each other (WAL).</summary>
internal sealed class SqliteReadStore(SqliteFile file) : IReadStore
{
    public StoreKind Kind => StoreKind.Sqlite;

    public Task<DbConnection> Open(CancellationToken cancellation = default) =>
        Task.FromResult<DbConnection>(file.OpenReader());

    public Task<DbConnection> OpenApart(CancellationToken cancellation = default) => Open(cancellation);

    public Task<DbTransaction> BeginSnapshot(DbConnection connection, CancellationToken cancellation = default) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));
}
