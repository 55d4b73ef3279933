using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Jobs.Facts;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// The round of a recall: chunks of deliveries are asked for their copies. Each chunk is one commit that also moves the
/// job, so a unit is asked once and a restart goes on where the last chunk ended.
/// </summary>
internal static class RecallRound
{
    public const string Kind = "recall";

    public static JobRow Begin(DocumentRow document, DateTimeOffset now) =>
        DeliveryRound.Begin(JobId.RecallOf(document.Id), Kind, document, now);

    public static Fact Fact(long from, long to, long total) => FactJson.Of(new RecallAdvanced(from, to, total));

    /// <summary>
    /// The commit of one chunk; null while its first delivery has not arrived: the fan-out goes before, on whichever
    /// node it runs.
    /// </summary>
    /// <param name="job">The job as read; its position is the fence.</param>
    /// <param name="document">The document that is recalled.</param>
    /// <param name="deliveries">The next deliveries by ordinal; at least one.</param>
    /// <param name="unit">Looks a receiving unit up.</param>
    /// <param name="sender">The issuing unit.</param>
    /// <param name="now">The moment of asking.</param>
    public static Commit? Chunk(
        JobRow job,
        DocumentRow document,
        IEnumerable<DeliveryRow> deliveries,
        Func<UnitId, UnitFacts?> unit,
        UnitFacts sender,
        DateTimeOffset now)
    {
        var arrived = deliveries.TakeWhile(delivery => delivery.State != DeliveryState.Sent).ToList();
        if (arrived.Count == 0)
            return null;
        var moved = DeliveryRound.Moved(job, arrived.Count, now);
        var chunk = new RoundChunk(job, moved, Fact(job.Cursor, moved.Cursor, job.Total), document);
        foreach (var held in arrived.Where(DeliveryWorkflow.HoldsCopy))
        {
            var asked = held with { Recall = RecallAnswer.Asked, RecallAskedAt = now, Position = held.Position + 1 };
            chunk.Change(held, asked, FactJson.Of(new DeliveryRecallAsked(held.Unit, document.RecallReason ?? "")), unit(held.Unit), sender);
        }

        return chunk.ToCommit();
    }
}
