using System.Net.Sockets;
using Npgsql;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>What an error of PostgreSQL means for the batch (manual, appendix A).</summary>
internal static class PostgreSqlErrors
{
    /// <summary>What <c>pr_expect</c> raises; its message is the name of the guard.</summary>
    private const string Expectation = "PR001";

    /// <summary>
    /// Classifies an error that came after sending began. Only an answer of the server about a statement is definite;
    /// a server that ends the session may have committed before.
    /// </summary>
    public static BatchOutcome Outcome(Exception error) =>
        IsLost(error) ? new BatchOutcome.Lost() : Outcome((PostgresException)error);

    /// <summary>The connection is gone: the server ended it, or said nothing more.</summary>
    public static bool IsLost(Exception error) => error is not PostgresException { InvariantSeverity: not ("FATAL" or "PANIC") };

    /// <summary>
    /// What the driver throws when the database does not answer, or answers with an error. A host name that does not resolve
    /// comes out of it as it is.
    /// </summary>
    public static bool IsOfTheDatabase(Exception error) =>
        error is NpgsqlException or SocketException or IOException or OperationCanceledException or TimeoutException;

    private static BatchOutcome Outcome(PostgresException error)
    {
        if (IsCommands(error.SqlState))
        {
            return new BatchOutcome.Refused(
                error.ConstraintName ?? (error.SqlState == Expectation ? error.MessageText : error.SqlState),
                error.SqlState == PostgresErrorCodes.UniqueViolation);
        }

        return error.SqlState switch
        {
            PostgresErrorCodes.DeadlockDetected => new BatchOutcome.Contended("deadlock"),
            PostgresErrorCodes.LockNotAvailable => new BatchOutcome.Contended("lock timeout"),
            PostgresErrorCodes.SerializationFailure => new BatchOutcome.Contended("serialization"),
            PostgresErrorCodes.QueryCanceled => new BatchOutcome.Unavailable("statement timeout"),
            PostgresErrorCodes.DiskFull => new BatchOutcome.Unavailable("disk full"),
            PostgresErrorCodes.ReadOnlySqlTransaction => new BatchOutcome.Unavailable("database read-only"),
            _ => new BatchOutcome.Unavailable("database error " + error.SqlState),
        };
    }

    /// <summary>
    /// A rule that some command's values broke: splitting finds it. Everything else is the database's own trouble,
    /// the same for each command.
    /// </summary>
    private static bool IsCommands(string state) =>
        state == Expectation || state[..2] is "21" or "22" or "23" or "44" or "54";
}
