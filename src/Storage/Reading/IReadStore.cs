using System.Data.Common;

namespace PartyRealtime.Storage.Reading;

/// <summary>
/// Connections for reads, on the primary: what a command acknowledged is visible to every read that starts after it.
/// Read ports use Dapper over them; the SQL is shared by both databases wherever it is natural.
/// </summary>
public interface IReadStore
{
    /// <summary>Which database this is, for the few statements that differ.</summary>
    StoreKind Kind { get; }

    /// <summary>
    /// Opens a pooled connection. Callers dispose it soon and begin no transaction but a read-only snapshot
    /// (see <see cref="BeginSnapshot"/>).
    /// </summary>
    Task<DbConnection> Open(CancellationToken cancellation = default);

    /// <summary>
    /// A connection apart from those that people read by, for the two looks that must not wait for them: whether the store
    /// answers, and whose session has ended. A statement there ends after 2 s.
    /// </summary>
    Task<DbConnection> OpenApart(CancellationToken cancellation = default);

    /// <summary>
    /// Begins a transaction in which all reads see one state: REPEATABLE READ READ ONLY on PostgreSQL, a deferred
    /// transaction on SQLite (WAL).
    /// </summary>
    Task<DbTransaction> BeginSnapshot(DbConnection connection, CancellationToken cancellation = default);
}
