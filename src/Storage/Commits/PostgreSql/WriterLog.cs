using Microsoft.Extensions.Logging;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>What the writer on PostgreSQL logs: counts and names of guards, never content.</summary>
internal sealed partial class WriterLog(ILogger<PostgreSqlCommitWriter> log)
{
    [LoggerMessage(1111, LogLevel.Information, "A batch of {Commands} commands is repeated: {Why}.")]
    public partial void BatchRepeated(int commands, string why);

    [LoggerMessage(1112, LogLevel.Warning, "A command was refused by the database: {Guard}.")]
    public partial void CommandRefused(string guard);

    [LoggerMessage(1113, LogLevel.Error, "A batch of {Commands} commands was not written: {Why}.")]
    public partial void BatchRefused(Exception? error, int commands, string why);

    [LoggerMessage(1114, LogLevel.Error, "The connection was lost with {Commands} commands in flight; their outcome is unknown.")]
    public partial void OutcomeUnknown(Exception? error, int commands);

    [LoggerMessage(1115, LogLevel.Warning, "Ended {Sessions} writer sessions whose node stopped in mid-transaction.")]
    public partial void SessionsEnded(int sessions);

    [LoggerMessage(1116, LogLevel.Warning, "The watchdog could not ask the database.")]
    public partial void WatchdogBlind(Exception error);

    [LoggerMessage(1117, LogLevel.Critical, "The writer met an unexpected error; the batch's outcome is unknown.")]
    public partial void WriterFault(Exception error);
}
