using Npgsql;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>What an error of PostgreSQL means for the batch (manual, appendix A).</summary>
internal static class PostgreSqlErrors
{
    /// <summary>
    /// Classifies an error that came after sending began. Only an answer of the server about a statement is definite;
    /// a server that ends the session may have committed before.
    /// </summary>
    public static BatchOutcome Outcome(Exception error) => error switch
    {
        PostgresException { Severity: "FATAL" or "PANIC" } => new BatchOutcome.Lost(),
        PostgresException statement => Outcome(statement),
        _ => new BatchOutcome.Lost(),
    };

    private static BatchOutcome Outcome(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.DeadlockDetected => new BatchOutcome.Contended("deadlock"),
        PostgresErrorCodes.LockNotAvailable => new BatchOutcome.Contended("lock timeout"),
        PostgresErrorCodes.SerializationFailure => new BatchOutcome.Contended("serialization"),
        PostgresErrorCodes.QueryCanceled => new BatchOutcome.Unavailable("statement timeout"),
        PostgresErrorCodes.DiskFull => new BatchOutcome.Unavailable("disk full"),
        PostgresErrorCodes.OutOfMemory => new BatchOutcome.Unavailable("database out of memory"),
        PostgresErrorCodes.ReadOnlySqlTransaction => new BatchOutcome.Unavailable("database read-only"),
        PostgresErrorCodes.IoError => new BatchOutcome.Unavailable("disk error"),
        _ => new BatchOutcome.Refused(
            error.ConstraintName ?? (error.SqlState == Expectation ? error.MessageText : error.SqlState),
            error.SqlState == PostgresErrorCodes.UniqueViolation),
    };

    /// <summary>What <c>pr_expect</c> raises; its message is the name of the guard.</summary>
    private const string Expectation = "PR001";
}
