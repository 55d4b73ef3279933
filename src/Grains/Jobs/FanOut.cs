using System.Collections.Immutable;
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
        var appends = ImmutableArray.CreateBuilder<StreamAppend>(deliveries.Count + 1);
        appends.Add(new StreamAppend(job.Id.Stream, job.Position, [Fact(job.Cursor, moved.Cursor, job.Total)]));
        var rows = ImmutableArray.CreateBuilder<IRow>(deliveries.Count + 1);
        rows.Add(moved);
        var inbox = ImmutableArray.CreateBuilder<InboxChange>(deliveries.Count);
        foreach (var sent in deliveries)
        {
            var arrived = Arrivals.Arrived(sent, document, now);
            appends.Add(Arrivals.Append(arrived));
            rows.Add(arrived);
            if (unit(sent.Unit) is { } receiver && Arrivals.Item(arrived, document, receiver, sender) is { } item)
                inbox.Add(item);
        }

        return new Commit
        {
            By = Actor.System,
            ActingUnit = document.Unit,
            Appends = appends.DrainToImmutable(),
            Rows = rows.DrainToImmutable(),
            Inbox = inbox.DrainToImmutable(),
        };
    }
}
