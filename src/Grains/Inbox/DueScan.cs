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
/// counter like any other change. Several nodes may scan; the position of the scan's stream lets one of them write, and the
/// others leave the rest to it.
/// </summary>
internal sealed class DueScan(
    IDueReads due, IStreamReads streams, ICommitWriter writer, TimeProvider time, ILogger<DueScan> logger) : PeriodicLook(LookEvery, time)
{
    internal const int ItemsAtOnceMax = 500;

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

    /// <summary>Marks the oldest; true when there may be more for this node to mark at once.</summary>
    internal async Task<bool> Mark(CancellationToken cancellation)
    {
        var today = OfficeDay.Today(Time);
        // Read before the items: what another node marks behind that is a lost position, and not taken for a reader's move.
        var head = await streams.Head(Stream, cancellation);
        var items = await due.Passed(today, ItemsAtOnceMax, cancellation);
        if (items.Length == 0)
            return false;
        return await Write(items, today, head, cancellation) switch
        {
            CommitResult.Committed => items.Length == ItemsAtOnceMax,
            // Somebody moved one of them meanwhile: one by one, so that it alone is left.
            CommitResult.Refused => await MarkEach(items, today, head, cancellation) && items.Length == ItemsAtOnceMax,
            // Another node is at it and goes on, or the store takes nothing now.
            _ => false,
        };
    }

    /// <summary>False also when none could be marked: the next batch would be the same.</summary>
    private async Task<bool> MarkEach(ImmutableArray<HeldItem> items, DateOnly today, long head, CancellationToken cancellation)
    {
        var isAnyMarked = false;
        foreach (var item in items)
        {
            var result = await Write([item], today, head, cancellation);
            if (result is CommitResult.Committed committed)
                (isAnyMarked, head) = (true, committed.Receipt.Last);
            else if (result is not CommitResult.Refused)
                return false;
        }

        return isAnyMarked;
    }

    private Task<CommitResult> Write(ImmutableArray<HeldItem> items, DateOnly today, long head, CancellationToken cancellation) => writer.Write(
        new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(Stream, head, [FactJson.Of(new DeadlinesPassed(today, items.Length))])],
            Inbox = [.. items.Select(item => new InboxChange(item.Key, InboxChangeKind.Due, item.Box, item.Box, item.Content))],
        },
        cancellation);
}
