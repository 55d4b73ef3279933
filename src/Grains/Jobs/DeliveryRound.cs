using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;

namespace PartyRealtime.Grains.Jobs;

/// <summary>A job that goes once through all deliveries of a document, by ordinal, some at a time.</summary>
internal static class DeliveryRound
{
    public static JobRow Begin(JobId id, string kind, DocumentRow document, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = kind,
        Subject = document.Id.Value,
        Position = 1,
        Cursor = 0,
        Total = document.Units,
        Payload = "{}",
        CreatedAt = now,
    };

    /// <summary>The job after a chunk of this many deliveries.</summary>
    public static JobRow Moved(JobRow job, int deliveries, DateTimeOffset now)
    {
        var cursor = job.Cursor + deliveries;
        return job with { Position = job.Position + 1, Cursor = cursor, FinishedAt = cursor >= job.Total ? now : null };
    }
}
