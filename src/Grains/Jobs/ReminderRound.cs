using System.Collections.Immutable;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Jobs.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// The round of a reminder: chunks of deliveries, of which those that are due are reminded. Each chunk is one commit that
/// also moves the job's cursor, so a unit is reminded once; two rounds at the same time remind nobody twice, because
/// each looks at the delivery that it writes.
/// </summary>
internal static class ReminderRound
{
    public const string Kind = "reminder";

    /// <param name="document">The document, with the position of the act that asks.</param>
    /// <param name="units">Whom; empty for all that are due.</param>
    /// <param name="now">The moment of asking: who is due is judged by it, whenever the round gets there.</param>
    public static JobRow Begin(DocumentRow document, ImmutableArray<UnitId> units, DateTimeOffset now) =>
        DeliveryRound.Begin(JobId.ReminderOf(document.Id, document.Position), Kind, document, now) with
        {
            Payload = JsonSerializer.Serialize(new ReminderTask(units), WireJson.Options),
        };

    public static Fact Fact(long from, long to, long total) => FactJson.Of(new ReminderAdvanced(from, to, total));

    /// <summary>The commit of one chunk.</summary>
    /// <param name="job">The job as read; its position is the fence.</param>
    /// <param name="document">The document that is reminded of.</param>
    /// <param name="deliveries">The next deliveries by ordinal; at least one.</param>
    /// <param name="unit">Looks a receiving unit up.</param>
    /// <param name="sender">The issuing unit.</param>
    /// <param name="now">The moment of reminding.</param>
    public static Commit Chunk(
        JobRow job,
        DocumentRow document,
        IReadOnlyCollection<DeliveryRow> deliveries,
        Func<UnitId, UnitFacts?> unit,
        UnitFacts sender,
        DateTimeOffset now)
    {
        var named = JsonSerializer.Deserialize<ReminderTask>(job.Payload, WireJson.Options)!.Units;
        var moved = DeliveryRound.Moved(job, deliveries.Count, now);
        var chunk = new RoundChunk(job, moved, Fact(job.Cursor, moved.Cursor, job.Total), document);
        foreach (var row in deliveries.Where(IsDue))
        {
            var reminded = row with { RemindedAt = now, Position = row.Position + 1 };
            chunk.Change(row, reminded, FactJson.Of(new DeliveryReminded(row.Unit)), unit(row.Unit), sender);
        }

        return chunk.ToCommit();

        bool IsDue(DeliveryRow row) =>
            (named.IsDefaultOrEmpty || named.Contains(row.Unit))
            && document.State == DocumentState.Issued
            && ReceiptTimes.MayRemind(row, document.Urgency, job.CreatedAt);
    }
}
