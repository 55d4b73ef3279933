using Microsoft.Extensions.Logging;

namespace PartyRealtime.Grains.Jobs;

internal static partial class JobLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Looking for open jobs failed; the next look tries again.")]
    public static partial void LookFailed(ILogger logger, Exception failure);

    [LoggerMessage(3002, LogLevel.Error, "Job {Job} names a document or unit that is not there; it stays open.")]
    public static partial void SubjectMissing(ILogger logger, Guid job);

    [LoggerMessage(3003, LogLevel.Information, "Chunk at {Cursor} of job {Job} was not written here: {Result}.")]
    public static partial void ChunkNotWritten(ILogger logger, Guid job, long cursor, string result);

    [LoggerMessage(3004, LogLevel.Error, "Job {Job} failed and is left alone for a while; the others go on.")]
    public static partial void PutAside(ILogger logger, Exception failure, Guid job);
}
