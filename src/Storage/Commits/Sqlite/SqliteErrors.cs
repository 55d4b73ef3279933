using Microsoft.Data.Sqlite;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>What an error of SQLite means for the batch (https://www.sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Full = 13;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    /// <summary>One command broke a rule; the transaction goes on without it.</summary>
    public static bool OnlyTheCommand(SqliteException error) =>
        error.SqliteErrorCode is Constraint or TooBig or Mismatch or Error;

    /// <summary>
    /// Whether a failed COMMIT may yet be found committed: after an I/O error the log may hold the commit record, and
    /// a crash before it is overwritten would bring it back. A full disk is definite: the record was not written.
    /// </summary>
    public static bool MayBeCommitted(Exception error) => error is not SqliteException { SqliteErrorCode: not IoError };

    public static string Name(Exception error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Busy => "database busy",
        ReadOnly => "database read-only",
        IoError => "disk error",
        Full => "disk full",
        _ => "database error",
    };
}
