using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Streams;

namespace PartyRealtime.Grains.Inbox;

/// <summary>
/// Marks items whose last day has passed: each takes a position of its seat, so that "overdue" reaches every screen and
/// counter like any other change. Several nodes may scan; the position of the scan's stream lets one of them write.
/// </summary>
internal sealed class DueScan(
    IDueReads due, IStreamReads streams, ICommitWriter writer, TimeProvider time, ILogger<DueScan> logger) : PeriodicLook(LookEvery, time)
{
    private const int ItemsAtOnceMax = 500;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private static readonly StreamId Stream = new(DerivedId.From("due", 0, Guid.Empty));

    protected override async Task Look(CancellationToken cancellation)
    {
        while (await Mark(cancellation))
        {
            // More than one batch has fallen due.
        }
    }

    protected override void LookFailed(Exception failure) => DueLog.LookFailed(logger, failure);

    /// <summary>Marks the oldest; true when there may be more.</summary>
    private async Task<bool> Mark(CancellationToken cancellation)
    {
        var today = OfficeDay.Today(Time);
        var items = await due.Passed(today, ItemsAtOnceMax, cancellation);
        if (items.Length == 0)
            return false;
        if (await Write(items, today, cancellation))
            return items.Length == ItemsAtOnceMax;
        // Somebody moved one of them meanwhile: one by one, so that it alone is left for the next look.
        foreach (var item in items)
            await Write([item], today, cancellation);
        return false;
    }

    private async Task<bool> Write(ImmutableArray<HeldItem> items, DateOnly today, CancellationToken cancellation)
    {
        var head = await streams.Head(Stream, cancellation);
        var result = await writer.Write(
            new Commit
            {
                By = Actor.System,
                Appends = [new StreamAppend(Stream, head, [FactJson.Of(new DeadlinesPassed(today, items.Length))])],
                Inbox = [.. items.Select(item => new InboxChange(item.Key, InboxChangeKind.Due, item.Box, item.Box, item.Content))],
            },
            cancellation);
        return result is CommitResult.Committed;
    }
}
