using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Grains.Inbox;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>
/// Tells leaders of what is immediate and lies unopened, at most <see cref="LookEvery"/> after its time. Several nodes may
/// look; the position of each delivery lets one of them write, and lets a desk that opens it at that moment win.
/// </summary>
internal sealed partial class EscalationScan(
    IDeliveryReads deliveries, IDocumentReads documents, IOrganisation organisation, ICommitWriter writer, TimeProvider time, ILogger<EscalationScan> logger)
    : PeriodicLook(LookEvery, time)
{
    private const int DeliveriesAtOnceMax = 100;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override Task Look(CancellationToken cancellation) => DueRounds.Work(
        DeliveriesAtOnceMax,
        max => deliveries.Unopened(Time.GetUtcNow(), max, cancellation),
        row => row.Id,
        due => Tell(due, cancellation));

    protected override void LookFailed(Exception failure) => LookFailed(logger, failure);

    /// <summary>Tells of these, which go into the writer's next batches together; those of which nobody could be told now.</summary>
    private async Task<IEnumerable<DeliveryRow>> Tell(ImmutableArray<DeliveryRow> due, CancellationToken cancellation)
    {
        var told = await Task.WhenAll(due.GroupBy(row => row.Document).Select(async ofDocument =>
        {
            if (await documents.Find(ofDocument.Key, cancellation) is not { } document || organisation.Unit(document.Unit) is not { } sender)
                return [.. ofDocument.Select(row => (Row: row, IsTold: false))];
            return await Task.WhenAll(ofDocument.Select(async row => (Row: row, IsTold: await Tell(row, DeliveryContent.Of(row, document, sender), cancellation))));
        }));
        return told.SelectMany(rows => rows).Where(row => !row.IsTold).Select(row => row.Row);
    }

    /// <summary>False also for a lost position: it is looked at again in a few seconds, as it stands then, or as opened.</summary>
    private async Task<bool> Tell(DeliveryRow row, ItemContent content, CancellationToken cancellation)
    {
        var (after, fact) = EscalationRules.Escalate(row, organisation.Unit(row.Unit), Time.GetUtcNow());
        ImmutableArray<InboxChange> inbox = EscalationRules.Item(after, content) is { } item
            ? [new InboxChange(item.Key, InboxChangeKind.Arrived, null, item.Box, item.Content)]
            : [];
        return await writer.Write(SystemCommit.Of(row.Id.Stream, row.Position, row.Unit, fact, after, inbox), cancellation)
            is CommitResult.Committed or CommitResult.Replayed;
    }

    [LoggerMessage(3301, LogLevel.Warning, "Looking for unopened immediate documents failed; the next look tries again.")]
    private static partial void LookFailed(ILogger logger, Exception failure);
}
