using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Jobs.Facts;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// The fan-out of an issue: chunks of deliveries arrive at their desks. Each chunk is one commit that also moves the
/// job, so a chunk happens once and a restart goes on where the last one ended.
/// </summary>
internal static class FanOut
{
    public const string Kind = "fan-out";

    /// <summary>Deliveries per commit: small enough that notes beside it keep their pace (DESIGN §3).</summary>
    public const int ChunkDeliveries = 100;

    public static JobRow Begin(DocumentRow document, DateTimeOffset now) =>
        DeliveryRound.Begin(JobId.FanOutOf(document.Id), Kind, document, now);

    public static Fact Fact(long from, long to, long total) => FactJson.Of(new FanOutAdvanced(from, to, total));

    /// <summary>The commit of one chunk.</summary>
    /// <param name="job">The job as read; its position is the fence.</param>
    /// <param name="document">The issued document.</param>
    /// <param name="deliveries">The next deliveries by ordinal; at least one.</param>
    /// <param name="unit">Looks a receiving unit up.</param>
    /// <param name="sender">The issuing unit.</param>
    /// <param name="now">The moment of arrival.</param>
    public static Commit Chunk(
        JobRow job,
        DocumentRow document,
        IReadOnlyCollection<DeliveryRow> deliveries,
        Func<UnitId, UnitFacts?> unit,
        UnitFacts sender,
        DateTimeOffset now)
    {
        var moved = DeliveryRound.Moved(job, deliveries.Count, now);
        var chunk = new RoundChunk(job, moved, Fact(job.Cursor, moved.Cursor, job.Total), document);
        foreach (var sent in deliveries)
        {
            var arrived = Arrivals.Arrived(sent, document, now);
            chunk.Add(Arrivals.Append(arrived), arrived);
            if (unit(sent.Unit) is { } receiver && Arrivals.Item(arrived, document, receiver, sender) is { } item)
                chunk.Add(item);
        }

        return chunk.ToCommit();
    }
}
