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

    protected override async Task Look(CancellationToken cancellation)
    {
        var due = await deliveries.Unopened(Time.GetUtcNow(), DeliveriesAtOnceMax, cancellation);
        // One document's at a time; a lost position is looked at again in a few seconds, alone or as opened.
        foreach (var ofDocument in due.GroupBy(row => row.Document))
        {
            if (await documents.Find(ofDocument.Key, cancellation) is not { } document || organisation.Unit(document.Unit) is not { } sender)
                continue;
            foreach (var row in ofDocument)
                await Tell(row, DeliveryContent.Of(row, document, sender), cancellation);
        }
    }

    protected override void LookFailed(Exception failure) => LookFailed(logger, failure);

    private async Task Tell(DeliveryRow row, ItemContent content, CancellationToken cancellation)
    {
        var (after, fact) = EscalationRules.Escalate(row, organisation.Unit(row.Unit), Time.GetUtcNow());
        ImmutableArray<InboxChange> inbox = EscalationRules.Item(after, content) is { } item
            ? [new InboxChange(item.Key, InboxChangeKind.Arrived, null, item.Box, item.Content)]
            : [];
        await writer.Write(SystemCommit.Of(row.Id.Stream, row.Position, row.Unit, fact, after, inbox), cancellation);
    }

    [LoggerMessage(3301, LogLevel.Warning, "Looking for unopened immediate documents failed; the next look tries again.")]
    private static partial void LookFailed(ILogger logger, Exception failure);
}
